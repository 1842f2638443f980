import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { eventKinds } from '#db/vocabulary';
import { EventGlyph, EventTag } from '~/charts/event-glyph';
import { AssuranceIcon, assuranceText, VariationIcon, variationText } from '~/charts/nhs-icons';

/** What is drawn, without its hues. */
const shapeOf = (markup: string) => markup.replace(/ class="[^"]*"/g, '');

test('each kind of event has a shape of its own and a word', () => {
  const shapes = eventKinds.map((kind) => shapeOf(renderToStaticMarkup(<EventGlyph kind={kind} />)));
  expect(new Set(shapes).size).toBe(eventKinds.length);
  expect(renderToStaticMarkup(<EventTag kind="barrier" />)).toContain('Something stood in the way');
  expect(renderToStaticMarkup(<EventGlyph kind="milestone" label />)).toContain('aria-label="A milestone"');
});

test('the icons of variation differ in shape where they differ in meaning, never in hue alone', () => {
  const icons = [
    ['common_cause', null],
    ['special_cause_improvement', 'H'],
    ['special_cause_improvement', 'L'],
    ['special_cause_concern', 'H'],
    ['special_cause_concern', 'L'],
    ['special_cause_neutral_high', 'H'],
    ['special_cause_neutral_low', 'L'],
  ] as const;
  const shapes = icons.map(([icon, letter]) =>
    shapeOf(renderToStaticMarkup(<VariationIcon icon={icon} letter={letter} />)),
  );
  expect(new Set(shapes).size).toBe(icons.length);
  expect(new Set(icons.map(([icon, letter]) => variationText(icon, letter))).size).toBe(icons.length);
});

test('the icons of assurance differ in shape, and their words name the goal or the limit', () => {
  const icons = ['consistent_pass', 'consistent_fail', 'inconsistent'] as const;
  const shapes = icons.map((icon) => shapeOf(renderToStaticMarkup(<AssuranceIcon icon={icon} />)));
  expect(new Set(shapes).size).toBe(3);
  expect(assuranceText('consistent_pass', 'Limit')).toBe(
    'Will keep meeting the limit unless something changes',
  );
});

test('an icon is hidden from readers unless it is named', () => {
  expect(renderToStaticMarkup(<AssuranceIcon icon="inconsistent" />)).toContain('aria-hidden="true"');
  const named = renderToStaticMarkup(<AssuranceIcon icon="inconsistent" label="Hit or miss" />);
  expect(named).toContain('role="img" aria-label="Hit or miss"');
});

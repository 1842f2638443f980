import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { decisions } from '#db/vocabulary';
import { DecisionGlyph, DecisionTag } from '~/charts/decision-glyph';
import { Dumbbell } from '~/charts/dumbbell';
import { Mark, VerdictLine } from '~/charts/mark';
import { PredictionStrip } from '~/charts/prediction-strip';
import { Ramp, type RampStep } from '~/charts/ramp';
import { SignInArt } from '~/charts/sign-in-art';
import { Spark } from '~/charts/spark';
import { Strip } from '~/charts/strip';
import { Track } from '~/charts/track';
import { Wedge } from '~/charts/wedge';
import { Wheel, WheelBig, type WheelStates } from '~/charts/wheel';
import { Icon, To } from '~/ui/icons';

const draw = (element: ReactElement) => renderToStaticMarkup(element);
const late: WheelStates = { plan: 'done', do: 'done', study: 'late', act: 'todo' };

describe('the cycle wheel', () => {
  test('says its four states in words', () => {
    expect(draw(<Wheel states={late} centre="S" />)).toContain(
      'aria-label="Plan done, Do done, Study in progress, overdue, Act not started"',
    );
  });

  test('is hidden where the words stand beside it', () => {
    const markup = draw(<Wheel states={late} decorative />);
    expect(markup).toContain('aria-hidden="true"');
    expect(markup).not.toContain('aria-label');
  });

  test('a late phase carries a flag, a wheel of 26 px no centre', () => {
    expect(draw(<Wheel states={late} centre="S" />)).toContain('w-flag');
    expect(draw(<Wheel states={late} centre="S" size={26} />)).not.toContain('<text');
  });

  test('the big wheel carries four letters and two words', () => {
    const markup = draw(<WheelBig states={late} top="Cycle 5" mid="Study" />);
    for (const letter of 'PDSA') expect(markup).toContain(`>${letter}</text>`);
    expect(markup).toContain('>Cycle 5</text>');
  });
});

describe('decisions', () => {
  test('each decision has a shape of its own and never a letter', () => {
    const shapes = decisions.map((decision) =>
      draw(<DecisionGlyph decision={decision} />).replace(/dg-\w+/, ''),
    );
    expect(new Set(shapes).size).toBe(decisions.length);
    for (const shape of shapes) expect(shape).not.toContain('<text');
  });

  test('a tag says the word', () => {
    expect(draw(<DecisionTag decision="inconclusive" />)).toContain('Inconclusive');
  });
});

describe('marks and strips', () => {
  test('an evidence strip counts in words, with uses that are too early last', () => {
    const markup = draw(<Strip verdicts={['early', 'better', 'worse', 'none', 'better']} />);
    expect(markup).toContain('aria-label="2 improved, 1 no signal yet, 1 worsened, 1 too early"');
    expect(markup.indexOf('m-early')).toBeGreaterThan(markup.lastIndexOf('m-better'));
  });

  test('a prediction says what was predicted and what happened', () => {
    const unit = { kind: 'percent', decimals: 0 } as const;
    const markup = draw(
      <PredictionStrip predicted={80} low={70} high={90} actual={82} unit={unit} verdict="better" />,
    );
    expect(markup).toContain('aria-label="Predicted 80%, range 70% to 90%. 82% happened."');
    const open = draw(<PredictionStrip predicted={80} low={null} high={null} actual={null} unit={unit} />);
    expect(open).toContain('aria-label="Predicted 80%."');
    expect(open).not.toMatch(/NaN|happened/);
  });

  test('progress runs left to right where lower is better, and a goal at the start divides nothing', () => {
    const at = (markup: string) => Number(markup.match(/k-move[^>]*d="M[\d.]+ 11H([\d.]+)"/)?.[1]);
    const start = Number(
      draw(<Track baseline={31} now={31} target={22} />).match(/s-base" cx="([\d.]+)"/)?.[1],
    );
    expect(at(draw(<Track baseline={31} now={27} target={22} />))).toBeGreaterThan(start);
    expect(draw(<Track baseline={5} now={5} target={5} />)).not.toMatch(/NaN|Infinity/);
  });

  test('a line of one value or none draws', () => {
    expect(draw(<Spark values={[5]} />)).not.toMatch(/NaN|Infinity/);
    expect(draw(<Spark values={[null, null]} />)).not.toMatch(/NaN|Infinity/);
  });
});

describe('the ramp', () => {
  const step: RampStep = {
    id: 'a',
    number: 1,
    dates: 'Sep 8–11',
    idea: 'Call home',
    scale: '1 student',
    counts: '',
    level: 0,
    states: { plan: 'done', do: 'done', study: 'done', act: 'done' },
    decision: 'abandon',
    result: 'No family brought it up.',
  };

  test('is an ordered list, oldest first, with decision and result in words', () => {
    const todo: WheelStates = { plan: 'todo', do: 'todo', study: 'todo', act: 'todo' };
    const markup = draw(
      <Ramp steps={[step, { ...step, id: 'b', number: 2, decision: null, result: null, states: todo }]} />,
    );
    expect(markup).toMatch(/^<ol/);
    expect(markup.indexOf('Cycle 1')).toBeLessThan(markup.indexOf('Cycle 2'));
    expect(markup).toContain('is-abandon');
    expect(markup).toContain('Abandon');
    expect(markup).toContain('No family brought it up.');
  });
});

test('nothing that is drawn needs a style attribute', () => {
  const all = draw(
    <>
      <Wheel states={late} centre="S" />
      <WheelBig states={late} top="Cycle 5" mid="Study" />
      <SignInArt />
      <Mark verdict="early" label="Too early" />
      <VerdictLine verdict="worse">Concern</VerdictLine>
      <Dumbbell before={38} now={54} reference={60} min={20} max={80} label="From 38% to 54%" />
      <Wedge status={null} />
      <Icon name="search" />
      <To />
    </>,
  );
  expect(all).not.toContain('style=');
});

import { describe, expect, test } from 'vitest';
import { judgedLines } from '~/measures/judged';
import { judgedPoints, whyNoPhase, whyNotHeld } from '~/measures/judging';
import { asideOptions, askedPoint, baselineOptions, phaseOptions } from '~/measures/judging-options';
import { methodLine } from '~/measures/method';
import { proposedPhase } from '~/measures/proposal';
import { readMeasure } from '~/measures/reading';
import { plainMeasure } from './plain-measure';
import { seriesOf, week } from './series-of';

const minutes = plainMeasure({ kind: 'mean', unit: 'min', direction: 'higher', goal: null });
const before = [84, 83, 85, 82, 84, 86, 83, 85, 84, 86, 82, 83];
const points = seriesOf(before);
const judged = judgedPoints(minutes, points);

describe('what may be held, begun or set aside', () => {
  test('a baseline has six numbers that count', () => {
    expect(whyNotHeld(minutes, judged, week(5))).toBeNull();
    expect(whyNotHeld(minutes, judged, week(4))?.sentence).toBe(
      'A baseline needs 6 numbers or more. Through the week of Aug 3 there are 5.',
    );
    const aside = judgedPoints(
      minutes,
      points.map((point, n) => (n === 0 ? { ...point, ghostedAt: 'x' } : point)),
    );
    expect(whyNotHeld(minutes, aside, week(5))?.field).toBe('throughOn');
    expect(whyNotHeld(minutes, judged, week(40))?.sentence).toBe('Choose a period that has a number.');
  });

  test('phases win over a baseline, so that one is not held beside them', () => {
    expect(whyNotHeld({ ...minutes, phaseStarts: [week(6)] }, judged, week(8))?.sentence).toContain(
      'has phases',
    );
  });

  test('a phase begins with a number, after another, and once', () => {
    expect(whyNoPhase(minutes, judged, week(6))).toBeNull();
    expect(whyNoPhase(minutes, judged, week(0))?.sentence).toContain('no number before it');
    expect(whyNoPhase({ ...minutes, phaseStarts: [week(6)] }, judged, week(6))?.sentence).toBe(
      'A phase begins with the week of Aug 17 already.',
    );
  });

  test('forms offer what can be chosen', () => {
    expect(
      baselineOptions(minutes, points)
        .map(({ label }) => label)
        .slice(0, 2),
    ).toEqual(['Not chosen: as it is by default', 'Through the week of Aug 10, 2026: 86 min']);
    expect(baselineOptions(minutes, points.slice(0, 5))).toEqual([]);
    expect(phaseOptions(minutes, points)[0]?.value).toBe(week(11));
    expect(phaseOptions(minutes, points)).toHaveLength(11);
    const groups = new Map([
      ['', points],
      ['Lincoln', seriesOf([80]).map((point) => ({ ...point, id: 'l0' }))],
    ]);
    expect(asideOptions(minutes, groups).map(({ group }) => group)).toContain('Lincoln');
    expect(askedPoint(groups, new URLSearchParams({ period: week(0), group: 'Lincoln' }))).toBe('l0');
    expect(askedPoint(groups, new URLSearchParams({ point: 'p3' }))).toBe('p3');
    expect(askedPoint(groups, new URLSearchParams({ point: 'nobody' }))).toBe('');
  });
});

describe('a new phase is proposed', () => {
  const shifted = seriesOf([...before, 88, 89, 87, 90, 88, 89, 91, 90]);
  const held = { ...minutes, baselineThrough: week(11) };

  test('after a sustained shift, with what it would do', () => {
    expect(proposedPhase(readMeasure(held, shifted, [], 'anhoej'))).toEqual({
      fromOn: week(12),
      sentence:
        'The last 8 useful points all lie above the median. A new phase would judge later points against the better level. The first of them is the week of Sep 28.',
      hidesWorsening: false,
    });
  });

  test('with a warning where it would hide a worsening', () => {
    const worse = proposedPhase(readMeasure({ ...held, direction: 'lower' }, shifted, [], 'anhoej'));
    expect(worse).toMatchObject({ hidesWorsening: true });
    expect(worse?.sentence).toContain('hide it');
  });

  test('not while the numbers are as usual', () => {
    expect(proposedPhase(readMeasure(minutes, points, [], 'anhoej'))).toBeNull();
  });
});

test('each decision is said with its name and its reason', () => {
  const measure = { ...minutes, baselineThrough: week(7) };
  const groups = new Map([
    [
      '',
      points.map((point, n) =>
        n === 2 ? { ...point, ghostedAt: 'x', ghostReason: 'Snow.', ghostedBy: 'Ana' } : point,
      ),
    ],
  ]);
  const reading = readMeasure(measure, groups.get('') ?? [], [], 'anhoej');
  const baseline = { throughOn: week(7), reason: 'the last week before we began', who: 'Dana Whitfield' };
  expect(judgedLines(measure, reading, { baseline, phases: [] }, groups, '2026-12-01')).toEqual({
    baseline:
      'Median of 7 weeks, through the week of Aug 24, set by Dana Whitfield: the last week before we began.',
    phases: [],
    aside: [{ id: 'p2', words: 'Week of Jul 20, set aside by Ana: Snow.' }],
  });
  const phased = { ...minutes, phaseStarts: [week(6)] };
  const phases = [{ id: 'r1', fromOn: week(6), reason: 'All homerooms text', who: null }];
  const said = judgedLines(
    phased,
    readMeasure(phased, points, [], 'anhoej'),
    { baseline, phases },
    new Map(),
    '2026-12-01',
  );
  expect(said.baseline).toBe('A median for each of its 2 phases.');
  expect(said.phases[0]?.words).toBe('A new phase since the week of Aug 17, started: All homerooms text.');
});

describe('the method line', () => {
  const line = (
    some: Parameters<typeof plainMeasure>[0],
    numbers = seriesOf(before),
    chart?: 'i' | 'p' | 'pprime',
  ) => {
    const measure = { ...minutes, ...some };
    return methodLine(measure, readMeasure(measure, numbers, [], 'anhoej', undefined, { chart }));
  };

  test('names the chart and what its middle comes from', () => {
    expect(line({})).toBe('Run chart. The median of all its points.');
    expect(line({ baselineThrough: week(7) })).toBe(
      'Run chart. Median of 8 weeks, through the week of Aug 24.',
    );
  });

  test('gives σ as a number, how firm the limits are, and whether steps were screened', () => {
    expect(line({}, undefined, 'i')).toBe(
      'I chart: single values. The mean of all its points. Limits at 3 σ, with σ = 1.85 min. Limits from 12 points; they are firm from 20. Extreme steps from one point to the next were screened out once: there were none.',
    );
    expect(line({ isScreened: false }, undefined, 'i')).toContain('are not screened, as in the NHS tool');
    expect(line({}, seriesOf(before.slice(0, 7)), 'i')).toContain(
      'Trial limits, from 7 points: dashed until there are 12',
    );
  });

  test('gives σ_z where groups are large', () => {
    const shares = seriesOf(before.map((of) => [of * 300, 30_000] as const));
    const said = line({ kind: 'proportion', unit: '' }, shares, 'pprime');
    expect(said).toMatch(/σ = [\d.]+ points for the newest; it is smaller for larger groups/);
    expect(said).toMatch(
      /σ_z = (\d+\.?\d*): the points vary \1 times as much as chance alone would have them/,
    );
    expect(line({ kind: 'proportion', unit: '' }, shares, 'p')).not.toContain('σ_z');
  });
});

import { expect, test } from 'vitest';
import { enteredWords, openPoint } from '~/measures/entry';
import { leadFor } from '~/measures/lead';
import { entriesDue, entryStep } from '~/measures/next-entry';
import { readMeasure, type TestedCycle } from '~/measures/reading';
import { rulesSaid } from '~/measures/rules-said';
import type { SeriesPoint } from '~/measures/series';
import { tally } from '~/measures/tally';
import { plainMeasure } from './plain-measure';

const calendar = { schoolYearFirstMonth: 7, holidays: [] };
const measure = plainMeasure({
  name: 'Counselor minutes',
  type: 'balancing',
  kind: 'mean',
  direction: 'lower',
  unit: 'min',
  goal: 30,
  dueLagDays: 1,
});
const week = (n: number) => new Date(Date.UTC(2026, 6, 6 + 7 * n)).toISOString().slice(0, 10);
const series = (values: number[]): SeriesPoint[] =>
  values.map((value, n) => ({
    id: `p${n}`,
    periodStart: week(n),
    numerator: null,
    denominator: null,
    value,
    note: '',
    enteredAt: '2026-12-01T12:00:00.000Z',
    ghostedAt: null,
    ghostReason: null,
  }));
const cycle: TestedCycle = {
  id: 'c4',
  teamId: 't',
  number: 4,
  idea: 'Text first, then call',
  scale: 'few',
  startsOn: week(12),
  doStartedOn: week(12),
  doEndedOn: null,
  learned: '',
  decision: null,
  decidedOn: null,
  measureIds: ['m1'],
};
const before = [22, 24, 20, 23, 21, 25, 23, 20, 24, 22, 23, 21];
const after = [28, 32, 34, 33, 38, 41, 39, 40];

test('the lead says how sure, since when, and how far from the limit', () => {
  const worse = readMeasure(measure, series([...before, ...after]), [cycle], 'anhoej');
  expect(leadFor(measure, worse)).toBe(
    'That is unlikely to be luck. It began the week Cycle 4 began. The latest week is 40 min, past the limit of 30 min.',
  );
  const usual = readMeasure(measure, series(before), [], 'anhoej');
  expect(leadFor(measure, usual)).toBe(
    'Chance alone gives ups and downs like these. The latest week is 21 min, which meets the limit of 30 min.',
  );
  const few = readMeasure({ ...measure, goal: null }, series([22]), [], 'anhoej');
  expect(leadFor({ ...measure, goal: null }, few)).toBe(
    'A few points show what is usual. From 10 on, the rules can tell a change from chance. The latest week is 22 min.',
  );
  expect(leadFor(measure, readMeasure(measure, [], [], 'anhoej'))).toBe(
    'The first number makes the first point.',
  );
});

test('each rule set names its own rules with its own numbers', () => {
  const points = series([...before, ...after]);
  const said = (ruleSet: 'anhoej' | 'ihi' | 'nhs') =>
    rulesSaid(readMeasure(measure, points, [cycle], ruleSet));
  expect(said('anhoej').map(({ name, isMet }) => [name, isMet])).toEqual([
    ['Shift', true],
    ['Crossings', false],
  ]);
  expect(said('anhoej')[0]).toMatchObject({ verdict: 'worse' });
  expect(said('anhoej')[0]?.words).toMatch(
    /^8 points in a row above the median\. With \d+ points we look for \d/,
  );
  expect(said('ihi').map(({ name }) => name)).toEqual(['Shift', 'Trend', 'Runs']);
  expect(said('nhs').map(({ name }) => name)).toEqual(['Shift', 'Trend']);
  expect(rulesSaid(readMeasure(measure, series([1, 2]), [], 'ihi'))[0]?.name).toBe('Too early');
});

test('a shift that has ended is said to have ended, and credits no cycle', () => {
  const points = series([...before, ...after, 39, 40, ...before]);
  const reading = readMeasure(measure, points, [cycle], 'anhoej');
  expect(reading.words).toMatchObject({ verdict: 'none', word: 'No signal now' });
  expect(leadFor(measure, reading)).not.toContain('Cycle');
  expect(leadFor(measure, reading)).not.toContain('unlikely');
  expect(rulesSaid(reading)[0]).toMatchObject({ isMet: true, verdict: 'none' });
  expect(rulesSaid(reading)[0]?.words).toMatch(/points in a row above the median\. It has ended\. With/);
});

test('what a measure waits for is a sentence with its day', () => {
  expect(entryStep(measure, series(before).slice(0, 3), '2026-07-28', calendar)).toBeNull();
  expect(entryStep(measure, series(before).slice(0, 3), '2026-08-03', calendar)).toMatchObject({
    sentence: 'Enter “Counselor minutes” for the week of Jul 27',
    due: 'Due Monday, Aug 3',
    isLate: false,
  });
  expect(entryStep(measure, series(before).slice(0, 3), '2026-08-04', calendar)).toMatchObject({
    due: 'Was due Monday, Aug 3',
    isLate: true,
  });
  expect(entryStep(measure, [], '2026-08-04', calendar)?.sentence).toBe(
    'Enter the first number of “Counselor minutes”',
  );
  const late = entriesDue(
    { teamId: 't' },
    [measure, { ...measure, id: 'm2' }],
    new Map([
      ['m1', series(before).slice(0, 4)],
      ['m2', series(before).slice(0, 2)],
    ]),
    '2026-08-11',
    calendar,
  );
  expect(late.map(({ key }) => key)).toEqual(['m2', 'm1']);
});

test('the page opens on what is asked for, else on the oldest open period', () => {
  const points = series(before).filter((_, n) => n !== 10);
  expect(openPoint(measure, points, '2026-10-01', calendar, null)).toMatchObject({
    title: 'Enter the week of Sep 14',
    due: 'Was due Monday, Sep 21',
    period: week(10),
    before: { period: week(9), label: 'Week of Sep 7' },
    after: { period: week(11), label: 'Week of Sep 21' },
  });
  expect(openPoint(measure, points, '2026-10-01', calendar, '2026-07-08')).toMatchObject({
    title: 'Correct the week of Jul 6',
    period: week(0),
    before: null,
  });
});

test('where every number is in, the page opens on an empty form and says so: the last one is not typed over', () => {
  const points = series([...before, ...before].slice(0, 14));
  const lastWeek = points.at(-1)?.periodStart ?? '';
  expect(openPoint(measure, points, lastWeek, calendar, null)).toMatchObject({
    title: 'Every number is in',
    period: '',
    before: { period: lastWeek },
    after: null,
  });
});

test('what was saved is said back', () => {
  const entered = { periodStart: week(0), period: 'the week of Jul 6', is: '22 min', was: null };
  expect(enteredWords({ ...entered, isChanged: true, isMoved: false })).toBe(
    'Saved: the week of Jul 6 is 22 min.',
  );
  expect(enteredWords({ ...entered, was: '21 min', isChanged: true, isMoved: true })).toBe(
    'Saved: the week of Jul 6 is 22 min. It was 21 min. The date was moved to the first day of the week of Jul 6.',
  );
  expect(enteredWords({ ...entered, was: '22 min', isChanged: false, isMoved: false })).toBe(
    'Nothing changed: the week of Jul 6 was 22 min already.',
  );
  expect(enteredWords({ ...entered, is: null, was: '22 min', isChanged: true, isMoved: false })).toBe(
    'Removed: the week of Jul 6 has no number any more. It was 22 min.',
  );
});

test('a team’s measures are counted in words', () => {
  expect(tally(['better', 'none', 'worse', 'better'])).toBe(
    'Two measures improved, one is a concern, one has no signal.',
  );
  expect(tally(['early'])).toBe('One measure is too young to tell.');
  expect(tally([])).toBe('');
});

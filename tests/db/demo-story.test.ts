import { describe, expect, test } from 'vitest';
import { clockAt, week } from '#db/demo/clock';
import { tellDemo } from '#db/demo/demo';
import type { DemoRows } from '#db/demo/rows';
import type { Measure } from '~/measures/measure';
import { readMeasure } from '~/measures/reading';

/**
 * The demo's charts say what the story means them to say, read by the app's own rules. What its practices say:
 * tests/practices/demo-evidence.test.ts.
 */

type Told = DemoRows & { clock: ReturnType<typeof clockAt> };
const days = [
  '2026-12-01',
  '2026-11-22',
  '2028-02-29',
  '2027-01-01',
  '2026-07-01',
  '2027-04-14',
  '2027-09-05',
];
const tell = (day: string): Told => {
  const clock = clockAt(new Date(`${day}T17:00:00Z`), 'America/New_York');
  return { ...tellDemo(clock, 'hash'), clock };
};

const decisionOf = (told: Told, cycleId: string | undefined) =>
  told.cycleDecisions.find((decision) => decision.cycleId === cycleId)?.decision ?? null;

function readingOf(told: Told, name: string) {
  const measure = told.measures.find((one) => one.name === name);
  if (!measure?.id) throw new Error(`No measure is called ${name}`);
  const points = told.measurePoints.filter(
    ({ measureId, stratum = '' }) => measureId === measure.id && stratum === '',
  );
  const cycles = told.cycles.filter(({ teamId }) => teamId === measure.teamId);
  const isOurs = (row: { measureId: string }) => row.measureId === measure.id;
  const reading = readMeasure(
    {
      ...measure,
      baselineThrough: told.measureBaselines.find(isOurs)?.throughOn ?? null,
      phaseStarts: told.measureRebases.filter(isOurs).map(({ fromOn }) => fromOn),
      firstGoal: measure.goal,
      goalSteps: told.measureGoals.filter(isOurs),
    } as unknown as Measure,
    points.map((point) => ({
      ghostedAt: null,
      numerator: null,
      denominator: null,
      value: null,
      ...point,
    })) as Parameters<typeof readMeasure>[1],
    cycles.map((cycle) => ({
      id: cycle.id ?? '',
      teamId: cycle.teamId,
      number: cycle.number,
      idea: '',
      scale: cycle.scale ?? null,
      startsOn: cycle.startsOn,
      doStartedOn: cycle.doStartedOn ?? null,
      doEndedOn: cycle.doEndedOn ?? null,
      learned: cycle.learned ?? '',
      decision: decisionOf(told, cycle.id),
      decidedOn: null,
      measureIds: told.cyclePredictions.filter((one) => one.cycleId === cycle.id).map((one) => one.measureId),
    })),
    'anhoej',
  );
  return { measure, points, reading };
}

const shifts: [measure: string, says: 'better' | 'worse', since: number][] = [
  ['School days attended', 'better', week(-10)],
  ['Families reached the same day', 'better', week(-10)],
  ['Counselor minutes on calls each day', 'worse', week(-10)],
  ['Screening visits kept', 'better', week(-12)],
  ['Four-year-olds who can name 10 letters', 'better', week(-10)],
  ['First graders reading on pace', 'better', week(-23)],
  ['Children who know 20 letter sounds', 'better', week(-11)],
  ['Monday attendance, kindergarten to grade 3', 'worse', week(-13)],
  ['Families who read together four nights', 'better', week(-10)],
  ['Seniors who finish within 14 days of starting', 'better', week(-24)],
  ['Seniors on the list seen that week', 'better', week(-10)],
  ['Families who finish at a help session', 'better', week(-10)],
  ['7th graders who pass the weekly quiz', 'better', week(-16)],
  ['Tutoring sessions attended', 'better', week(-11)],
  ['Exit questions answered right', 'better', week(-10)],
  ['Homework handed in', 'better', week(-20)],
  ['Days from application to first day', 'better', week(-10)],
  ['Interviews kept', 'better', week(-14)],
  ['Work papers ready on the first day', 'better', week(-22)],
  ['9th graders on time for first period', 'better', week(-9)],
];
const quiet = [
  'Attendance gap by family income',
  'Forms sent back for errors',
  'Parents who ask about the form',
  '9th graders sent to the office',
];

describe.each(days)('the story told on %s', (day) => {
  const told = tell(day);

  test.each(shifts)('%s: %s since its change', (name, says, since) => {
    const { reading } = readingOf(told, name);
    const found = reading.chart.reading.signals.filter(({ rule }) => rule === 'shift');
    expect(found.map(({ verdict }) => verdict)).toEqual([says]);
    expect(reading.chart.points[found[0]?.points[0] ?? -1]?.date).toBe(told.clock.day(since));
    expect(reading.frozen).toBeGreaterThanOrEqual(12);
  });

  test('a measure got better, and is judged by its new phase since', () => {
    const { reading } = readingOf(told, 'Children screened at a checkup');
    const found = reading.chart.reading.signals;
    const begun = (index: number | undefined) => reading.chart.points[index ?? -1]?.date;
    expect(found.filter(({ past }) => past === 'phase').map(({ points }) => begun(points[0]))).toEqual([
      told.clock.day(week(-33)),
    ]);
    expect(reading.chart.reading.phases).toHaveLength(2);
    const last = found.flatMap(({ points }) => points.map(begun)).sort();
    expect((last.at(-1) ?? '') < told.clock.day(week(-16))).toBe(true);
  });

  test('a baseline is the one a person chose, a chart the one a measure names', () => {
    const { reading } = readingOf(told, 'Interviews kept');
    expect(reading.baseline?.by).toEqual({ kind: 'chosen', through: told.clock.day(week(-15)) });
    expect(readingOf(told, 'Days between injuries at work').reading.kind).toBe('t');
    const { kind, icons } = readingOf(told, 'Forms sent back for errors').reading;
    expect([kind, icons?.variationIcon]).toEqual(['p', 'common_cause']);
  });

  test('a goal that was raised is drawn from its day', () => {
    const { reading } = readingOf(told, 'School days attended');
    expect(reading.chart.goals?.map(({ goal }) => goal)).toEqual([90, 92]);
  });

  test('a measure by the month improved in the months after its change', () => {
    const { reading } = readingOf(told, 'Families who start a service within 45 days');
    const found = reading.chart.reading.signals.filter(({ rule }) => rule === 'shift');
    expect(found.map(({ verdict }) => verdict)).toEqual(['better']);
  });

  test.each(quiet)('%s: no signal', (name) => {
    expect(readingOf(told, name).reading.chart.reading.signals).toEqual([]);
  });

  test('one point is set aside with its reason, and one week is missing', () => {
    expect(told.measurePoints.filter(({ ghostedAt, ghostReason }) => ghostedAt && ghostReason)).toHaveLength(
      1,
    );
    const { points, reading } = readingOf(told, 'Tutoring sessions attended');
    expect(reading.chart.points.filter(({ value }) => value === null)).toHaveLength(1);
    expect(points).toHaveLength(31);
  });

  test('about a third of the tests that ended were adapted, abandoned or left open', () => {
    const honest = told.cycleDecisions.filter(({ decision }) =>
      ['adapt', 'abandon', 'inconclusive'].includes(decision),
    );
    const share = honest.length / told.cycleDecisions.length;
    expect(share).toBeGreaterThan(0.25);
    expect(share).toBeLessThan(0.5);
  });
});

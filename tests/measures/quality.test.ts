import { describe, expect, test } from 'vitest';
import { openPoint } from '~/measures/entry';
import { lastNumberWords } from '~/measures/freshness';
import { gridWindow } from '~/measures/grid-periods';
import type { Measure } from '~/measures/measure';
import { aboutEntry, entryStep, isOnMyList } from '~/measures/next-entry';
import { qualityFlags } from '~/measures/quality';
import type { SeriesPoint } from '~/measures/series';
import { plainMeasure } from './plain-measure';

const calendar = { schoolYearFirstMonth: 7, holidays: [], timeZone: 'America/New_York' };
const monday = (week: number) => new Date(Date.UTC(2026, 6, 6 + 7 * week)).toISOString().slice(0, 10);
/** Entered on the Friday of its week, but for the first, which came along. */
const enteredOn = (day: string) => `${day}T18:00:00.000Z`;
const friday = (week: number) => new Date(Date.UTC(2026, 6, 10 + 7 * week)).toISOString().slice(0, 10);

const point = (week: number, some: Partial<SeriesPoint>): SeriesPoint => ({
  id: `p${week}`,
  periodStart: monday(week),
  numerator: null,
  denominator: null,
  value: null,
  note: '',
  enteredAt: enteredOn(friday(week)),
  ghostedAt: null,
  ghostReason: null,
  rawValues: null,
  ...some,
});
const shares = (pairs: [number, number][]) =>
  pairs.map(([numerator, denominator], week) => point(week, { numerator, denominator }));
const values = (numbers: number[]) => numbers.map((value, week) => point(week, { value }));
const minutes = plainMeasure({ kind: 'mean', unit: 'minutes', goal: null, type: 'balancing' });

/** On the Sunday after the last number, unless another day is said. */
function flags(measure: Measure, points: SeriesPoint[], today?: string) {
  const last = points.at(-1)?.periodStart ?? '2026-07-06';
  const sunday = new Date(Date.parse(last) + 6 * 86_400_000).toISOString().slice(0, 10);
  return qualityFlags(measure, points, { teamId: 't1', today: today ?? sunday, calendar });
}
const said = (measure: Measure, points: SeriesPoint[], today?: string) =>
  flags(measure, points, today).map(({ sentence }) => sentence);

const plain: [number, number][] = [
  [266, 310],
  [261, 309],
  [263, 312],
  [258, 310],
  [267, 311],
  [262, 310],
];

test('good numbers need no look, and neither does a measure without any', () => {
  expect(said(plainMeasure(), shares(plain))).toEqual([]);
  expect(said(plainMeasure(), [])).toEqual([]);
});

describe('late', () => {
  test('a number is late once its day has passed, and not before', () => {
    expect(said(plainMeasure(), shares(plain), '2026-08-30')).toEqual([]);
    expect(flags(plainMeasure(), shares(plain), '2026-08-31')).toEqual([
      {
        kind: 'late',
        sentence: 'The week of Aug 17 has no number. It was due Sunday, Aug 30.',
        mend: { href: '/teams/t1/measures/m1/enter?period=2026-08-17', words: 'Enter it' },
      },
    ]);
  });

  test('between rare events no number is late, and no day is missing', () => {
    const rare = plainMeasure({ kind: 'time between', unit: 'days', frequency: 'daily', goal: null });
    const points = [point(0, { value: 12 }), point(3, { value: 21 }), point(4, { value: 7 })];
    expect(said(rare, points, '2027-01-11')).toEqual([]);
    expect(entryStep(rare, points, '2027-01-11', calendar)).toBeNull();
    expect(entryStep(rare, [], '2027-01-11', calendar)).not.toBeNull();
    expect(openPoint(rare, points, '2026-09-10', calendar, null)).toMatchObject({
      title: 'Enter Sep 10',
      due: '',
      period: '2026-09-10',
    });
    const starts = points.map(({ periodStart }) => periodStart);
    const { periods, next } = gridWindow(rare, starts, '2026-09-10', calendar);
    expect([next, periods.at(-2)?.start, periods.some(({ hint }) => /due/i.test(hint))]).toEqual([
      null,
      '2026-09-10',
      false,
    ]);
  });
});

describe('missing', () => {
  const without = (...weeks: number[]) =>
    shares([...plain, ...plain].slice(0, 12)).filter((_, week) => !weeks.includes(week));

  test('a hole among the newest numbers is named with its week', () => {
    expect(said(plainMeasure(), without(5))).toEqual(['The week of Aug 10 has no number.']);
    expect(said(plainMeasure(), without(4, 5))).toEqual([
      '2 weeks from the week of Aug 3 on have no number.',
    ]);
  });

  test('a hole of four weeks is a break, and a week off is none', () => {
    expect(said(plainMeasure(), without(3, 4, 5, 6))).toEqual([]);
    const holidays = [0, 1, 2, 3, 4].map((day) => `2026-08-${10 + day}`);
    const context = { teamId: 't1', today: '2026-09-27', calendar: { ...calendar, holidays } };
    expect(qualityFlags(plainMeasure(), without(5), context)).toEqual([]);
  });

  test('what is late is not missing too', () => {
    expect(said(plainMeasure(), without(10))).toEqual(['The week of Sep 14 has no number.']);
    expect(said(plainMeasure(), without(10), '2026-09-28')).toEqual([
      'The week of Sep 14 has no number. It was due Sunday, Sep 27.',
    ]);
  });
});

describe('outside what it can be', () => {
  const within = { ...minutes, lowest: 5, highest: 120 };
  test('a number beyond the lowest or highest is asked about', () => {
    expect(said(within, values([41, 43, 140, 44]))).toEqual([
      'The week of Jul 20 is 140 minutes. You said it is at most 120 minutes.',
    ]);
    expect(said(within, values([41, 4]))).toEqual([
      'The week of Jul 13 is 4 minutes. You said it is at least 5 minutes.',
    ]);
    expect(said(within, values([5, 120]))).toEqual([]);
  });

  test('a point that was set aside is left alone', () => {
    const points = values([41, 140]).map((one, week) =>
      week === 1 ? { ...one, ghostedAt: '2026-08-01T12:00:00.000Z', ghostReason: 'A typing mistake' } : one,
    );
    expect(said(within, points)).toEqual([]);
  });
});

describe('another size', () => {
  const then = (denominator: number, note = '') => [
    ...shares(plain.slice(0, 5)),
    point(5, { numerator: 100, denominator, note }),
  ];

  test('a group more than a quarter larger or smaller than the five before is asked about', () => {
    expect(said(plainMeasure(), then(124))).toEqual([
      'The week of Aug 10 is out of 124. Before, it was about 310. If that is right, say why in the note.',
    ]);
    expect(said(plainMeasure(), then(388))).toHaveLength(1);
    expect(said(plainMeasure(), then(387))).toEqual([]);
    expect(said(plainMeasure(), then(233))).toEqual([]);
    expect(said(plainMeasure(), then(232))).toHaveLength(1);
  });

  test('a note explains it', () => {
    expect(said(plainMeasure(), then(124, 'Two-day week'))).toEqual([]);
  });

  test('a small count swings by itself, and a large one does not', () => {
    const of = (usual: number, denominator: number) =>
      said(plainMeasure(), [
        ...Array.from({ length: 5 }, (_, week) => point(week, { numerator: 1 + week, denominator: usual })),
        point(5, { numerator: 7, denominator }),
      ]);
    expect(of(20, 29)).toEqual([]);
    expect(of(20, 30)).toHaveLength(1);
    expect(of(100, 125)).toEqual([]);
    expect(of(100, 126)).toHaveLength(1);
  });

  test('a size that was there among the five is no jump, and four numbers before are too few', () => {
    const swinging = shares([
      [20, 30],
      [20, 44],
      [20, 31],
      [20, 45],
      [20, 30],
      [20, 44],
    ]);
    expect(said(plainMeasure(), swinging)).toEqual([]);
    expect(
      said(plainMeasure(), [...shares(plain.slice(0, 4)), point(4, { numerator: 9, denominator: 10 })]),
    ).toEqual([]);
  });
});

describe('entered long after', () => {
  test('a number that came more than twice its time and a month late is compared with its source', () => {
    const lateOne = (day: string) => [
      ...shares(plain.slice(0, 2)),
      point(2, { numerator: 263, denominator: 312, enteredAt: enteredOn(day) }),
    ];
    // Its week ended on Jul 26; it has 7 days: 14 + 30 later is Sep 8.
    expect(said(plainMeasure(), lateOne('2026-09-08'))).toEqual([]);
    expect(said(plainMeasure(), lateOne('2026-09-09'))).toEqual([
      'The week of Jul 20 was entered or changed 45 days after it ended. Is it as in the source?',
    ]);
  });

  test('several are one sentence, and what came with the first numbers is a history brought along', () => {
    const onDay = (day: string) => shares(plain).map((one) => ({ ...one, enteredAt: enteredOn(day) }));
    expect(said(plainMeasure(), onDay('2026-12-01'))).toEqual([]);
    const [first, ...others] = onDay('2026-12-01');
    const points = [{ ...(first as SeriesPoint), enteredAt: enteredOn('2026-07-10') }, ...others];
    expect(said(plainMeasure(), points)).toEqual([
      '5 numbers were entered or changed long after their weeks. Are they as in the source?',
    ]);
  });
});

describe('too round', () => {
  test('eight numbers and more that nearly all end in 0, or in 0 or 5, are asked about, not charged', () => {
    expect(said(minutes, values([40, 50, 40, 60, 30, 50, 43, 70]))).toEqual([
      '7 of the last 8 numbers end in 0. Counted, or rounded? Both can be right.',
    ]);
    expect(said(minutes, values([45, 50, 40, 65, 35, 55, 43, 70]))).toEqual([
      '7 of the last 8 numbers end in 0 or 5. Counted, or rounded? Both can be right.',
    ]);
    expect(said(minutes, values([45, 51, 42, 65, 38, 55, 43, 70]))).toEqual([]);
    expect(said(minutes, values([40, 50, 40, 60, 30, 50, 70]))).toEqual([]);
  });

  test('of a share, the count on top is looked at', () => {
    const tens = shares([250, 260, 250, 240, 260, 270, 250, 260].map((count) => [count, 311]));
    expect(said(plainMeasure(), tens)).toHaveLength(1);
    const counted = shares([251, 263, 250, 242, 260, 271, 252, 264].map((count) => [count, 300]));
    expect(said(plainMeasure(), counted)).toEqual([]);
  });

  test('the same number week after week is asked about, but not zero, not everybody, and not small counts', () => {
    expect(said(minutes, values([42, 42, 42, 42, 42, 42, 42, 43]))).toEqual([
      '7 of the last 8 numbers are 42 minutes. Counted, or rounded? Both can be right.',
    ]);
    const count = plainMeasure({ kind: 'count', unit: 'families', goal: null });
    expect(said(count, values([0, 0, 0, 0, 0, 0, 0, 30]))).toEqual([]);
    expect(said(count, values([5, 5, 10, 5, 10, 5, 5, 10]))).toEqual([]);
    expect(said(plainMeasure(), shares(Array.from({ length: 9 }, () => [300, 300])))).toEqual([]);
  });
});

test('only the newest twelve numbers are looked at', () => {
  const within = { ...minutes, highest: 120 };
  const rest = [41, 43, 47, 44, 48, 42, 46, 41, 49, 43, 44, 47];
  expect(said(within, values([140, ...rest]))).toEqual([]);
  expect(said(within, values([140, ...rest.slice(1)]))).toHaveLength(1);
});

test('the last number is said with its period and the day it came', () => {
  const weekly = plainMeasure();
  const points = shares(plain.slice(0, 2));
  expect(lastNumberWords(weekly, points, '2026-12-01', 'America/New_York')).toBe(
    'Last number: the week of Jul 13, entered Jul 17.',
  );
  expect(lastNumberWords(weekly, points, '2027-01-05', 'America/New_York')).toBe(
    'Last number: the week of Jul 13, 2026, entered Jul 17, 2026.',
  );
  expect(lastNumberWords(weekly, [], '2026-12-01', 'America/New_York')).toBe('');
  const late = [{ ...(points[0] as SeriesPoint), enteredAt: '2026-07-11T02:00:00.000Z' }];
  expect(lastNumberWords(weekly, late, '2026-12-01', 'America/New_York')).toContain('entered Jul 10');
});

test('a number is on its owner’s list; without an owner on everybody’s; a coach sees them all', () => {
  const grace = { ownerId: 'grace', owner: 'Grace Lin', isCoach: false };
  expect([isOnMyList(grace, 'grace'), isOnMyList(grace, 'dana')]).toEqual([true, false]);
  expect(isOnMyList({ ...grace, isCoach: true }, 'renee')).toBe(true);
  expect(isOnMyList({ ownerId: null, owner: null, isCoach: false }, 'dana')).toBe(true);
  // Grace left the team: her name is not known to it any more.
  expect(isOnMyList({ ...grace, owner: null }, 'dana')).toBe(true);
  expect(aboutEntry('Attendance Team', grace, 'grace')).toBe('Attendance Team');
  expect(aboutEntry('Attendance Team', grace, 'renee')).toBe('Attendance Team. On the list of Grace Lin');
});

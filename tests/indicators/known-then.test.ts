import { describe, expect, test } from 'vitest';
import { endOfDay } from '~/access/today';
import { definitionThen, figuresThen, type Past, referencesThen } from '~/indicators/known-then';
import { anObserved, aRule } from './readings';

const [january, february, march, april] = ['01', '02', '03', '04'].map(
  (month) => `2026-${month}-15T12:00:00.000Z`,
) as [string, string, string, string];

const past = (some: Partial<Past>): Past => ({
  kind: 'figure',
  cell: '2021-22 ',
  was: null,
  knownFrom: january,
  knownUntil: march,
  ...some,
});
const figure = (value: number) => ({ period: '2021-22', subgroupId: null, value, isSuppressed: 0 });
const now = (value: number, enteredAt: string) => ({ ...anObserved({ value }), enteredAt });
const values = (...given: Parameters<typeof figuresThen>) => figuresThen(...given).map(({ value }) => value);

describe('the figures that were known at an instant', () => {
  test('a figure is known from when it was entered', () => {
    expect(values([now(70, march)], [], february)).toEqual([]);
    expect(values([now(70, march)], [], march)).toEqual([70]);
  });

  test('a figure that was changed is read as it was, each version in its time', () => {
    const pasts = [
      past({ was: figure(60), knownFrom: january, knownUntil: february }),
      past({ was: figure(65), knownFrom: february, knownUntil: march }),
    ];
    const stands = [now(70, march)];
    expect(values(stands, pasts, '2026-01-01T00:00:00.000Z')).toEqual([]);
    expect(values(stands, pasts, january)).toEqual([60]);
    expect(values(stands, pasts, february)).toEqual([65]);
    expect(values(stands, pasts, april)).toEqual([70]);
  });

  test('a figure that was taken out since is read, and one not entered anew is not', () => {
    const pasts = [past({ was: figure(60), knownFrom: january, knownUntil: march })];
    expect(values([], pasts, february)).toEqual([60]);
    expect(values([], pasts, april)).toEqual([]);
  });

  test('an import taken back: its figures in its time, those before it before and after', () => {
    const pasts = [
      past({ was: figure(60), knownFrom: january, knownUntil: february }),
      past({ was: figure(65), knownFrom: february, knownUntil: march }),
    ];
    // What was there came back whole, with when it was entered.
    const stands = [now(60, january)];
    expect(values(stands, pasts, january)).toEqual([60]);
    expect(values(stands, pasts, february)).toEqual([65]);
    expect(values(stands, pasts, april)).toEqual([60]);
  });

  test('nothing stood where a figure was out for days', () => {
    const pasts = [
      past({ was: figure(60), knownFrom: january, knownUntil: february }),
      past({ was: null, knownFrom: february, knownUntil: march }),
    ];
    expect(values([now(60, january)], pasts, '2026-02-20T00:00:00.000Z')).toEqual([]);
    expect(values([now(60, january)], pasts, april)).toEqual([60]);
  });

  test('a suppressed cell of the past is suppressed, each group by itself', () => {
    const pasts = [
      past({
        cell: '2021-22 black',
        was: { period: '2021-22', subgroupId: 'black', denominator: 12, isSuppressed: 1 },
      }),
    ];
    expect(figuresThen([now(70, january)], pasts, february)).toMatchObject([
      { subgroupId: null, value: 70 },
      { subgroupId: 'black', value: null, denominator: 12, isSuppressed: true },
    ]);
  });
});

test('a definition is read as it was: baseline, movement, core, archived', () => {
  const today = {
    ...aRule({ baselinePeriod: '2022-23', minimumMovement: 0 }),
    createdAt: january,
    archivedAt: march as string | null,
    isCore: false,
  };
  const was = { baselinePeriod: '2021-22', minimumMovement: 2, isCore: 1, archivedAt: null };
  const pasts = [past({ kind: 'definition', cell: '', was })];
  expect(definitionThen(today, pasts, '2026-01-01T00:00:00.000Z')).toBeNull();
  expect(definitionThen(today, pasts, february)).toMatchObject({
    baselinePeriod: '2021-22',
    minimumMovement: 2,
    isCore: true,
    archivedAt: null,
  });
  expect(definitionThen(today, pasts, april)).toBeNull();
});

test('the group to compare with is the one that was chosen then', () => {
  const chosen = [{ dimensionId: 'race', subgroupId: 'white', createdAt: january }];
  const pasts = [past({ kind: 'reference', cell: 'race', was: { subgroupId: 'asian' } })];
  expect(referencesThen(chosen, pasts, february).get('race')).toBe('asian');
  expect(referencesThen(chosen, pasts, april).get('race')).toBe('white');
  expect(referencesThen(chosen, [], '2026-01-01T00:00:00.000Z').size).toBe(0);
});

test('a day ends when the next begins where the community is', () => {
  expect(endOfDay('UTC', '2026-06-30')).toBe('2026-07-01T00:00:00.000Z');
  expect(endOfDay('America/New_York', '2026-06-30')).toBe('2026-07-01T04:00:00.000Z');
  expect(endOfDay('America/New_York', '2026-03-08')).toBe('2026-03-09T04:00:00.000Z');
  expect(endOfDay('America/New_York', '2026-03-07')).toBe('2026-03-08T05:00:00.000Z');
  expect(endOfDay('Pacific/Kiritimati', '2026-06-30')).toBe('2026-06-30T10:00:00.000Z');
  expect(endOfDay('Pacific/Pago_Pago', '2024-02-29')).toBe('2024-03-01T11:00:00.000Z');
});

import { describe, expect, test } from 'vitest';
import { clockAt } from '#db/demo/clock';
import { tellDemo } from '#db/demo/demo';
import type { Figure } from '~/indicators/cells';
import { movementOf } from '~/indicators/change';
import { equityVerdict } from '~/statistics/equity';
import { gapChange } from '~/statistics/gap-change';

describe('the demo’s indicators', () => {
  const told = tellDemo(clockAt(new Date('2026-12-01T17:00:00Z'), 'America/New_York'), 'hash');
  const cellsOf = (name: string, group: string | null) => {
    const indicator = told.indicators.find((one) => one.name === name);
    const subgroup = group === null ? null : told.subgroups.find((one) => one.name === group)?.id;
    const own = told.observations
      .filter((one) => one.indicatorId === indicator?.id && (one.subgroupId ?? null) === subgroup)
      .sort((a, b) => a.period.localeCompare(b.period));
    const cell = (one: (typeof own)[number] | undefined) => ({
      count: one?.numerator ?? 0,
      of: one?.denominator ?? 1,
    });
    const first = own.find(({ period }) => period === indicator?.baselinePeriod) ?? own[0];
    return {
      better: indicator?.direction === 'lower' ? ('down' as const) : ('up' as const),
      indicator,
      before: cell(first),
      after: cell(own.at(-1)),
    };
  };
  const percent = ({ count, of }: { count: number; of: number }) => (100 * count) / of;

  test.each([
    ['Ready for kindergarten', 'improved', true],
    ['FAFSA completed by June 30', 'improved', true],
    ['8th-grade math, on grade level', 'held', false],
    ['Chronic absence, grades K–3', 'worsened', true],
    ['Enrolled the fall after graduating', 'worsened', false],
  ])('%s %s, beyond chance: %s', (name, status, beyondChance) => {
    const { before, after, indicator } = cellsOf(name, null);
    const figure = (counts: typeof before): Figure => ({
      state: 'figure',
      value: percent(counts),
      counts,
      margin: null,
      of: counts.of,
    });
    const found = movementOf(figure(before), figure(after), {
      unit: 'percent',
      ratePer: 1,
      direction: indicator?.direction ?? 'higher',
      minimumMovement: indicator?.minimumMovement ?? 0,
    });
    expect(found).toMatchObject({ status, beyondChance });
  });

  test.each([
    ['FAFSA completed by June 30', 'Low-income', 'Not low-income', 'improved for all, narrowed'],
    [
      'Screened for development by age 3',
      'English learner',
      'Not an English learner',
      'improved for all, narrowed',
    ],
    ['FAFSA completed by June 30', 'English learner', 'Not an English learner', 'improved for all, widened'],
    ['Algebra I by the end of 8th grade', 'Black', 'White', 'improved for all, widened'],
    ['Chronic absence, grades K–3', 'Low-income', 'Not low-income', 'both fell'],
    ['Back for a second year, two-year college', 'Male', 'Female', 'reversed'],
    ['8th-grade math, on grade level', 'Black', 'White', 'unclear'],
  ])('%s, %s beside %s: %s', (name, focusName, referenceName, verdict) => {
    const focus = cellsOf(name, focusName);
    const reference = cellsOf(name, referenceName);
    const figures = ({ before, after }: typeof focus) => ({
      baseline: percent(before),
      latest: percent(after),
    });
    const found = equityVerdict({
      focus: figures(focus),
      reference: figures(reference),
      better: focus.better,
      interval: gapChange({ focus, reference }).interval,
    });
    expect(found.class).toBe(verdict);
  });
});

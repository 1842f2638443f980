import type { Direction, IndicatorUnit } from '#db/vocabulary';
import { hiddenAtDates } from '~/access/small-counts';
import { type Observed, openCell, type PlacedCell } from '~/indicators/cells';
import { baselineGap, type GapAt, gapSince, gapsOf } from '~/indicators/gap';
import { inOrder } from '~/indicators/periods';
import { type Dimension, movedSince, type Rule } from '~/indicators/reading';
import { type Series, seriesOf } from '~/indicators/series';
import type { EquityClass } from '~/statistics/equity';
import type { Status } from '~/statistics/movement';

/** Believable defaults for the pure tests of this room. */

export const aRule = (some: Partial<Rule> = {}): Rule => ({
  unit: 'percent',
  ratePer: 1,
  direction: 'higher',
  periodKind: 'school year',
  baselinePeriod: null,
  minimumMovement: 0,
  target: null,
  targetPeriod: null,
  ...some,
});

export const anObserved = (some: Partial<Observed> = {}): Observed => ({
  period: '2021-22',
  subgroupId: null,
  numerator: null,
  denominator: null,
  value: null,
  marginOfError: null,
  isSuppressed: false,
  ...some,
});

const group = (id: string) => ({ id, name: id[0]?.toUpperCase() + id.slice(1) });

export const splits: Dimension[] = [
  {
    id: 'race',
    name: 'Race and ethnicity',
    groups: ['asian', 'black', 'native', 'white'].map(group),
    chosenReferenceId: null,
  },
  { id: 'gender', name: 'Gender', groups: ['boys', 'girls'].map(group), chosenReferenceId: null },
];

/*
 * The plain-data door: an indicator and small tables as plain values through the app's own functions. Here they are
 * only put into the app's shapes and back: a proportion is 0 … 1 outside and 0 … 100 inside.
 */

export type PlainKind = 'proportion' | 'rate' | 'count' | 'mean' | 'money';

export interface PlainObservation {
  period: string;
  /** `all` is everyone. */
  group: string;
  numerator?: number | null;
  denominator?: number | null;
  value?: number | null;
  /** 90 %, as the Census publishes it. */
  marginOfError?: number | null;
  suppressed?: boolean;
}

export interface PlainIndicator {
  kind: PlainKind;
  direction: Exclude<Direction, 'neither'>;
  minimumMovement?: number;
  baselinePeriod?: string | null;
  focus: string;
  reference: string;
  observations: PlainObservation[];
}

export interface PlainReading {
  status: Status;
  beyondChance: boolean | null;
  /** latest − baseline, whichever way is better. */
  change: number | null;
  gap: {
    baseline: number | null;
    latest: number | null;
    ratioBaseline: number | null;
    ratioLatest: number | null;
    change: number | null;
    interval: [low: number, high: number] | null;
  };
  verdict: EquityClass;
}

const unitOfKind = (kind: PlainKind): IndicatorUnit => (kind === 'proportion' ? 'percent' : kind);

/** What the app says of an indicator: everyone since the baseline, and the gap between two groups. */
export function readIndicator(plain: PlainIndicator): PlainReading {
  const inside = plain.kind === 'proportion' ? 100 : 1;
  const { keys, periods } = inOrder(plain.observations.map((one) => String(one.period)));
  const asked = plain.baselinePeriod ?? null;
  const rule = aRule({
    unit: unitOfKind(plain.kind),
    direction: plain.direction,
    minimumMovement: (plain.minimumMovement ?? 0) * inside,
    baselinePeriod: asked === null ? null : (inOrder([String(asked)]).periods[0]?.key ?? null),
  });
  const times = (value: number | null | undefined) => (value == null ? null : value * inside);
  const placed = plain.observations.flatMap((one): PlacedCell[] => {
    const observed = anObserved({
      period: keys.get(String(one.period)) ?? '',
      subgroupId: one.group === 'all' ? null : one.group,
      numerator: one.numerator ?? null,
      denominator: one.denominator ?? null,
      value: times(one.value),
      marginOfError: times(one.marginOfError),
      isSuppressed: one.suppressed === true,
    });
    const cell = openCell(observed, rule);
    return cell ? [{ period: observed.period, subgroupId: observed.subgroupId, cell }] : [];
  });
  const idOf = (group: string) => ({ id: group === 'all' ? null : group, name: group });
  const [all, focus, reference] = seriesOf(
    placed,
    periods,
    ['all', plain.focus, plain.reference].map(idOf),
  ) as [Series, Series, Series];
  const { movement } = movedSince(all, periods, rule);
  const gaps = gapsOf(focus, reference, rule);
  const since = gapSince(gaps, focus, reference, periods, rule);
  const [baseline, latest] = since ? [since.baseline, since.latest] : ends(gaps, periods, rule);
  const out = (value: number | null | undefined) => (value == null ? null : value / inside);
  return {
    status: movement.status,
    beyondChance: movement.beyondChance,
    change: out(movement.change),
    gap: {
      baseline: out(baseline?.difference),
      latest: out(latest?.difference),
      ratioBaseline: baseline?.ratio ?? null,
      ratioLatest: latest?.ratio ?? null,
      change: out(since?.change),
      interval: since?.interval ? [since.interval.low / inside, since.interval.high / inside] : null,
    },
    verdict: since?.verdict.class ?? 'no data',
  };
}

/** Where no two gaps can be compared: the chosen baseline's where there is one, and the newest other one. */
function ends(gaps: readonly GapAt[], periods: readonly { key: string }[], rule: Rule) {
  const baseline = rule.baselinePeriod === null ? undefined : baselineGap(gaps, periods, rule.baselinePeriod);
  return [baseline, gaps.at(-1) === baseline ? undefined : gaps.at(-1)] as const;
}

export interface PlainCell {
  numerator?: number | null;
  denominator?: number | null;
  masked?: true;
}

export interface PlainTable {
  threshold: number;
  total?: PlainCell;
  groups: (PlainCell & { name: string })[];
}

/** The dates of one table as somebody who may not edit it sees them. */
export function maskTables(tables: PlainTable[]): PlainTable[] {
  const count = (cell: PlainCell) => ({
    numerator: cell.numerator ?? null,
    denominator: cell.denominator ?? null,
  });
  const hidden = hiddenAtDates(
    tables.map(({ threshold, total, groups }) => ({
      threshold,
      total: total ? count(total) : null,
      groups: groups.map((group) => ({ name: group.name, ...count(group) })),
      partOfWhole: true,
    })),
  );
  return tables.map((table, date) => {
    const { total, groups } = hidden[date] as (typeof hidden)[number];
    return {
      ...table,
      ...(table.total && { total: total ? { masked: true as const } : table.total }),
      groups: table.groups.map((group, index) =>
        groups.has(index) ? { name: group.name, masked: true as const } : group,
      ),
    };
  });
}

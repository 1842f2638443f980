import type { CsvCell } from '~/exports/csv';
import type { Area } from './board';

export const scoreHeads = [
  'As of',
  'Outcome',
  'Indicator',
  'Core or contributing',
  'Better',
  'Since baseline',
  'Beyond chance',
  'Baseline period',
  'Baseline',
  'Latest period',
  'Latest',
  'Change',
  'Unit',
  'Target period',
  'Target',
  'Largest gap by',
  'Group',
  'Compared with',
  'Gap',
  'Gap at baseline',
  'Gap now',
  'Verdict',
  'A team works on it',
] as const;

const chance = { true: 'yes', false: 'no', null: '' } as const;
const figure = (words: string | null | undefined): CsvCell => {
  if (!words) return null;
  const plain = words.replace(/,/g, '');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : words;
};

/** What was worked out, without the dust that binary leaves on decimals: 3.2, not 3.2000000000000006. */
const computed = (value: number | null | undefined): CsvCell =>
  value === null || value === undefined ? null : Number(value.toPrecision(12));

/** The scoreboard, an indicator a row, as the one who asks may see it. */
export function scoreboardFile(areas: readonly Area[], asOf: string): CsvCell[][] {
  return areas.flatMap((area) =>
    area.rows.map((row) => [
      asOf,
      area.name,
      row.name,
      row.isCore ? 'core' : 'contributing',
      row.isLowerBetter ? 'lower' : 'higher',
      row.status,
      chance[`${row.beyondChance}`],
      row.baseline?.label ?? null,
      computed(row.baseline?.value),
      row.latest?.label ?? null,
      computed(row.latest?.value),
      computed(row.changeValue),
      unitWords(row.unit),
      row.target?.label ?? null,
      row.target?.value ?? null,
      row.gap?.dimension ?? null,
      row.gap?.focus ?? null,
      row.gap?.reference ?? null,
      row.gap?.word ?? null,
      figure(row.gap?.before),
      figure(row.gap?.now),
      row.gap?.verdict ?? null,
      row.hasTeam ? 'yes' : 'no',
    ]),
  );
}

const unitWords = ({ kind, suffix }: Area['rows'][number]['unit']): string =>
  suffix ?? (kind === 'percent' ? '%' : kind === 'money' ? '$' : '');

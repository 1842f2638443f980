import type { IndicatorUnit, PeriodKind } from '#db/vocabulary';
import type { Period } from '~/imports/calendar';
import { findYearsTogether } from '~/imports/found-periods';
import type { Table } from '~/imports/header';
import type { PrivacyWarning } from '~/imports/mapping';
import type { Refusal, Remark, Skip } from '~/imports/observation';
import { observationSteps } from '~/imports/observations';
import { addReason, joinReasons, noReasons, type Reasons } from '~/imports/reasons';
import { type About, type Repeat, settlingSteps } from '~/imports/repeats';
import { atOnce, type Steps } from '~/imports/steps';
import type { Choices } from './choices';
import { plainName } from './dimension-names';
import { withoutSharedYears } from './years-together';

/** One figure of a file, as it would be kept. */
export interface ReadFigure {
  line: number;
  /** null: everyone. */
  group: string | null;
  period: Period;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  /** null: the file gives none. */
  marginOfError: number | null;
  isSuppressed: boolean;
}

export interface FileReading {
  figures: ReadFigure[];
  /** The groups in the order of the file, each once, by the spelling that comes first. */
  groups: string[];
  refused: Reasons<Refusal>;
  /** Blank or not available: no mistake. */
  skipped: Reasons<Skip>;
  remarks: Reasons<Remark>;
  filteredOut: number;
  /** Rows that give another number for what has one already: the question the person is asked. */
  repeats: Repeat[];
  repeatCount: number;
  /** While there is any, nothing can be saved. */
  problems: string[];
  privacyWarnings: PrivacyWarning[];
  /** All its periods are of the other kind: calendar years where school years are kept, or the other way. */
  isOtherCalendar: boolean;
  /** A period of several years together, as the file spells it, where there is one and it can be kept. */
  yearsTogether: string | null;
}

export interface ReadFor {
  unit: IndicatorUnit;
  periodKind: PeriodKind;
  /** First month of the school year, 1–12. */
  firstMonth: number;
  /** The year of the newest number there is. */
  newestKept?: number | null;
}

/** Reads a file by these choices: figures for an indicator, or the line and the reason why not. */
export const readFile = (table: Table, choices: Choices, indicator: ReadFor): FileReading =>
  atOnce(fileSteps(table, choices, indicator));

/** readFile in steps. */
export function* fileSteps(table: Table, choices: Choices, indicator: ReadFor): Steps<FileReading> {
  const { mapping } = choices;
  const read = yield* observationSteps(table, mapping, {
    firstMonth: indicator.firstMonth,
    allowNegative: indicator.unit === 'mean' || indicator.unit === 'money',
    mayExceed: indicator.unit !== 'percent',
  });
  const refused = noReasons<Refusal>();
  const spelled = new Map<string, string>();
  const all: ReadFigure[] = [];
  let otherKinds = 0;
  for (const [index, row] of read.rows.entries()) {
    if (index % rowsAtOnce === 0) yield;
    if (row.period.kind !== indicator.periodKind) {
      otherKinds += 1;
      addReason(refused, () => ({
        line: row.line,
        column: null,
        cell: row.period.label,
        reason: otherKind(row.line, row.period, indicator),
      }));
      continue;
    }
    const name = row.subgroup.replace(/\s+/g, ' ').trim();
    if (name.length > longestName) {
      const reason = `Line ${row.line}: a group's name has at most ${longestName} characters.`;
      addReason(refused, () => ({ line: row.line, column: null, cell: `${name.slice(0, 40)}…`, reason }));
      continue;
    }
    const group = row.isTotal ? null : (spelled.get(plainName(name)) ?? name);
    const hasCounts = row.numerator !== null && row.denominator !== null && row.denominator > 0;
    if (group !== null) spelled.set(plainName(group), group);
    all.push({
      line: row.line,
      group,
      period: row.period,
      numerator: row.suppressed ? null : row.numerator,
      denominator: row.denominator,
      // What the counts say is not kept a second time; what the file published is.
      value:
        row.suppressed || (hasCounts && mapping.valueColumn === null && mapping.shape === 'long')
          ? null
          : row.value,
      marginOfError: row.margin,
      isSuppressed: row.suppressed,
    });
  }
  const { taken, left } = withoutSharedYears(all, indicator.newestKept ?? null);
  const shared = noReasons<Skip>();
  for (const { line, reason } of left) addReason(shared, () => ({ line, column: null, reason }));
  const settled = yield* settlingSteps(taken, aboutFigures, choices.repeats);
  const groups = [...new Set(settled.rows.flatMap(({ group }) => group ?? []))];
  const isOtherCalendar = otherKinds > 0 && otherKinds === read.rows.length;
  return {
    figures: settled.rows,
    groups,
    // One sentence says it for every line.
    refused: isOtherCalendar
      ? noReasons<Refusal>()
      : joinReasons(read.refused, joinReasons(refused, settled.refused)),
    skipped: joinReasons(read.skipped, joinReasons(shared, settled.skipped)),
    remarks: read.remarks,
    filteredOut: read.filteredOut,
    repeats: settled.asked,
    repeatCount: settled.askedCount,
    problems: [
      ...(isOtherCalendar ? [otherCalendar[indicator.periodKind]] : []),
      ...read.problems,
      ...dimensionProblems(choices, [...spelled.values()]),
      ...settled.problems,
    ],
    isOtherCalendar,
    yearsTogether: indicator.periodKind === 'year' ? findYearsTogether(table, mapping) : null,
    privacyWarnings: read.privacyWarnings,
  };
}

/** “Total” and “All students” are the same everyone. */
const aboutFigures: About<ReadFigure> = {
  keyOf: ({ group, period }) => `${group === null ? '' : plainName(group)}\u0000${period.key}`,
  wordsOf: ({ group, period }) => `${group ?? 'everyone'} in ${period.label}`,
  isSame: (a, b) => isSame(a, b),
};

const rowsAtOnce = 10_000;

/** More than this are no groups of people: somebody took a column of codes for one of groups. */
const mostGroups = 300;
const longestName = 120;

function dimensionProblems({ dimensionId, newDimension }: Choices, groups: string[]): string[] {
  if (groups.length > mostGroups) {
    const count = groups.length.toLocaleString('en-US');
    return [
      `There are ${count} different groups. At most ${mostGroups} can be kept: is it the right column?`,
    ];
  }
  if (groups.length === 0 || dimensionId !== '' || newDimension !== '') return [];
  return ['Say what the groups split people by, such as race and ethnicity.'];
}

const otherCalendar: Record<PeriodKind, string> = {
  'school year': 'This indicator is kept by school year, and the file has calendar years.',
  year: 'This indicator is kept by calendar year, and the file has school years.',
};

function otherKind(line: number, period: Period, { periodKind }: ReadFor): string {
  const asked = periodKind === 'school year' ? 'school year, such as 2015–16' : 'calendar year, such as 2016';
  return `Line ${line}: “${period.label}” is a ${period.kind}. This indicator is kept by ${asked}.`;
}

type Numbers = Pick<ReadFigure, 'numerator' | 'denominator' | 'value' | 'marginOfError' | 'isSuppressed'>;

/** Two figures say the same. Numbers are compared as they are kept. */
export function isSame(a: Numbers, b: Numbers): boolean {
  return (
    a.numerator === b.numerator &&
    a.denominator === b.denominator &&
    a.value === b.value &&
    a.marginOfError === b.marginOfError &&
    a.isSuppressed === b.isSuppressed
  );
}

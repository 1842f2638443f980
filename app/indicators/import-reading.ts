import type { IndicatorUnit, PeriodKind } from '#db/vocabulary';
import { personProblem } from '~/access/looks-like-person';
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
import { groupKey, type KeptSplit, mostGroups, type Place, placesBy, saidAs } from './group-places';
import { withoutSharedYears } from './years-together';

/** One figure of a file, as it would be kept. */
export interface ReadFigure {
  line: number;
  /** null: everyone. */
  group: string | null;
  /** Of a group that is kept already; null of a new one. */
  groupId: string | null;
  period: Period;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  /** null: the file gives none. */
  marginOfError: number | null;
  isSuppressed: boolean;
}

/** A group name of the file, by the spelling that comes first, and what becomes of its figures. */
export interface PlacedName {
  name: string;
  place: Place;
}

export interface FileReading {
  figures: ReadFigure[];
  /** The groups in the order of the file, each once. */
  groups: string[];
  /** Those of them that the community does not have yet. */
  newGroups: string[];
  placed: PlacedName[];
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
export const readFile = (
  table: Table,
  choices: Choices,
  indicator: ReadFor,
  splits: readonly KeptSplit[] = [],
): FileReading => atOnce(fileSteps(table, choices, indicator, splits));

/** readFile in steps. */
export function* fileSteps(
  table: Table,
  choices: Choices,
  indicator: ReadFor,
  splits: readonly KeptSplit[],
): Steps<FileReading> {
  const { mapping } = choices;
  const placeOf = placesBy({ ...choices, splits, header: table.headers[mapping.subgroupColumn ?? -1] ?? '' });
  const read = yield* observationSteps(table, mapping, {
    firstMonth: indicator.firstMonth,
    allowNegative: indicator.unit === 'mean' || indicator.unit === 'money',
    mayExceed: indicator.unit !== 'percent',
  });
  const refused = noReasons<Refusal>();
  const placed = new Map<string, PlacedName>();
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
    const named = row.isTotal ? null : (placed.get(plainName(name)) ?? { name, place: placeOf(name) });
    if (named) placed.set(plainName(name), named);
    if (named?.place.becomes === 'out') continue;
    const hasCounts = row.numerator !== null && row.denominator !== null && row.denominator > 0;
    all.push({
      line: row.line,
      ...groupOf(named),
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
  const isNew = ({ group, groupId }: ReadFigure) => group !== null && groupId === null;
  const newGroups = [...new Set(settled.rows.filter(isNew).flatMap(({ group }) => group ?? []))];
  const isOtherCalendar = otherKinds > 0 && otherKinds === read.rows.length;
  return {
    figures: settled.rows,
    groups,
    newGroups,
    placed: [...placed.values()],
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
      ...groupProblems(choices, [...placed.values()]),
      ...settled.problems,
    ],
    isOtherCalendar,
    yearsTogether: indicator.periodKind === 'year' ? findYearsTogether(table, mapping) : null,
    privacyWarnings: read.privacyWarnings,
  };
}

function groupOf(named: PlacedName | null): Pick<ReadFigure, 'group' | 'groupId'> {
  if (named === null) return { group: null, groupId: null };
  const { name, place } = named;
  return place.becomes === 'group'
    ? { group: place.group.name, groupId: place.group.id }
    : { group: name, groupId: null };
}

/** “Total” and “All students” are the same everyone. */
const aboutFigures: About<ReadFigure> = {
  keyOf: ({ group, groupId, period }) =>
    `${groupId ?? (group === null ? '' : plainName(group))}\u0000${period.key}`,
  wordsOf: ({ group, period }) => `${group ?? 'everyone'} in ${period.label}`,
  isSame: (a, b) => isSame(a, b),
};

const rowsAtOnce = 10_000;

const longestName = 120;
/** Names that look like people are said one by one, so many of them. */
const mostPeople = 5;

function groupProblems({ dimensionId, newDimension }: Choices, placed: PlacedName[]): string[] {
  if (placed.length > mostGroups) {
    const count = placed.length.toLocaleString('en-US');
    return [
      `There are ${count} different groups. At most ${mostGroups} can be kept: is it the right column?`,
    ];
  }
  const news = placed.filter(({ place }) => place.becomes === 'new');
  const people = news.flatMap(({ name }) => personProblem(name) ?? []);
  const isOfNothing = news.length > 0 && dimensionId === '' && newDimension === '';
  return [
    ...(isOfNothing ? ['Say what the groups split people by, such as race and ethnicity.'] : []),
    ...people.slice(0, mostPeople),
    ...(people.length > mostPeople ? [`And ${people.length - mostPeople} more names look like people.`] : []),
  ];
}

const otherCalendar: Record<PeriodKind, string> = {
  'school year': 'This indicator is kept by school year, and the file has calendar years.',
  year: 'This indicator is kept by calendar year, and the file has school years.',
};

function otherKind(line: number, period: Period, { periodKind }: ReadFor): string {
  const asked = periodKind === 'school year' ? 'school year, such as 2015–16' : 'calendar year, such as 2016';
  return `Line ${line}: “${period.label}” is a ${period.kind}. This indicator is kept by ${asked}.`;
}

/** The choices with what becomes of each group name, so that what is saved is what was looked at. */
export function withPlaces(choices: Choices, { placed }: FileReading): Choices {
  if (placed.length > mostGroups) return choices;
  const said = placed.map(({ name, place }) => [groupKey(name), saidAs(place)] as const);
  return { ...choices, groups: { ...choices.groups, ...Object.fromEntries(said) } };
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

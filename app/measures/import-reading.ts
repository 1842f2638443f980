import type { Table } from '~/imports/header';
import type { PrivacyWarning } from '~/imports/mapping';
import type { Observation, Refusal, Remark, Skip } from '~/imports/observation';
import { observationSteps } from '~/imports/observations';
import { addReason, joinReasons, noReasons, type Reasons } from '~/imports/reasons';
import type { Steps } from '~/imports/steps';
import { quote } from '~/imports/values';
import { fine } from './fine-periods';
import type { ImportChoices } from './import-choices';
import type { Measure } from './measure';
import { type Calendar, periodNoun, periodOf, periodWords } from './periods';
import { type Figures, impossible, isSame, keptFigures } from './series';
import { isListOfPeople, isSameName, mostStrata, strataProblem } from './strata';

/** One number of a file, as it would be kept. */
export interface ImportedRow extends Figures {
  line: number;
  /** Empty: the whole group. */
  stratum: string;
  periodStart: string;
}

export interface SeriesReading {
  rows: ImportedRow[];
  /** Groups of the file that the measure does not have yet. */
  newStrata: string[];
  /** Rows that give another number for a period that has one already in the file: the question the person is asked. */
  repeats: { line: number; before: number; about: string }[];
  repeatCount: number;
  refused: Reasons<Refusal>;
  skipped: Reasons<Skip>;
  remarks: Reasons<Remark>;
  filteredOut: number;
  problems: string[];
  privacyWarnings: PrivacyWarning[];
}

export interface ReadSeriesFor {
  measure: Pick<Measure, 'kind' | 'frequency' | 'strata'>;
  calendar: Calendar;
  today: string;
  /** What is in the series already. */
  points: readonly { periodStart: string }[];
}

const rowsAtOnce = 10_000;
const mostRepeats = 20;

/** Reads a file by these choices: numbers of a measure, or the line and the reason why not. In steps. */
export function* seriesSteps(
  table: Table,
  choices: ImportChoices,
  { measure, calendar, today, points }: ReadSeriesFor,
): Steps<SeriesReading> {
  const read = yield* observationSteps(table, choices.mapping, {
    firstMonth: calendar.schoolYearFirstMonth,
    allowNegative: measure.kind === 'mean',
    mayExceed: measure.kind !== 'proportion',
    keepsRepeats: true,
  });
  const refused = noReasons<Refusal>();
  const skipped = noReasons<Skip>();
  const without = new Set(choices.without);
  const strata = new Map(measure.strata.map((name) => [name.toLowerCase(), name]));
  const newStrata: string[] = [];
  const starts = new Map<string, string>();
  const entries: { row: ImportedRow; about: string }[] = [];
  const refuse = (row: Observation, reason: string) =>
    addReason(refused, () => ({
      line: row.line,
      column: null,
      cell: row.period.label,
      reason: `Line ${row.line}: ${reason}`,
    }));

  for (const [index, row] of read.rows.entries()) {
    if (index % rowsAtOnce === 0) yield;
    if (without.has(row.line)) {
      addReason(skipped, () => ({
        line: row.line,
        column: null,
        reason: `Line ${row.line}: you left it out.`,
      }));
      continue;
    }
    if (row.suppressed) {
      const reason = `Line ${row.line}: this number was held back, so there is none to keep.`;
      addReason(skipped, () => ({ line: row.line, column: null, reason }));
      continue;
    }
    if (!fine[measure.frequency].includes(row.period.kind)) {
      refuse(row, tooCoarse(row, measure));
      continue;
    }
    const day = row.period.startsOn;
    const start = starts.get(day) ?? periodOf(day, measure.frequency, calendar, points);
    starts.set(day, start);
    const about = periodWords(start, measure.frequency, true);
    if (start > today) {
      refuse(row, `${about} has not begun.`);
      continue;
    }
    const name = row.subgroup.replaceAll(/\s+/g, ' ').trim();
    let stratum = '';
    if (!row.isTotal) {
      const problem = strata.has(name.toLowerCase()) ? null : strataProblem(name);
      if (problem !== null) {
        refuse(row, problem);
        continue;
      }
      stratum = strata.get(name.toLowerCase()) ?? newStrata.find((one) => isSameName(one, name)) ?? name;
      if (!strata.has(name.toLowerCase()) && !newStrata.includes(stratum)) newStrata.push(stratum);
    }
    const figures: Figures = { numerator: row.numerator, denominator: row.denominator, value: row.value };
    const kept = keptFigures(measure, figures);
    const no = impossible(measure, kept);
    if (no) {
      refuse(row, no.sentence);
      continue;
    }
    entries.push({ row: { line: row.line, stratum, periodStart: start, ...kept }, about });
  }
  const settled = settleRepeats(entries, choices.repeats);
  const strataProblems = problemsOfStrata(measure.strata, newStrata);
  return {
    rows: settled.rows,
    newStrata,
    repeats: settled.asked.slice(0, mostRepeats),
    repeatCount: settled.asked.length,
    refused: joinReasons(read.refused, joinReasons(refused, settled.refused)),
    skipped: joinReasons(read.skipped, joinReasons(skipped, settled.skipped)),
    remarks: read.remarks,
    filteredOut: read.filteredOut,
    problems: [
      ...read.problems,
      ...strataProblems,
      ...(settled.asked.length > 0
        ? ['Some rows give different numbers for the same period. Say which of them counts.']
        : []),
    ],
    privacyWarnings: read.privacyWarnings,
  };
}

function problemsOfStrata(known: readonly string[], added: readonly string[]): string[] {
  if (added.length === 0) return [];
  if (isListOfPeople(added)) {
    return [
      'The groups look like names of people. Upcurve keeps counts of groups, such as schools or grades.',
    ];
  }
  if (known.length + added.length > mostStrata) {
    return [
      `There are ${added.length} groups that this measure does not have. It can have ${mostStrata}: is it the right column?`,
    ];
  }
  return [];
}

function tooCoarse({ period }: Observation, { frequency }: Pick<Measure, 'frequency'>): string {
  return `${quote(period.label)} is a ${period.kind}, and this measure has a number every ${periodNoun[frequency]}.`;
}

/** Rows that say the same count once. Of those that do not, the answer says which counts; without one they are asked about. */
function settleRepeats(
  entries: readonly { row: ImportedRow; about: string }[],
  answer: ImportChoices['repeats'],
) {
  const byKey = new Map<string, { rows: ImportedRow[]; about: string }>();
  for (const { row, about } of entries) {
    const key = `${row.stratum}\u0000${row.periodStart}`;
    const known = byKey.get(key);
    if (known) known.rows.push(row);
    else byKey.set(key, { rows: [row], about });
  }
  const rows: ImportedRow[] = [];
  const asked: SeriesReading['repeats'] = [];
  const refused = noReasons<Refusal>();
  const skipped = noReasons<Skip>();
  for (const { rows: all, about } of byKey.values()) {
    const [first] = all as [ImportedRow];
    const isOne = all.every((row) => isSame(row, first));
    const counts = isOne || answer === 'first' ? first : answer === 'last' ? all.at(-1) : undefined;
    if (counts) rows.push(counts);
    for (const row of all) {
      if (row === counts) continue;
      if (counts) {
        const why = isOne
          ? `repeats line ${first.line}`
          : `is left out: line ${counts.line} counts for ${about}`;
        addReason(skipped, () => ({ line: row.line, column: null, reason: `Line ${row.line} ${why}.` }));
      } else if (answer === 'neither') {
        const others = all.filter((one) => one !== row).map(({ line }) => line);
        const reason = `Line ${row.line} and line ${others[0]} give different numbers for ${about}, and neither counts.`;
        addReason(refused, () => ({ line: row.line, column: null, cell: about, reason }));
      } else if (row !== first) asked.push({ line: row.line, before: first.line, about });
    }
  }
  return { rows, asked, refused, skipped };
}

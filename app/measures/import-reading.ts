import type { Table } from '~/imports/header';
import type { PrivacyWarning } from '~/imports/mapping';
import type { Observation, Refusal, Remark, Skip } from '~/imports/observation';
import { observationSteps } from '~/imports/observations';
import { addReason, joinReasons, noReasons, type Reasons } from '~/imports/reasons';
import { type About, type Repeat, settlingSteps } from '~/imports/repeats';
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
  repeats: Repeat[];
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
  });
  const refused = noReasons<Refusal>();
  const skipped = noReasons<Skip>();
  const without = new Set(choices.without);
  const strata = new Map(measure.strata.map((name) => [name.toLowerCase(), name]));
  const newStrata: string[] = [];
  const starts = new Map<string, string>();
  const rows: ImportedRow[] = [];
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
    if (start > today) {
      refuse(row, `${periodWords(start, measure.frequency, true)} has not begun.`);
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
    rows.push({ line: row.line, stratum, periodStart: start, ...kept });
  }
  const settled = yield* settlingSteps(rows, aboutOf(measure), choices.repeats);
  const strataProblems = problemsOfStrata(measure.strata, newStrata);
  return {
    rows: settled.rows,
    newStrata,
    repeats: settled.asked,
    repeatCount: settled.askedCount,
    refused: joinReasons(read.refused, joinReasons(refused, settled.refused)),
    skipped: joinReasons(read.skipped, joinReasons(skipped, settled.skipped)),
    remarks: read.remarks,
    filteredOut: read.filteredOut,
    problems: [...read.problems, ...strataProblems, ...settled.problems],
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

const aboutOf = ({ frequency }: Pick<Measure, 'frequency'>): About<ImportedRow> => ({
  keyOf: ({ stratum, periodStart }) => `${stratum}\u0000${periodStart}`,
  wordsOf: ({ stratum, periodStart }) => {
    const when = periodWords(periodStart, frequency, true);
    return stratum === '' ? when : `${stratum} in ${when}`;
  },
  isSame,
});

import type { Refusal, Skip } from './observation';
import { addReason, noReasons, type Reasons } from './reasons';
import { atOnce, type Steps } from './steps';

/** Which of several rows about the same thing counts. */
export const repeatAnswers = ['first', 'last', 'neither'] as const;
export type RepeatAnswer = (typeof repeatAnswers)[number];

/** The answer that an address writes down; null where nobody has said yet. */
export function readRepeats(search: URLSearchParams): RepeatAnswer | null {
  const said = search.get('repeats');
  return repeatAnswers.find((answer) => answer === said) ?? null;
}

/** How rows are told to be about the same thing, and what they say of it. */
export interface About<Row> {
  /** One group in one period. */
  keyOf(row: Row): string;
  /** “Black in 2015–16” */
  wordsOf(row: Row): string;
  isSame(a: Row, b: Row): boolean;
}

/** A row that gives another number for what has one already: the question a person is asked. */
export interface Repeat {
  line: number;
  before: number;
  about: string;
}

export interface Settled<Row> {
  rows: Row[];
  /** The first of those that are asked about, and how many there are. */
  asked: Repeat[];
  askedCount: number;
  /** The question, while there is one: nothing can be saved before it is answered. */
  problems: string[];
  refused: Reasons<Refusal>;
  skipped: Reasons<Skip>;
}

const rowsAtOnce = 10_000;
const mostAsked = 20;
const fewLines = 4;

/** settlingSteps at once. */
export const settleRepeats = <Row extends { line: number }>(
  all: readonly Row[],
  about: About<Row>,
  answer: RepeatAnswer | null,
): Settled<Row> => atOnce(settlingSteps(all, about, answer));

/**
 * A group can have one number in a period. Rows that say the same count once; of those that do not, the answer says
 * which counts, and without one they are asked about. `all` come in the order of their lines. In steps.
 */
export function* settlingSteps<Row extends { line: number }>(
  all: readonly Row[],
  about: About<Row>,
  answer: RepeatAnswer | null,
): Steps<Settled<Row>> {
  const byKey = new Map<string, Row[]>();
  for (const [index, row] of all.entries()) {
    if (index % rowsAtOnce === 0) yield;
    const key = about.keyOf(row);
    const known = byKey.get(key);
    if (known) known.push(row);
    else byKey.set(key, [row]);
  }
  const settled: Settled<Row> = {
    rows: [],
    asked: [],
    askedCount: 0,
    problems: [],
    refused: noReasons(),
    skipped: noReasons(),
  };
  let index = 0;
  for (const rows of byKey.values()) {
    if (index % rowsAtOnce === 0) yield;
    index += 1;
    settle(rows, about, answer, settled);
  }
  if (settled.askedCount > 0)
    settled.problems.push('Some rows give different numbers for the same period. Say which of them counts.');
  return settled;
}

function settle<Row extends { line: number }>(
  rows: readonly Row[],
  { wordsOf, isSame }: About<Row>,
  answer: RepeatAnswer | null,
  settled: Settled<Row>,
): void {
  const [first] = rows as [Row];
  if (rows.length === 1) {
    settled.rows.push(first);
    return;
  }
  const isOne = rows.every((row) => isSame(row, first));
  const counts = isOne || answer === 'first' ? first : answer === 'last' ? rows.at(-1) : undefined;
  if (counts) settled.rows.push(counts);
  const words = wordsOf(first);
  const lines = answer === 'neither' && !isOne ? lineList(rows) : '';
  for (const row of rows) {
    if (row === counts) continue;
    const { line } = row;
    if (counts) {
      const why = isOne
        ? `repeats line ${first.line}, so it is read once`
        : `is left out: line ${counts.line} counts for ${words}`;
      addReason(settled.skipped, () => ({ line, column: null, reason: `Line ${line} ${why}.` }));
    } else if (answer === 'neither') {
      addReason(settled.refused, () => {
        const reason = `Lines ${lines} give different numbers for ${words}, and neither counts.`;
        return { line, column: null, cell: words, reason };
      });
    } else if (row !== first) {
      settled.askedCount += 1;
      if (settled.asked.length < mostAsked) settled.asked.push({ line, before: first.line, about: words });
    }
  }
}

/** “4 and 9”; of many lines the first three. A wide table can say two things in one line. */
function lineList(rows: readonly { line: number }[]): string {
  const lines = [...new Set(rows.map(({ line }) => line))];
  if (lines.length === 1) return `${lines[0]}`;
  if (lines.length > fewLines) return `${lines.slice(0, 3).join(', ')} and ${lines.length - 3} more`;
  return `${lines.slice(0, -1).join(', ')} and ${lines.at(-1)}`;
}

import type { Observation, Refusal, Skip } from './observation';
import { addReason, noReasons, type Reasons } from './reasons';
import { atOnce, type Steps } from './steps';

/** An observation with the cell it was read from. */
export type Entry = { observation: Observation; column: number; cell: string };

/** What a file says of one group in one period. */
interface Said {
  first: Observation;
  /** Something else is said, too. */
  isDisputed: boolean;
  /** The first lines that say it, each once, and how many lines do. */
  lines: number[];
  lineCount: number;
  lastLine: number;
}

export interface Settled {
  rows: Observation[];
  refused: Reasons<Refusal>;
  skipped: Reasons<Skip>;
}

/** Entries that are settled in one step. */
const entriesAtOnce = 10_000;

/**
 * A group can have one number in a period. Rows that repeat the same number count once; rows that contradict each
 * other are all refused, each naming the lines of the others, because the file does not say which is right.
 * `entries` come in the order of their lines.
 */
export const settleDuplicates = (entries: readonly Entry[]): Settled => atOnce(settlingSteps(entries));

/** settleDuplicates in steps. */
export function* settlingSteps(entries: readonly Entry[]): Steps<Settled> {
  const byKey = new Map<string, Said>();
  const said: Said[] = [];
  for (const [index, { observation }] of entries.entries()) {
    if (index % entriesAtOnce === 0) yield;
    said.push(hear(byKey, observation));
  }
  const rows: Observation[] = [];
  const refused = noReasons<Refusal>();
  const skipped = noReasons<Skip>();
  for (const [index, { observation, column, cell }] of entries.entries()) {
    if (index % entriesAtOnce === 0) yield;
    const { first, isDisputed, ...lines } = said[index] as Said;
    const { line, subgroup, period } = observation;
    if (isDisputed) {
      addReason(refused, () => {
        const reason = `Lines ${lineList(lines)} give different numbers for ${subgroup} in ${period.label}. Line ${line} is not read until only one is left.`;
        return { line, column, cell, reason };
      });
    } else if (observation === first) rows.push(observation);
    else {
      addReason(skipped, () => {
        const reason = `Line ${line} repeats line ${first.line}, so it is read once.`;
        return { line, column, reason };
      });
    }
  }
  return { rows, refused, skipped };
}

function hear(byKey: Map<string, Said>, observation: Observation): Said {
  const { subgroup, period, line } = observation;
  const key = `${subgroup.toLowerCase()}\u0000${period.kind}\u0000${period.key}`;
  const known = byKey.get(key);
  if (!known) {
    const said = { first: observation, isDisputed: false, lines: [line], lineCount: 1, lastLine: line };
    byKey.set(key, said);
    return said;
  }
  known.isDisputed ||= !saysTheSame(observation, known.first);
  if (line !== known.lastLine) {
    if (known.lines.length < fewLines) known.lines.push(line);
    known.lineCount += 1;
    known.lastLine = line;
  }
  return known;
}

function saysTheSame(a: Observation, b: Observation): boolean {
  return (
    a.value === b.value &&
    a.numerator === b.numerator &&
    a.denominator === b.denominator &&
    a.suppressed === b.suppressed
  );
}

const fewLines = 4;

/** “4 and 9”; of many lines the first three. */
function lineList({ lines, lineCount }: Pick<Said, 'lines' | 'lineCount'>): string {
  if (lineCount === 1) return `${lines[0]}`;
  if (lineCount > fewLines) return `${lines.slice(0, 3).join(', ')} and ${lineCount - 3} more`;
  return `${lines.slice(0, -1).join(', ')} and ${lines.at(-1)}`;
}

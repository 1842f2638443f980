/*
 * The coach's one list: what waits for them, what stands still, what to celebrate. It is computed from what is there each
 * time it is read, and never stored. Days are YYYY-MM-DD, of the community's own clock.
 */

export const queueParts = ['waiting', 'stuck', 'slow', 'celebrate'] as const;
export type QueuePart = (typeof queueParts)[number];
export const queuePartWords: Record<QueuePart, string> = {
  waiting: 'Waiting for you',
  stuck: 'Stuck or late',
  slow: 'Slower than usual',
  celebrate: 'Celebrate',
};

export interface QueueLine {
  /** The same each time the same thing is found: what is snoozed or answered is known by it. */
  key: string;
  part: QueuePart;
  teamId: string;
  team: string;
  /** The sentence with its reason. */
  why: string;
  context: string;
  /** What there is to do: "Review", "Write to Marcus". */
  act: string;
  cycleId: string | null;
  measureId: string | null;
  /** Of a review, an ask or a claimed score: its row. */
  thingId: string | null;
  /** How much hangs on it, from 1 to 5. */
  stakes: number;
  /** Working days that somebody has waited, or past what is usual and the grace. */
  workingDaysLate: number;
}

export const urgencyOf = ({ stakes, workingDaysLate }: Pick<QueueLine, 'stakes' | 'workingDaysLate'>) =>
  stakes * workingDaysLate;

/**
 * In order of need: people who wait come first, then what stands still, what is slower than usual, and what to celebrate;
 * in each, what has the most at stake for the longest. Of two alike, the later one first and then by name, so that the order never jumps.
 */
export function inQueueOrder(lines: readonly QueueLine[]): QueueLine[] {
  return [...lines].sort(
    (a, b) =>
      queueParts.indexOf(a.part) - queueParts.indexOf(b.part) ||
      urgencyOf(b) - urgencyOf(a) ||
      b.workingDaysLate - a.workingDaysLate ||
      a.team.localeCompare(b.team) ||
      a.key.localeCompare(b.key),
  );
}

/** What a coach has set aside until a day. */
export interface Snooze {
  id: string;
  line: string;
  untilOn: string;
  reason: string;
}

/** What is to be seen now, and what sleeps. On its day a line is back. */
export function awake(lines: readonly QueueLine[], snoozes: readonly Snooze[], today: string) {
  const sleeping = new Map(
    snoozes.filter(({ untilOn }) => untilOn > today).map((snooze) => [snooze.line, snooze]),
  );
  return {
    lines: lines.filter(({ key }) => !sleeping.has(key)),
    asleep: lines.flatMap((line) => {
      const snooze = sleeping.get(line.key);
      return snooze ? [{ line, snooze }] : [];
    }),
  };
}

/** Past its day: said in the color of what is late. What goes round in a circle is stuck, and not late. */
export const isLateLine = ({ part, workingDaysLate }: Pick<QueueLine, 'part' | 'workingDaysLate'>) =>
  part === 'stuck' && workingDaysLate > 0;

/** Nobody waits, and something has not moved for a while: a note gives it a working week. */
export const standsStill = ({ part }: Pick<QueueLine, 'part'>) => part === 'stuck' || part === 'slow';

/**
 * The line that comes after one: of its own part while there is any, so that whoever reviews goes on reviewing; after
 * the last of a part its first, then the rest of the list. Null where there is no other.
 */
export function nextAfter(lines: readonly QueueLine[], key: string): QueueLine | null {
  const at = lines.findIndex((line) => line.key === key);
  const part = lines[at]?.part;
  const others = [...lines.slice(at + 1), ...lines.slice(0, Math.max(at, 0))];
  return others.find((line) => line.part === part) ?? others[0] ?? null;
}

/** A cycle whose team waits for its coach is not stuck by its own doing: it is on the list once. */
export function withoutTwice(waiting: readonly QueueLine[], stuck: readonly QueueLine[]): QueueLine[] {
  const waits = new Set(waiting.flatMap(({ cycleId }) => cycleId ?? []));
  return [...waiting, ...stuck.filter(({ cycleId }) => cycleId === null || !waits.has(cycleId))];
}

import { type MeetingLineKind, meetingLineKindWords } from '#db/vocabulary';
import { dayWithYear, longDay, shortDay } from '~/ui/dates';

/** A line of a meeting as a reader sees it. */
export interface MeetingLine {
  id: string;
  kind: MeetingLineKind;
  text: string;
  who: string;
  byDate: string | null;
  isDone: boolean;
  isOut: boolean;
  /** Who wrote it. */
  writer: string | null;
  isMine: boolean;
  cycle: { id: string; number: number; idea: string } | null;
}

/** What is written down of a meeting, with the mark that changes whenever any of it does. */
export interface MeetingRecord {
  mark: string;
  present: string;
  isEnded: boolean;
  lines: MeetingLine[];
}

/** As a meeting is read afterwards: what was decided first, then who does what, then the rest. */
export const kindsInOrder: readonly MeetingLineKind[] = ['decision', 'promise', 'note'];

export const kindHeads: Record<MeetingLineKind, string> = {
  decision: 'What we decided',
  promise: meetingLineKindWords.promise,
  note: 'Notes',
};

export const linesThatStand = (lines: readonly MeetingLine[]) => lines.filter(({ isOut }) => !isOut);

/** "Marcus: call the bus company, by Dec 3", "Cycle 5 (Text first): Adapt. It worked for some." */
export function lineInWords(line: Pick<MeetingLine, 'kind' | 'text' | 'who' | 'byDate' | 'cycle'>): string {
  const { cycle, who, byDate, text } = line;
  const about = cycle ? `Cycle ${cycle.number} (${cycle.idea}): ` : '';
  const by = byDate ? `${/[.!?]$/.test(text) ? ' By' : ', by'} ${shortDay(byDate)}` : '';
  return `${about}${who ? `${who}: ` : ''}${text}${by}`;
}

/** Two are the same line in the same words where these are the same. */
export const lineMark = ({ kind, text, who, byDate }: LineWords): string =>
  JSON.stringify([kind, text, who, byDate]);
type LineWords = Pick<MeetingLine, 'kind' | 'text' | 'who' | 'byDate'>;

/** The meeting as plain text, to be pasted into a message. */
export function summaryText(
  team: string,
  onDate: string,
  { present, lines }: Pick<MeetingRecord, 'present' | 'lines'>,
): string {
  const parts = [`${team}: meeting of ${longDay(onDate)}`];
  if (present) parts.push(`Present: ${present.replaceAll(/\s*\n\s*/g, ', ')}`);
  const standing = linesThatStand(lines);
  for (const kind of kindsInOrder) {
    const ofKind = standing.filter((line) => line.kind === kind);
    if (ofKind.length === 0) continue;
    const said = ofKind.map((line) => {
      const words = lineInWords(line).replaceAll(/\s*\n\s*/g, ' ');
      return `- ${words}${line.kind === 'promise' && line.isDone ? ' (done)' : ''}`;
    });
    parts.push([kindHeads[kind], ...said].join('\n'));
  }
  if (standing.length === 0) parts.push('Nothing was written down.');
  return `${parts.join('\n\n')}\n`;
}

/** "2 decisions, 3 promises, 1 note"; empty where there is none. */
export function countsInWords(counts: Record<MeetingLineKind, number>): string {
  const said = (kind: MeetingLineKind) =>
    counts[kind] > 0 ? `${counts[kind]} ${kind}${counts[kind] === 1 ? '' : 's'}` : '';
  return kindsInOrder.map(said).filter(Boolean).join(', ');
}

/** When a promise is due, against today. */
export function byWhen(byDate: string | null, today: string): { words: string; isLate: boolean } {
  if (byDate === null) return { words: 'No day was set', isLate: false };
  if (byDate === today) return { words: 'Due today', isLate: false };
  const day = byDate.slice(0, 4) === today.slice(0, 4) ? shortDay(byDate) : dayWithYear(byDate);
  return byDate < today ? { words: `Was due ${day}`, isLate: true } : { words: `By ${day}`, isLate: false };
}

/** What a line that is typed still lacks: the field, and the sentence that says so. */
export function lineLacks(line: {
  kind: string;
  text: string;
  who: string;
}): { field: 'text' | 'who'; sentence: string } | null {
  if (line.text.trim() === '') return { field: 'text', sentence: lacking.text };
  if (line.kind === 'promise' && line.who.trim() === '') return { field: 'who', sentence: lacking.who };
  return null;
}
export const lacking = { text: 'Write it in a few words.', who: 'Write who will do it.' };

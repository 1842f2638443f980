import { plural } from '~/ui/words';

/** "Cycle 3", "School days attended"; empty where it is about the team. */
export const aboutWords = (number: number | null, measure: string | null): string =>
  number !== null ? `Cycle ${number}` : (measure ?? '');

export interface Waited {
  /** Instants. */
  createdAt: string;
  closedAt: string | null;
  answers: readonly { createdAt: string }[];
}

export const isOpenAsk = ({ closedAt, answers }: Waited) => closedAt === null && answers.length === 0;

const hour = 3_600_000;

/** "Answered after 5 hours", "Answered after 2 days": by the clock, as whoever waits counts. */
export function answeredAfter(createdAt: string, answeredAt: string): string {
  const hours = Math.max(0, Date.parse(answeredAt) - Date.parse(createdAt)) / hour;
  if (hours < 1) return 'Answered within the hour';
  if (hours < 24) return `Answered after ${plural(Math.floor(hours), 'hour')}`;
  return `Answered after ${plural(Math.floor(hours / 24), 'day')}`;
}

/** "2 asks are open. 3 are answered. Half of the answers came within 5 hours." */
export function asksInBrief(asks: readonly Waited[]): string {
  if (asks.length === 0) return 'Nobody has asked for help yet.';
  const open = asks.filter(isOpenAsk).length;
  const waits = asks
    .flatMap(({ createdAt, answers: [first] }) => (first ? [{ createdAt, answeredAt: first.createdAt }] : []))
    .sort((a, b) => waitOf(a) - waitOf(b));
  const said = open === 0 ? 'No ask is open.' : `${plural(open, 'ask')} ${open === 1 ? 'is' : 'are'} open.`;
  const middle = waits[Math.floor((waits.length - 1) / 2)];
  if (!middle) return said;
  const how = answeredAfter(middle.createdAt, middle.answeredAt).replace(/^Answered /, '');
  const within = how.replace(/^within the hour/, 'within an hour').replace(/^after/, 'within');
  if (waits.length === 1) return `${said} One is answered, ${within}.`;
  return `${said} ${waits.length} are answered. Half of the answers came ${within}.`;
}

const waitOf = ({ createdAt, answeredAt }: { createdAt: string; answeredAt: string }) =>
  Date.parse(answeredAt) - Date.parse(createdAt);

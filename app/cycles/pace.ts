import { addDays, formatISO, parseISO } from 'date-fns';
import { graceWorkingDays, workingDaysAfter } from '~/access/working-days';

/* How long a team usually waits at each stage, and when a wait is longer than that. Days are YYYY-MM-DD. */

/** What a wait ends with: Do, a first number, the Study, the decision, a number after adopting. */
export const waits = ['start', 'data', 'study', 'decision', 'follow-up'] as const;
export type Wait = (typeof waits)[number];

/** The days of a cycle between which it waited; null where it has not come there. */
export interface WaitDays {
  startsOn: string;
  doStartedOn: string | null;
  doEndedOn: string | null;
  studiedOn: string | null;
  decidedOn: string | null;
  /** The first number of a linked measure since Do began, and since the decision. */
  firstDataOn: string | null;
  followUpOn: string | null;
}

/** A median of fewer waits than this says little. */
const fewestWaits = 3;
/** Where neither the team nor the community has finished enough. */
export const usualDays = 14;

export interface Pace {
  days: number;
  whose: 'team' | 'community' | 'product';
}
export type Paces = Record<Wait, Pace>;

const asDay = (date: Date) => formatISO(date, { representation: 'date' });
/** As UTC reads them, days are all of one length; asked of thousands of waits on one page. */
export const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** How long a cycle waited, in days; null where the wait is not over. Nobody waits less than none. */
export function waited(cycle: WaitDays, wait: Wait): number | null {
  const [from, to] = {
    start: [cycle.startsOn, cycle.doStartedOn],
    data: [cycle.doStartedOn, cycle.firstDataOn],
    study: [cycle.doEndedOn, cycle.studiedOn],
    decision: [cycle.studiedOn, cycle.decidedOn],
    'follow-up': [cycle.decidedOn, cycle.followUpOn],
  }[wait];
  return from && to ? Math.max(0, daysBetween(from, to)) : null;
}

function median(numbers: readonly number[]): number {
  const inOrder = [...numbers].sort((a, b) => a - b);
  const half = Math.floor(inOrder.length / 2);
  const [low, high] = [inOrder[half - 1] ?? 0, inOrder[half] ?? 0];
  return inOrder.length % 2 === 1 ? high : (low + high) / 2;
}

/** How long cycles waited at each stage, as a median; null where too few have. */
export type Medians = Record<Wait, number | null>;

export function mediansOf(cycles: readonly WaitDays[]): Medians {
  const medianOf = (wait: Wait) => usualOf(cycles.flatMap((cycle) => waited(cycle, wait) ?? []));
  return Object.fromEntries(waits.map((wait) => [wait, medianOf(wait)])) as Medians;
}

/** What is usual among some waits, in days; null where they are too few to tell. */
export const usualOf = (days: readonly number[]): number | null =>
  days.length < fewestWaits ? null : Math.ceil(median(days));

/** The usual wait at each stage: the team's own median, else the community's, else the product's. */
export function pacesOf(ofTeam: Medians, ofCommunity: Medians): Paces {
  return Object.fromEntries(waits.map((wait) => [wait, paceOf(ofTeam[wait], ofCommunity[wait])])) as Paces;
}

export function paceOf(ofTeam: number | null, ofCommunity: number | null): Pace {
  if (ofTeam !== null) return { days: ofTeam, whose: 'team' };
  if (ofCommunity !== null) return { days: ofCommunity, whose: 'community' };
  return { days: usualDays, whose: 'product' };
}

/** Working days past the usual wait and the grace; 0 while there is still time. */
export function lateBy(since: string, pace: Pace, today: string, holidays: readonly string[]): number {
  const usualEnd = asDay(addDays(parseISO(since), pace.days));
  return Math.max(0, workingDaysAfter(usualEnd, today, holidays) - graceWorkingDays);
}

/** "this team usually takes 5", "teams here usually take 6", "14 days is usual". */
export function paceInWords({ days, whose }: Pace): string {
  if (whose === 'product') return `${days} days is usual`;
  const long = days === 0 ? 'less than a day' : days === 1 ? '1 day' : String(days);
  return whose === 'team' ? `this team usually takes ${long}` : `teams here usually take ${long}`;
}

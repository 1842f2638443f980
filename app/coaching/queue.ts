import { differenceInCalendarDays, parseISO } from 'date-fns';
import { type Scale, scaleStakes } from '#db/vocabulary';
import { workingDaysAfter } from '~/access/working-days';
import { listed } from '~/ui/words';
import { daysAgo } from './days-ago';

/*
 * The coach's one list: what waits for them, what stands still, what to celebrate. It is computed from what is there each
 * time it is read, and never stored. Days are YYYY-MM-DD, of the community's own clock.
 */

export const queueParts = ['waiting', 'stuck', 'celebrate'] as const;
export type QueuePart = (typeof queueParts)[number];
export const queuePartWords: Record<QueuePart, string> = {
  waiting: 'Waiting for you',
  stuck: 'Stuck or late',
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
  /** Of a review or an ask: its row. */
  thingId: string | null;
  /** How much hangs on it, from 1 to 5. */
  stakes: number;
  /** Working days that somebody has waited, or past what is usual and the grace. */
  workingDaysLate: number;
}

export const urgencyOf = ({ stakes, workingDaysLate }: Pick<QueueLine, 'stakes' | 'workingDaysLate'>) =>
  stakes * workingDaysLate;

/**
 * In order of need: people who wait come first, then what stands still, then what to celebrate; in each, what has the
 * most at stake for the longest. Of two alike, the later one first and then by name, so that the order never jumps.
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

export interface Clock {
  today: string;
  holidays: readonly string[];
}

const stakesOf = (scale: Scale | null) => (scale === null ? 1 : scaleStakes[scale]);

/** Somebody who asked has waited since that day, the day itself counted: who asks today waits too. */
const waitedSince = (day: string, { today, holidays }: Clock) => workingDaysAfter(day, today, holidays) + 1;

interface OfTeam {
  teamId: string;
  team: string;
}

export interface ReviewAsked extends OfTeam {
  id: string;
  cycleId: string;
  number: number;
  scale: Scale | null;
  isPlanned: boolean;
  startsOnWords: string;
  beganAs: 'asked' | 'opened';
  who: string | null;
  words: string;
  onDate: string;
}

export function reviewLine(review: ReviewAsked, clock: Clock): QueueLine {
  const { number, isPlanned, beganAs, who, words, onDate } = review;
  const why =
    beganAs === 'opened'
      ? `You began to review Cycle ${number}`
      : isPlanned
        ? `Wants a second look at the Plan for Cycle ${number}`
        : `Cycle ${number} is ready for review`;
  const verb = beganAs === 'opened' ? 'Begun' : 'Asked';
  return {
    ...lineOf(review, `review ${review.id}`, 'waiting'),
    why,
    context: sentences([
      `${verb} ${daysAgo(onDate, clock.today)}${beganAs === 'asked' && who ? ` by ${who}` : ''}.`,
      isPlanned ? `Starts ${review.startsOnWords}.` : '',
      quoted(words),
    ]),
    act: 'Review',
    cycleId: review.cycleId,
    thingId: review.id,
    stakes: stakesOf(review.scale),
    workingDaysLate: waitedSince(onDate, clock),
  };
}

export interface HelpAsked extends OfTeam {
  id: string;
  cycleId: string | null;
  measureId: string | null;
  /** "Cycle 3", or the measure's name; empty where it is about the team. */
  about: string;
  scale: Scale | null;
  who: string | null;
  words: string;
  onDate: string;
}

/** Who asks about the team or a number waits as one who tries something at one site. */
const stakesWithoutCycle = 3;

export function helpLine(ask: HelpAsked, clock: Clock): QueueLine {
  const { about, who, words, onDate } = ask;
  return {
    ...lineOf(ask, `help ${ask.id}`, 'waiting'),
    why: `Asks for help${about ? ` with ${about}` : ''}`,
    context: sentences([`Asked ${daysAgo(onDate, clock.today)}${who ? ` by ${who}` : ''}.`, quoted(words)]),
    act: 'Answer',
    ...{ cycleId: ask.cycleId, measureId: ask.measureId, thingId: ask.id },
    stakes: ask.cycleId === null ? stakesWithoutCycle : stakesOf(ask.scale),
    workingDaysLate: waitedSince(onDate, clock),
  };
}

export interface StandsStill extends OfTeam {
  key: string;
  cycleId: string;
  /** "Cycle 4 has been waiting for its Study 12 days; this team usually takes 5." */
  reason: string;
  /** The change idea. */
  idea: string;
  /** Who leads the cycle. */
  leader: string | null;
  stakes: number;
  workingDaysLate: number;
}

export function stuckLine(stuck: StandsStill): QueueLine {
  const { cycleId, reason, idea, leader, stakes, workingDaysLate } = stuck;
  return {
    ...lineOf(stuck, `stuck ${stuck.key}`, 'stuck'),
    why: reason.replace(/\.$/, ''),
    context: sentences([`${idea}.`, leader ? `${leader} leads it.` : '']),
    act: leader ? `Write to ${firstName(leader)}` : 'Write to the team',
    ...{ cycleId, stakes, workingDaysLate },
  };
}

export interface StandsIdle extends OfTeam {
  /** The last cycle, which is done, and what it tried. */
  cycleId: string;
  number: number;
  idea: string;
  /** "No open cycle for 41 days; this team usually takes 5." */
  reason: string;
  /** "Adopt" */
  decision: string;
  stakes: number;
  workingDaysLate: number;
}

/** Known by its last cycle: once the team has been at work again, it is another line. */
const idleKey = (cycleId: string) => `idle ${cycleId}`;
export const isIdleKey = (key: string) => key.startsWith(idleKey(''));

export function idleLine(idle: StandsIdle): QueueLine {
  const { cycleId, number, idea, reason, decision, stakes, workingDaysLate } = idle;
  return {
    ...lineOf(idle, idleKey(cycleId), 'stuck'),
    why: reason.replace(/\.$/, ''),
    context: `Cycle ${number} ended with “${decision}”: ${idea}. No next step is planned.`,
    act: 'Write to the team',
    ...{ cycleId, stakes, workingDaysLate },
  };
}

export interface SeenSignal extends OfTeam {
  measureId: string;
  measure: string;
  isOutcome: boolean;
  /** "Shift: 7 points above the median since Oct 12". */
  text: string;
  /** First day of the run. */
  since: string;
  /** The day of the number that made it a signal. */
  knownOn: string;
}

/** A signal is news for so many days; after that a team has lived with it. */
const newsDays = 42;

/**
 * What is news, one signal a team: an outcome before what leads to it, and the newest of its kind. The others are named
 * beside it.
 */
export function newsOf(signals: readonly SeenSignal[], today: string): (SeenSignal & { also: string[] })[] {
  const news = signals
    .filter(({ knownOn }) => differenceInCalendarDays(parseISO(today), parseISO(knownOn)) <= newsDays)
    .sort(
      (a, b) =>
        Number(b.isOutcome) - Number(a.isOutcome) ||
        b.knownOn.localeCompare(a.knownOn) ||
        a.measure.localeCompare(b.measure),
    );
  const teams = [...new Set(news.map(({ teamId }) => teamId))];
  return teams.flatMap((teamId) => {
    const [first, ...others] = news.filter((signal) => signal.teamId === teamId);
    return first ? [{ ...first, also: others.map(({ measure }) => measure) }] : [];
  });
}

/** Known by the day it began: what is new on the same measure is to be celebrated again. */
export const signalKey = ({ measureId, since }: Pick<SeenSignal, 'measureId' | 'since'>) =>
  `signal ${measureId} ${since}`;

export function signalLine(signal: SeenSignal & { also: readonly string[] }, clock: Clock): QueueLine {
  const { measure, measureId, isOutcome, text, knownOn, also } = signal;
  return {
    ...lineOf(signal, signalKey(signal), 'celebrate'),
    why: text,
    context: sentences([
      `${measure}.`,
      also.length > 0 ? `Also improving: ${listed(also)}.` : '',
      'They may not have noticed yet.',
    ]),
    act: 'Send a note',
    measureId,
    stakes: isOutcome ? 3 : 2,
    workingDaysLate: waitedSince(knownOn, clock),
  };
}

function lineOf({ teamId, team }: OfTeam, key: string, part: QueuePart): QueueLine {
  return {
    ...{ key, part, teamId, team, why: '', context: '', act: '' },
    ...{ cycleId: null, measureId: null, thingId: null, stakes: 1, workingDaysLate: 0 },
  };
}

const sentences = (all: string[]) => all.filter(Boolean).join(' ');
const longestQuote = 140;

function quoted(words: string): string {
  const plain = words.trim().replaceAll(/\s+/g, ' ');
  if (plain === '') return '';
  return plain.length <= longestQuote ? `“${plain}”` : `“${plain.slice(0, longestQuote).trimEnd()} …”`;
}

export const firstName = (name: string) => name.split(' ')[0] ?? name;

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

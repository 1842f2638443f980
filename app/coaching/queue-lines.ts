import { differenceInCalendarDays, parseISO } from 'date-fns';
import { type Decision, decisionWords, type Scale, scaleStakes } from '#db/vocabulary';
import { workingDaysAfter } from '~/access/working-days';
import { listed } from '~/ui/words';
import { daysAgo } from './days-ago';
import type { QueueLine, QueuePart } from './queue';
import { scoreWords } from './score';

/* The lines of the coach's list: each a sentence with its reason, and what there is to do. */

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

export interface ScoreClaimed extends OfTeam {
  id: string;
  score: number;
  who: string | null;
  reason: string;
  onDate: string;
}

export function claimLine(claim: ScoreClaimed, clock: Clock): QueueLine {
  const { id, score, who, reason, onDate } = claim;
  return {
    ...lineOf(claim, claimKey(id), 'waiting'),
    why: `Says it stands at ${scoreWords(score)}. You settle the score`,
    context: sentences([
      `Claimed ${daysAgo(onDate, clock.today)}${who ? ` by ${who}` : ''}.`,
      quoted(reason),
    ]),
    act: 'Settle the score',
    thingId: id,
    stakes: stakesWithoutCycle,
    workingDaysLate: waitedSince(onDate, clock),
  };
}

const claimKey = (id: string) => `score ${id}`;
export const isClaimKey = (key: string) => key.startsWith(claimKey(''));

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
  /** Else it is slower than usual; where no days are late, it goes round in a circle. */
  isLate: boolean;
  workingDaysLate: number;
}

export function stuckLine(stuck: StandsStill): QueueLine {
  const { cycleId, reason, idea, leader, stakes, isLate, workingDaysLate } = stuck;
  const part = isLate || workingDaysLate === 0 ? 'stuck' : 'slow';
  return {
    ...lineOf(stuck, `stuck ${stuck.key}`, part),
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
  decision: Decision;
  stakes: number;
  workingDaysLate: number;
}

/** Known by its last cycle: once the team has been at work again, it is another line. */
const idleKey = (cycleId: string) => `idle ${cycleId}`;
export const isIdleKey = (key: string) => key.startsWith(idleKey(''));

const endedWith = (decision: Decision) =>
  decision === 'inconclusive' ? 'without a clear answer' : `with “${decisionWords[decision]}”`;

export function idleLine(idle: StandsIdle): QueueLine {
  const { cycleId, number, idea, reason, decision, stakes, workingDaysLate } = idle;
  return {
    ...lineOf(idle, idleKey(cycleId), 'stuck'),
    why: reason.replace(/\.$/, ''),
    context: `Cycle ${number} ended ${endedWith(decision)}: ${idea}. No next step is planned.`,
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

/** A line that a coach has written to the team about, and the day. */
export interface NotedLine {
  line: string;
  teamId: string;
  onDate: string;
}

/**
 * What has had no note yet. A note celebrates its team: what else was improving by that day was named beside it, and does
 * not come again under another name.
 */
export function notCelebrated(signals: readonly SeenSignal[], notes: readonly NotedLine[]): SeenSignal[] {
  const isTold = (signal: SeenSignal, { line, teamId, onDate }: NotedLine) =>
    line === signalKey(signal) ||
    (teamId === signal.teamId && line.startsWith('signal ') && onDate >= signal.knownOn);
  return signals.filter((signal) => !notes.some((note) => isTold(signal, note)));
}

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

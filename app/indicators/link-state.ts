import type { Direction, LinkSign } from '#db/vocabulary';
import type { Period } from '~/imports/calendar';
import type { Signal } from '~/statistics/signals';
import { type Cell, type Figure, isFigure, type Measured } from './cells';
import { differenceOf, excludesZero } from './change';
import { type Calendar, periodLabel, periodOn, periodsLater } from './periods';
import { between, type DefinitionRevision } from './revisions';

/** What the data say of "this measure feeds that indicator" (product.md, § 5). */
export type LinkStateName = 'signal in window' | 'too early' | 'expected but absent' | 'opposite' | 'no data';

export interface LinkState {
  state: LinkStateName;
  /** A whole sentence for the page. It never says that one caused the other. */
  sentence: string;
}

/** Since when a measure differs from its own past, and which way it went. */
export interface MeasureSignal {
  /** YYYY-MM-DD, the first point of the run. */
  date: string;
  movement: 'up' | 'down';
}

/** An indicator's figures for everyone, as the reader may see them, over all its periods. */
export interface IndicatorTrack extends Measured {
  direction: Direction;
  periods: Period[];
  cells: (Cell | null)[];
  /** Where something else is counted from then on: figures on both sides are not compared. */
  revisions?: readonly DefinitionRevision[];
}

/**
 * A measure's signal, from the signals of its run chart and the dates of its points: the newest run that still goes on,
 * since that run's own first point. A run that ended says nothing of today.
 */
export function measureSignal(signals: readonly Signal[], dates: readonly string[]): MeasureSignal | null {
  let newest: { first: number; movement: MeasureSignal['movement'] } | null = null;
  for (const { side, points, past } of signals) {
    const first = points[0];
    if (side === null || first === undefined || past || (newest && newest.first >= first)) continue;
    newest = { first, movement: side === 'above' || side === 'rising' ? 'up' : 'down' };
  }
  const date = newest && dates[newest.first];
  return newest && date ? { date, movement: newest.movement } : null;
}

const opposite = { up: 'down', down: 'up' } as const;

/**
 * The state of one link. The window is the periods lag and lag + 1 after the one in which the measure's signal began;
 * the indicator is compared with its newest figure before the window. The window stays open for one period after its
 * end, because yearly figures are published late.
 */
export function linkState(
  signal: MeasureSignal | null,
  track: IndicatorTrack,
  link: { sign: LinkSign; lag: number },
  calendar: Calendar,
  today: string,
): LinkState {
  const figures = track.cells.flatMap((cell, index) =>
    isFigure(cell) ? [{ figure: cell, period: track.periods[index] as Period }] : [],
  );
  if (figures.length === 0) return say('no data', 'The indicator has no figures yet.');
  if (!signal)
    return say('too early', 'The measure has no signal yet, so nothing is expected of the indicator.');

  const opens = periodsLater(periodOn(signal.date, calendar), link.lag, calendar);
  const closes = periodsLater(opens, 1, calendar);
  const span = `${periodLabel(opens.key)} or ${periodLabel(closes.key)}`;
  const before = figures.findLast(({ period }) => period.startsOn < opens.startsOn);
  if (!before)
    return say(
      'no data',
      `The indicator has no figure from before ${periodLabel(opens.key)} to compare with.`,
    );
  const inside = figures.filter(
    ({ period }) => period.startsOn >= opens.startsOn && period.startsOn <= closes.startsOn,
  );
  const hasClosed =
    figures.some(({ period }) => period.startsOn >= closes.startsOn) ||
    today > periodsLater(closes, 1, calendar).endsOn;
  if (inside.length === 0) {
    return hasClosed
      ? say('no data', `The indicator has no figure for ${span}, when a change was expected.`)
      : say('too early', `A change is expected in ${span}. There is no figure for it yet.`);
  }

  const judgeable = inside.filter(
    ({ period }) => between(track.revisions ?? [], before.period.key, period.key).length === 0,
  );
  if (judgeable.length === 0) {
    return say(
      'no data',
      `What is counted changed after ${periodLabel(before.period.key)}, so the figures cannot be compared.`,
    );
  }

  const expected = link.sign === 'same' ? signal.movement : opposite[signal.movement];
  const judged = judgeable.map(({ figure, period }) => ({
    period,
    went: wayOf(figure, before.figure, track),
  }));
  const label = (period: Period) => `${periodLabel(before.period.key)} to ${periodLabel(period.key)}`;
  const asExpected = judged.find(({ went }) => went === expected);
  if (asExpected) {
    return say(
      'signal in window',
      `The indicator went ${expected} beyond chance, as expected, from ${label(asExpected.period)}.`,
    );
  }
  const against = judged.find(({ went }) => went === opposite[expected]);
  if (against) {
    return say(
      'opposite',
      `The indicator went ${opposite[expected]} beyond chance from ${label(against.period)}; ${expected} was expected.`,
    );
  }
  if (judged.every(({ went }) => went === null)) {
    return say('no data', 'Only percentages exist, not counts, so a change cannot be told from chance.');
  }
  return hasClosed
    ? say('expected but absent', `No change beyond chance in ${span}, when one was expected.`)
    : say('too early', `No change beyond chance yet. One can still come in ${periodLabel(closes.key)}.`);
}

/** Which way beyond chance; 'nowhere' when chance covers it, null when that cannot be told. */
function wayOf(figure: Figure, before: Figure, measured: Measured): 'up' | 'down' | 'nowhere' | null {
  const { difference, interval } = differenceOf(figure, before, measured);
  if (!interval) return null;
  if (!excludesZero(interval)) return 'nowhere';
  return difference > 0 ? 'up' : 'down';
}

const say = (state: LinkStateName, sentence: string): LinkState => ({ state, sentence });

/** How a state is called on a page. */
export const linkStateWords: Record<LinkStateName, string> = {
  'signal in window': 'Signal in the window',
  'too early': 'Too early',
  'expected but absent': 'Expected but absent',
  opposite: 'Opposite',
  'no data': 'No data',
};

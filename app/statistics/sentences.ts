// A signal in plain words, for the line above a chart.
import type { RuleSet, Signal } from './signals';

export interface SentenceContext {
  /** what the centre line is called */
  centre: 'median' | 'mean' | 'centre line';
  /** useful points of the signal's phase */
  useful: number;
  /** the date or period of a point, as the page writes it */
  when: (point: number) => string;
}

/** What a rule set is called on the page. */
export const RULE_SET_NAMES: Record<RuleSet, string> = {
  anhoej: 'Anhøj rules',
  ihi: 'IHI rules',
  nhs: 'NHS Making Data Count',
  'western-electric': 'Western Electric rules',
  nelson: 'Nelson rules',
};

/** "Shift: 8 points above the median since October 12" and its like for every rule. */
export function signalSentence(signal: Signal, { centre, useful, when }: SentenceContext): string {
  const { rule, side, points, count, limit } = signal;
  const from = points[0] ?? signal.completedAt;
  const to = points.at(-1) ?? signal.completedAt;
  const since = `since ${when(from)}`;
  const between = `between ${when(from)} and ${when(to)}`;
  switch (rule) {
    case 'shift':
      return `Shift: ${count} points ${side} the ${centre} ${since}`;
    case 'trend':
      return `Trend: ${count} points ${side} ${since}`;
    case 'crossings':
      return `Unusual pattern: the line crosses the ${centre} ${times(count)} in ${useful} points; chance gives ${limit} or more`;
    case 'too few runs':
      return `Unusual pattern: ${count} runs in ${useful} points; chance gives ${limit} or more`;
    case 'too many runs':
      return `Unusual pattern: ${count} runs in ${useful} points; chance gives ${limit} or fewer`;
    case 'beyond limits':
      return `Beyond the ${side === 'above' ? 'upper' : 'lower'} limit: ${when(from)}`;
    case 'two of three':
      return `Two of three: ${count} points far ${side} the ${centre} ${between}`;
    case 'four of five':
      return `Four of five: ${count} points well ${side} the ${centre} ${between}`;
    case 'alternating':
      return `Unusual pattern: ${count} points up and down by turns ${between}`;
    case 'close to the centre':
      return `Unusual pattern: ${count} points close to the ${centre} ${between}`;
    case 'away from the centre':
      return `Unusual pattern: ${count} points away from the ${centre} on both sides ${between}`;
    default:
      return `${rule}: ${count} points ${between}`;
  }
}

function times(count: number): string {
  return count === 1 ? '1 time' : `${count} times`;
}

import { inOrder, isTrend } from '~/charts/signal-words';
import { pointsInShift } from '~/charts/words';
import { fewestCrossings } from '~/statistics/runs';
import type { Signal } from '~/statistics/signals';
import type { MeasureReading } from './reading';

export interface RuleSaid {
  name: string;
  isMet: boolean;
  verdict: 'better' | 'worse' | 'none';
  words: string;
}

/** A run that is not going on was met, and is no news. */
const pastWords = ({ past }: Signal) =>
  past === 'before' ? ', before the level changed' : past === 'ended' ? '. It has ended' : '';

/** What each rule of the chart’s rule set says, with the real numbers for this many points. */
export function rulesSaid({ chart, ruleSet }: MeasureReading): RuleSaid[] {
  const { reading } = chart;
  const useful = reading.phases.at(-1)?.useful ?? 0;
  if (!reading.enough) {
    const entered = chart.points.filter((point) => point.value !== null && !point.ghosted).length;
    return [
      {
        name: 'Too early',
        isMet: false,
        verdict: 'none',
        words: `The rules need 10 points that are not on the median. So far ${entered === 1 ? 'there is 1 point' : `there are ${entered} points`}.`,
      },
    ];
  }
  const signals = inOrder(reading.signals);
  const shift = signals.find((signal) => signal.rule === 'shift');
  const trend = signals.find(isTrend);
  const verdict = (met: typeof shift) => (met && met.verdict !== 'neutral' ? met.verdict : 'none');
  const needs = pointsInShift(useful, ruleSet);
  const said: RuleSaid[] = [
    {
      name: 'Shift',
      isMet: shift !== undefined,
      verdict: verdict(shift),
      words: `${shift ? `${shift.count} points in a row ${shift.side} the median${pastWords(shift)}. ` : ''}With ${useful} points we look for ${needs} or more in a row on one side.`,
    },
  ];
  if (ruleSet === 'anhoej') {
    const crossings = signals.find((signal) => signal.rule === 'crossings');
    said.push({
      name: 'Crossings',
      isMet: crossings !== undefined,
      verdict: 'none',
      words: crossings
        ? `The line crosses the median ${crossings.count} times; chance gives ${crossings.limit} or more.`
        : `Fewer than ${fewestCrossings(useful)} crossings of the median would be an unusual pattern.`,
    });
    return said;
  }
  const trendNeeds = ruleSet === 'ihi' ? 5 : 7;
  said.push({
    name: 'Trend',
    isMet: trend !== undefined,
    verdict: verdict(trend),
    words: `${trend ? `${trend.count} points ${trend.side}${pastWords(trend)}. ` : ''}We look for ${trendNeeds} or more in a row, all rising or all falling.`,
  });
  if (ruleSet === 'ihi') {
    const runs = signals.find((signal) => signal.rule.endsWith('runs'));
    said.push({
      name: 'Runs',
      isMet: runs !== undefined,
      verdict: 'none',
      words: runs
        ? `${runs.count} runs in ${useful} points; chance gives ${runs.limit} or ${runs.rule === 'too many runs' ? 'fewer' : 'more'}.`
        : 'The number of runs is what chance gives.',
    });
  }
  return said;
}

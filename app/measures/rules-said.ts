import type { MeasureRuleSet } from '#db/vocabulary';
import { type Centre, centreOf, inOrder } from '~/charts/signal-words';
import { pointsInShift, pointsInTrend } from '~/charts/words';
import { fewestCrossings } from '~/statistics/runs';
import type { Signal } from '~/statistics/signals';
import type { MeasureReading } from './reading';

export interface RuleSaid {
  name: string;
  isMet: boolean;
  verdict: 'better' | 'worse' | 'none';
  words: string;
}

type Rule =
  | 'outside'
  | 'shift'
  | 'trend'
  | 'crossings'
  | 'runs'
  | 'two'
  | 'four'
  | 'close'
  | 'away'
  | 'alternating';

/** What each set looks for on a run chart; and what else where there are limits. Source: statistics, § 3 and § 4. */
const lookedFor: Record<MeasureRuleSet, { run: Rule[]; control: Rule[] }> = {
  anhoej: { run: ['shift', 'crossings'], control: ['outside', 'shift', 'crossings'] },
  ihi: { run: ['shift', 'trend', 'runs'], control: ['outside', 'shift', 'trend', 'two', 'close'] },
  nhs: { run: ['shift', 'trend'], control: ['outside', 'shift', 'trend', 'two'] },
  'western-electric': { run: ['shift'], control: ['outside', 'shift', 'two', 'four'] },
  nelson: {
    run: ['shift', 'trend', 'alternating'],
    control: ['outside', 'shift', 'trend', 'alternating', 'two', 'four', 'close', 'away'],
  },
};

const ruleNames: Record<Rule, { name: string; finds: string[] }> = {
  outside: { name: 'Outside the limits', finds: ['beyond limits'] },
  shift: { name: 'Shift', finds: ['shift'] },
  trend: { name: 'Trend', finds: ['trend'] },
  crossings: { name: 'Crossings', finds: ['crossings'] },
  runs: { name: 'Runs', finds: ['too few runs', 'too many runs'] },
  two: { name: 'Two of three', finds: ['two of three'] },
  four: { name: 'Four of five', finds: ['four of five'] },
  close: { name: 'Close to the line', finds: ['close to the centre'] },
  away: { name: 'Away from the line', finds: ['away from the centre'] },
  alternating: { name: 'Up and down', finds: ['alternating'] },
};

/** What each rule of the chart’s rule set says, with the real numbers for this many points. */
export function rulesSaid(measureReading: MeasureReading): RuleSaid[] {
  const { chart, ruleSet } = measureReading;
  const { reading } = chart;
  const hasLimits = chart.limits?.upper.some((limit) => limit !== null) ?? false;
  if (!reading.enough && !hasLimits) return [tooEarly(measureReading)];
  const signals = inOrder(reading.signals);
  const context = {
    useful: reading.phases.at(-1)?.useful ?? 0,
    centre: centreOf(chart),
    hasLimits,
    ruleSet,
    labels: chart.points.map(({ label }) => label),
  };
  return lookedFor[ruleSet][hasLimits ? 'control' : 'run'].map((rule) => {
    const { name, finds } = ruleNames[rule];
    const met = signals.filter(({ rule: found }) => finds.includes(found));
    const [main] = met;
    return {
      name,
      isMet: main !== undefined,
      verdict: main && main.verdict !== 'neutral' ? main.verdict : 'none',
      words: words[rule](met, context),
    };
  });
}

function tooEarly({ chart }: MeasureReading): RuleSaid {
  const entered = chart.points.filter((point) => point.value !== null && !point.ghosted).length;
  return {
    name: 'Too early',
    isMet: false,
    verdict: 'none',
    words: `The rules need 10 points that are not on the ${centreOf(chart)}. So far ${entered === 1 ? 'there is 1 point' : `there are ${entered} points`}.`,
  };
}

interface Context {
  useful: number;
  centre: Centre;
  hasLimits: boolean;
  ruleSet: MeasureRuleSet;
  labels: string[];
}

/** A run that is not going on was met, and is no news. */
const pastWords = ({ past }: Signal) =>
  past === 'before' ? ', before the level changed' : past === 'ended' ? '. It has ended' : '';

const words: Record<Rule, (met: Signal[], context: Context) => string> = {
  outside: (met, { labels }) => {
    const at = met.map(({ points }) => labels[points[0] ?? -1] ?? '');
    if (at.length === 0) return 'Every point is inside the limits.';
    const newest = at.slice(0, 3).join(', ');
    const more = at.length > 3 ? `, and ${at.length - 3} more` : '';
    return `${at.length === 1 ? '1 point is' : `${at.length} points are`} outside: ${newest}${more}.`;
  },
  shift: ([shift], { useful, centre, ruleSet, hasLimits }) =>
    `${shift ? `${shift.count} points in a row ${shift.side} the ${centre}${pastWords(shift)}. ` : ''}With ${useful} points we look for ${pointsInShift(useful, ruleSet, hasLimits)} or more in a row on one side.`,
  trend: ([trend], { ruleSet, hasLimits }) =>
    `${trend ? `${trend.count} points ${trend.side}${pastWords(trend)}. ` : ''}We look for ${pointsInTrend(ruleSet, hasLimits)} or more in a row, all rising or all falling.`,
  crossings: ([crossings], { useful, centre }) =>
    crossings
      ? `The line crosses the ${centre} ${crossings.count === 1 ? 'once' : `${crossings.count} times`}; chance gives ${crossings.limit} or more.`
      : `Fewer than ${fewestCrossings(Math.max(useful, 1))} crossings of the ${centre} would be an unusual pattern.`,
  runs: ([runs], { useful }) =>
    runs
      ? `${runs.count} runs in ${useful} points; chance gives ${runs.limit} or ${runs.rule === 'too many runs' ? 'fewer' : 'more'}.`
      : 'The number of runs is what chance gives.',
  two: ([two], { centre }) =>
    `${two ? `${two.count} points far ${two.side} the ${centre}${pastWords(two)}. ` : ''}We look for 2 of 3 points in the outer third, on one side.`,
  four: ([four], { centre }) =>
    `${four ? `${four.count} points well ${four.side} the ${centre}${pastWords(four)}. ` : ''}We look for 4 of 5 points beyond the inner third, on one side.`,
  close: ([close]) =>
    `${close ? `${close.count} points${pastWords(close)}. ` : ''}We look for 15 or more in a row in the inner third.`,
  away: ([away]) =>
    `${away ? `${away.count} points${pastWords(away)}. ` : ''}We look for 8 or more in a row outside the inner third, on both sides.`,
  alternating: ([turns]) =>
    `${turns ? `${turns.count} points${pastWords(turns)}. ` : ''}We look for 14 or more in a row, up and down by turns.`,
};

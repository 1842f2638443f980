import { dayWithYear } from '~/ui/dates';
import { listed, plural } from '~/ui/words';
import type { Evidence, TeamEvidence } from './tiers';
import { percentWords } from './vote-words';
import { isCounted } from './votes';
import type { ShownVerdict } from './working.server';

/* The working behind each number, in sentences: which rule, which points, and what would change it. */

/** Least useful points, product.md § 6. */
const needed = { before: 8, strong: 10, after: 6 };

type Working = Omit<ShownVerdict, 'gap' | 'groups'>;

/** The one-sided p at which the rank test agrees, product.md § 6, as it is said. */
const oneSided = '2.5%';
const chance = (p: number) => (p < 0.001 ? 'under 0.1%' : `${Math.round(p * 1000) / 10}%`);

/** How the verdict was reached. */
export function methodWords(one: Working): string {
  const { method, leastRun, longestGood, longestBad, pBetter, pWorse, difference, low, high, phi } = one;
  if (method === 'before/after') {
    if (difference === null || low === null || high === null) return 'Before and after compared as wholes.';
    const points = (share: number) => `${share < 0 ? '−' : ''}${(Math.abs(share) * 100).toFixed(1)}`;
    return `Before and after compared as wholes: ${points(difference)} points, 95% interval ${points(low)} to ${points(high)}${phi !== null ? `, extra spread between points allowed for (φ ${phi.toFixed(2)})` : ''}.`;
  }
  if (method === 'none') return 'No rule can be used yet.';
  const weak = method === 'run rules, weak baseline' ? ', on a weak baseline of 8 or 9 points' : '';
  const runs = `${leastRun ?? '?'} were needed on one side; the most were ${longestGood} on the good side and ${longestBad} on the bad`;
  const test =
    pBetter !== null && pWorse !== null
      ? ` Before and after were also compared by order (rank test): luck alone looks this much better in ${chance(pBetter)} of cases and this much worse in ${chance(pWorse)}; ${oneSided} or less counts.`
      : '';
  return `Judged by points in a row (run rules)${weak}: ${runs}.${test}`;
}

/** Which points it rests on. */
export function pointsWords({ before, after, rebasedOn, changeDate }: Working): string {
  const side = ({ count, useful, from, to }: Working['before']) =>
    count === 0
      ? 'none'
      : `${plural(count, 'point')}${from && to ? ` from ${dayWithYear(from)} to ${dayWithYear(to)}` : ''}, ${useful} of them above or below the middle line`;
  const start =
    changeDate === null ? 'Nobody has begun to do it' : `The change began on ${dayWithYear(changeDate)}`;
  const phase =
    rebasedOn === null ? '' : ` Points before ${dayWithYear(rebasedOn)} belong to an earlier phase.`;
  return `${start}. Before: ${side(before)}. After: ${side(after)}.${phase}`;
}

/** What would change the verdict. */
export function wouldChangeWords(one: Working): string {
  const { verdict, before, after, leastRun, longestGood, changeDate } = one;
  if (changeDate === null) return 'A first day of Do in one of its cycles.';
  switch (verdict) {
    case 'too early':
      return `${plural(needed.after - after.useful, 'more useful point')} after the change: it has ${after.useful} of ${needed.after}.`;
    case 'observed only':
      return before.useful < needed.before
        ? `A longer baseline: it has ${before.useful} of ${needed.before} useful points before the change, and they cannot be made up afterwards. Counts on both sides would do too.`
        : `${plural(Math.max(1, needed.after - after.useful), 'more useful point')} after the change.`;
    case 'no signal':
      return `${leastRun ?? needed.after} points in a row on one side of the old middle line (median), and the comparison by order agreeing: the most on the good side are ${longestGood}.`;
    case 'no clear change':
      return 'More counts: the interval of the difference still contains 0.';
    case 'improved':
      return one.method === 'before/after'
        ? 'New counts that bring the interval of the difference back over 0.'
        : 'New points on the bad side that undo the comparison by order, or many in a row there, which would make it mixed.';
    case 'worsened':
      return 'New points on the good side that undo what went wrong, or a new phase that somebody begins with a reason.';
    case 'mixed':
      return 'New points that leave a signal on one side only.';
  }
}

/** How the range comes about, in one plain sentence; empty where no team can tell yet. */
export function rangeSource({ votes, improved }: Evidence, teams: readonly TeamEvidence[]): string {
  if (votes === 0) return '';
  const weights = teams.filter(({ vote }) => isCounted(vote)).map(({ weight }) => weight.toFixed(2));
  return `The range comes from ${improved} improved of ${plural(votes, 'vote')}, each counted by how well its cycles were tested (${weights.length === 1 ? 'weight' : 'weights'} ${listed(weights)}), with one made-up team for it and one against it added, so that a few teams alone never look certain.`;
}

/** Why the practice stands in its tier, and what it would take to stand in the next one. */
export function tierWords(
  evidence: Evidence,
  teams: readonly TeamEvidence[],
  /** Of a stopped practice: who stopped it, in a sentence. */
  whoStopped: string | null = null,
): string[] {
  const { votes, improved, worsened, organisations, p10, tier } = evidence;
  const low = p10 === null ? 'none yet' : percentWords(p10);
  const lines = [
    `${plural(votes, 'team')} can tell; ${improved} improved and ${worsened} worsened; from ${plural(organisations, 'home organization')}. Low end of the range: ${low}.`,
  ];
  const widened = teams.filter(({ hasWidenedGap }) => hasWidenedGap).length;
  if (tier === 'Stopped') {
    lines.push(whoStopped ?? 'Stopped.');
    return lines;
  }
  if (tier === 'Held') {
    lines.push('Replicated, and one team’s gain has lasted 12 points or more without a turn.');
    return lines;
  }
  if (tier === 'Replicated') {
    lines.push('For Held: in one team the gain must last 12 useful points, with no turn among the last 6.');
    return lines;
  }
  const missing = [
    votes < 3 ? `${3 - votes} more ${3 - votes === 1 ? 'team' : 'teams'} that can tell` : '',
    organisations < 2 ? 'teams of at least two home organizations' : '',
    p10 === null || p10 < 0.5 ? 'a low end of the range of 50% or more' : '',
    widened > 0 ? `no use that widened a gap (now ${widened})` : '',
  ].filter(Boolean);
  if (missing.length > 0) lines.push(`For Replicated it still needs: ${missing.join('; ')}.`);
  return lines;
}

/** How much a team’s vote weighs, and why. */
export function weightWords({
  weight,
  fidelity,
  finishedCycles,
}: {
  weight: number;
  fidelity: number | null;
  finishedCycles: number;
}): string {
  const of = plural(finishedCycles, 'finished cycle');
  if (fidelity === null)
    return `Weight ${weight.toFixed(2)}, the least there is: ${of} with checks that apply.`;
  const least = fidelity < 0.5 ? ', the least there is' : '';
  const whose = finishedCycles === 1 ? 'its' : 'their';
  return `Weight ${weight.toFixed(2)}${least}: ${of} met ${percentWords(fidelity)} of ${whose} checks.`;
}

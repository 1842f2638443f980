import { type Decision, decisionWords, type Scale, scales, scaleWords } from '#db/vocabulary';
import type { RampBand, RampPicture, RampStep } from '~/charts/ramp';
import { span } from '~/ui/dates';
import { plural } from '~/ui/words';
import { cyclesOfTree, type Ramp, type RampTree } from './ramp';
import { firstSentence, type RampCycle, rampSteps } from './ramp-steps';
import { stageOf } from './stages';

export interface PictureCycle extends RampCycle {
  /** What the decision says to do next. */
  nextStep?: string | null;
}

export interface PictureOptions {
  today: string;
  holidays: readonly string[];
  /** The address of a cycle. */
  href: (cycleId: string) => string;
  /** Where the cycle after one is started; none for who may not write. */
  nextHref?: (cycleId: string) => string;
  /** The cycle looked at. */
  hereId?: string;
}

/** A ramp with its branches as the drawing needs it, and in a sentence. */
export function rampPicture(tree: RampTree<PictureCycle>, options: PictureOptions): RampPicture {
  const { trunk, branches } = tree;
  const all = cyclesOfTree(tree);
  const numbers = new Map(all.map(({ id, number }) => [id, number]));
  const isFollowed = new Set(all.map(({ previousId }) => previousId));
  const bandOf = (ramp: Ramp<PictureCycle>): RampBand => {
    const from = ramp.branchesFrom === null ? undefined : numbers.get(ramp.branchesFrom);
    const steps = rampSteps(ramp.steps, options.today, options.holidays, options.href, options.hereId);
    const last = ramp.steps.at(-1);
    const asked =
      last && !isFollowed.has(last.id) ? askedStep(last, steps.at(-1)?.level ?? 0, options) : null;
    return {
      key: ramp.steps[0]?.id ?? '',
      head: from === undefined ? '' : `Branch from Cycle ${from}${hasEnded(ramp) ? ', ended' : ''}`,
      fromId: ramp.branchesFrom,
      steps: asked ? [...steps, asked] : steps,
      levels: scales.map((scale) => scaleWords[scale]),
    };
  };
  return {
    title: `Ramp of ${ideaOf(tree)}`,
    sentence: rampSentence(tree),
    bands: [trunk, ...branches].map(bandOf),
  };
}

/** The change idea of a ramp: the newest of its trunk that was not abandoned. */
export function ideaOf({ trunk }: RampTree<PictureCycle>): string {
  const going = trunk.steps.filter((cycle) => !(stageOf(cycle) === 'done' && cycle.decision === 'abandon'));
  return (going.at(-1) ?? trunk.steps.at(-1))?.idea ?? '';
}

const asksForMore: readonly Decision[] = ['adapt', 'expand', 'inconclusive'];

/** Does the decision ask for another test? Adopt does where the team wrote down what comes next. */
export function asksForNext(cycle: Pick<PictureCycle, 'decision' | 'nextStep' | 'scale'>): boolean {
  const { decision, nextStep, scale } = cycle;
  if (decision === null) return false;
  if (asksForMore.includes(decision)) return true;
  return decision === 'adopt' && scale !== 'everyone' && (nextStep ?? '').trim() !== '';
}

/** The step that the last cycle's decision asks for; null where none is asked for. */
function askedStep(last: PictureCycle, level: number, { nextHref }: PictureOptions): RampStep | null {
  if (stageOf(last) !== 'done' || !asksForNext(last)) return null;
  const up = last.decision === 'expand' ? Math.min(level + 1, scales.length - 1) : level;
  return {
    id: `after ${last.id}`,
    number: last.number + 1,
    dates: 'Not planned yet',
    idea: nextHref ? 'Plan the next cycle' : last.idea,
    href: nextHref?.(last.id),
    scale: scaleWords[scales[up] as Scale],
    counts: '',
    level: up,
    states: { plan: 'todo', do: 'todo', study: 'todo', act: 'todo' },
    decision: null,
    next: last.decision === 'adopt' ? undefined : `Cycle ${last.number} asks for it`,
    result: firstSentence(last.nextStep ?? ''),
    isAsked: true,
  };
}

function hasEnded({ steps }: Ramp<PictureCycle>): boolean {
  const last = steps.at(-1);
  return last !== undefined && stageOf(last) === 'done' && last.decision === 'abandon';
}

/** "5 cycles since Sep 8, grown from one person or classroom to one site. One branch was tried, and ended." */
export function rampSentence(tree: RampTree<PictureCycle>): string {
  const { trunk, branches } = tree;
  const all = cyclesOfTree(tree);
  const begun = all.flatMap(({ doStartedOn }) => (doStartedOn === null ? [] : [doStartedOn])).sort();
  const count = plural(all.length, 'cycle');
  const since = begun[0] === undefined ? `${count}, not begun yet` : `${count} ${span(begun[0], null)}`;
  const said = [`${since}${growthInWords(trunk.steps)}.`];
  const last = trunk.steps.at(-1);
  if (last && hasEnded(trunk)) said.push(`It ended with Cycle ${last.number}: ${endWords(last)}.`);
  const ended = branches.filter(hasEnded).length;
  const open = branches.length - ended;
  if (open > 0) said.push(open === 1 ? 'One branch goes on beside it.' : `${open} branches go on beside it.`);
  if (ended > 0)
    said.push(ended === 1 ? 'One branch was tried, and ended.' : `${ended} branches were tried, and ended.`);
  return said.join(' ');
}

const endWords = ({ decision }: PictureCycle) => decisionWords[decision ?? 'abandon'].toLowerCase();

function growthInWords(steps: readonly PictureCycle[]): string {
  const sizes = steps.flatMap(({ scale }) => (scale === null ? [] : [scale]));
  const [first, last] = [sizes[0], sizes.at(-1)];
  if (first === undefined || last === undefined) return '';
  const words = (scale: Scale) => scaleWords[scale].toLowerCase();
  const step = scales.indexOf(last) - scales.indexOf(first);
  if (step > 0) return `, grown from ${words(first)} to ${words(last)}`;
  if (step < 0) return `, from ${words(first)} back to ${words(last)}`;
  const unsaid = steps.length - sizes.length;
  if (unsaid > 0) {
    const of =
      unsaid === 1 ? 'of one cycle the size is not said' : `of ${unsaid} cycles the size is not said`;
    return `, at the size: ${words(first)}; ${of}`;
  }
  return steps.length > 1 ? `, all at one size: ${words(first)}` : `, at the size: ${words(first)}`;
}

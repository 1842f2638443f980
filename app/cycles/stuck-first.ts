import { paths } from '~/paths';
import { plural } from '~/ui/words';
import type { Stuck } from './stuck';

/** The address where what is stuck is mended. */
export function stuckHref(teamId: string, { kind, place, cycleId, measureId }: Stuck): string {
  switch (place) {
    case 'do':
      // What is seen goes there, not the day that Do ended.
      if (kind === 'data') return `${paths.doCycle(teamId, cycleId)}#do-sheet-observations`;
      return paths.formOfCycle(teamId, cycleId, place);
    case 'plan':
    case 'study':
    case 'act':
      return paths.formOfCycle(teamId, cycleId, place);
    case 'next':
      return paths.nextCycle(teamId, cycleId);
    case 'numbers':
      return paths.numbers(teamId, measureId ?? '');
  }
}

/** Over what is late, stuck or due: one that is stuck counts, also where its day is in a week to come. */
export const overviewTitle = (count: number) =>
  count === 0
    ? 'Nothing is late, stuck or due this week'
    : `${plural(count, 'cycle')} ${count === 1 ? 'is' : 'are'} late, stuck or due this week`;

interface Step {
  /** Of a cycle's step, the cycle's id. */
  key: string;
  isLate: boolean;
  why?: string;
}

/**
 * The steps of cycles with what is stuck: a step that waits too long says why and comes first, the most urgent before
 * the others; what has no step of its own gets one. Ramps that go round in a circle are not late: they come last.
 */
export function stuckFirst<Thing extends Step, One extends Stuck>(
  steps: readonly Thing[],
  stuck: readonly One[],
  toThing: (one: One) => Thing,
): Thing[] {
  const circling = stuck.filter(({ kind }) => kind === 'same size' || kind === 'adapt again');
  const waits = stuck.filter((one) => !circling.includes(one));
  const first = waits.map((one): Thing => {
    const step = steps.find(({ key }) => key === one.cycleId);
    // Without data there is no Do to finish yet: the numbers come first.
    if (!step || one.kind === 'data') return { ...toThing(one), isLate: one.isLate };
    // Longer than usual is not late yet where the day it is due has not passed.
    return { ...step, why: one.reason };
  });
  const isStuck = new Set(waits.map(({ cycleId }) => cycleId));
  const others = steps.filter(({ key }) => !isStuck.has(key));
  return [
    ...first,
    ...others.filter(({ isLate }) => isLate),
    ...others.filter(({ isLate }) => !isLate),
    ...circling.map(toThing),
  ];
}

/* Where the chain from a practice to the gap behind an indicator breaks: pure, over what is linked to what. */

export const chainLinks = ['practice', 'measure', 'indicator', 'gap'] as const;
export type ChainLink = (typeof chainLinks)[number];

export interface LinkedCycle {
  id: string;
  number: number;
  teamId: string;
  team: string;
  hasPractice: boolean;
  hasMeasure: boolean;
  hasIndicator: boolean;
  hasGap: boolean;
}

/** The first link that is missing; null where the chain is whole. */
export function firstBreak(cycle: LinkedCycle): ChainLink | null {
  if (!cycle.hasPractice) return 'practice';
  if (!cycle.hasMeasure) return 'measure';
  if (!cycle.hasIndicator) return 'indicator';
  return cycle.hasGap ? null : 'gap';
}

export interface ChainBreaks {
  /** The first day that counts. */
  since: string;
  cycles: number;
  whole: number;
  breaks: {
    link: ChainLink;
    cycles: number;
    some: { id: string; number: number; teamId: string; team: string }[];
  }[];
}

/** So many cycles of each break are named, unless all are asked for. */
export const fewBroken = 6;

/** How many chains break at each link, with a few of them to look at. */
export function chainBreaks(cycles: readonly LinkedCycle[], since: string, few = fewBroken): ChainBreaks {
  const at = cycles.map((cycle) => ({ cycle, link: firstBreak(cycle) }));
  return {
    since,
    cycles: cycles.length,
    whole: at.filter(({ link }) => link === null).length,
    breaks: chainLinks.map((link) => {
      const broken = at.filter((one) => one.link === link).map(({ cycle }) => cycle);
      return {
        link,
        cycles: broken.length,
        some: broken.slice(0, few).map(({ id, number, teamId, team }) => ({ id, number, teamId, team })),
      };
    }),
  };
}

export const breakWords: Record<ChainLink, { where: string; fix: string }> = {
  practice: {
    where: 'The idea comes from no practice, so nobody else can learn from it',
    fix: 'Say which practice the idea comes from, or make one of it.',
  },
  measure: {
    where: 'The cycle aims at no measure, so nothing can tell if it worked',
    fix: 'Predict a number in the Plan, or hang a measure on the idea.',
  },
  indicator: {
    where: 'The measure feeds no indicator, so the community cannot see what it adds up to',
    fix: 'Link the measure to an indicator on its page.',
  },
  gap: {
    where: 'The indicator is not split by group, so nobody sees for whom',
    fix: 'Bring its figures by group.',
  },
};

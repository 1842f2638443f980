import { paths } from '~/paths';
import type { Measure } from './measure';

export interface MeasureAdvice {
  sentence: string;
  /** The way to follow it; null where there is nothing to add. */
  link: { href: string; words: string } | null;
}

/** As many measures as a team can look at and keep up with. */
const usual = { fewest: 3, most: 8 };
const counts = ['No', 'One', 'Two'];

/** What a team's set of measures lacks, as one sentence with a way on; null where it is a usual set. */
export function measureAdvice(
  teamId: string,
  measures: readonly Pick<Measure, 'type'>[],
): MeasureAdvice | null {
  if (measures.length === 0) return null;
  if (measures.length > usual.most) {
    return {
      sentence: `${measures.length} measures are many to keep up with. Most teams look at three to eight.`,
      link: null,
    };
  }
  if (!measures.some(({ type }) => type === 'balancing')) {
    return {
      sentence: 'No balancing measure yet. One shows what may get worse meanwhile.',
      link: { href: `${paths.newMeasure(teamId)}?type=balancing`, words: 'Choose one' },
    };
  }
  if (!measures.some(({ type }) => type === 'process')) {
    return {
      sentence: 'No process measure yet. One shows whether you do what you planned.',
      link: { href: `${paths.newMeasure(teamId)}?type=process`, words: 'Choose one' },
    };
  }
  if (measures.length < usual.fewest) {
    return {
      sentence: `${counts[measures.length]} measures so far. Most teams keep three to eight.`,
      link: { href: paths.newMeasure(teamId), words: 'See common measures' },
    };
  }
  return null;
}

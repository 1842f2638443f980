import { frequencyWords } from '#db/vocabulary';
import type { Measure } from './measure';

/** What was said of a measure in its own terms. */
export type Held = 'numbers' | 'predictions';

const terms = ['kind', 'frequency', 'ratePer', 'unit'] as const;
type Terms = Pick<Measure, (typeof terms)[number]>;

/** Why these terms would make another series of a measure that has numbers or predictions, or null. */
export function anotherSeries(
  measure: Terms,
  asked: Terms,
  held: Held,
): { field: (typeof terms)[number]; sentence: string } | null {
  const field = terms.find((name) => asked[name] !== measure[name]);
  if (!field) return null;
  const has = {
    kind: 'already, and they are of another kind',
    frequency: `for “${frequencyWords[measure.frequency].toLowerCase()}” already`,
    ratePer: `for each ${measure.ratePer.toLocaleString('en-US')} already`,
    unit: measure.unit ? `in “${measure.unit}” already` : 'without a unit already',
  };
  return { field, sentence: `This measure has ${held} ${has[field]}. Start a new measure.` };
}

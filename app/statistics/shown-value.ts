// From figures as they were entered to the value a chart shows.

/** One number as it was entered: two counts, or a value. */
export interface Figures {
  numerator: number | null;
  denominator: number | null;
  value: number | null;
}

/**
 * The value a chart shows: percent 0 to 100 for a proportion, events for each so many for a rate, the number itself
 * for the rest. Null where there is none: nobody to count (out of 0), or a part is missing.
 */
export function shownValue(
  { kind, ratePer }: { kind: string; ratePer: number },
  { numerator, denominator, value }: Figures,
): number | null {
  if (numerator !== null && denominator !== null) {
    if (denominator <= 0) return null;
    if (kind === 'proportion') return (100 * numerator) / denominator;
    return kind === 'rate' ? (ratePer * numerator) / denominator : (value ?? numerator / denominator);
  }
  return value;
}

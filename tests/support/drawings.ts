/** What a chart's wide drawing says of its points, in order. */
export const pointsSaid = (drawing: string): string[] =>
  [...wide(drawing).matchAll(/class="pt"[^>]* aria-label="([^"]*)"/g)].map(([, words]) => words ?? '');

/** The numbers at the left of the wide drawing: one scale has one set of them. */
export const scaleOf = (drawing: string): string[] =>
  [...wide(drawing).matchAll(/class="ct c-tick"[^>]* text-anchor="end">([^<]*)</g)].map(
    ([, words]) => words ?? '',
  );

const wide = (drawing: string) => drawing.split('only-narrow')[0] ?? '';

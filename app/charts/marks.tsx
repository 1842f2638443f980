/* What a glyph is drawn of, on a 20 by 20 field: the same list as React elements on a page, and as text in a chart. */

export interface Mark {
  className: string;
  /** A path. */
  d?: string;
  /** Or a circle around the middle. */
  r?: number;
}

export function Marks({ marks }: { marks: readonly Mark[] }) {
  return (
    <>
      {marks.map(({ className, d, r }) =>
        d === undefined ? (
          <circle key={r} className={className} cx="10" cy="10" r={r} />
        ) : (
          <path key={d} className={className} d={d} />
        ),
      )}
    </>
  );
}

export function marksMarkup(marks: readonly Mark[]): string {
  return marks
    .map(({ className, d, r }) =>
      d === undefined
        ? `<circle class="${className}" cx="10" cy="10" r="${r}"/>`
        : `<path class="${className}" d="${d}"/>`,
    )
    .join('');
}

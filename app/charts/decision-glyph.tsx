import type { Decision } from '#db/vocabulary';

/*
 * Weight falls with commitment. Adopt, Adapt and Abandon share a first letter, so glyphs are never letters.
 */

/** The drawing alone, on a 20 by 20 field, to be placed inside another drawing. */
export function DecisionShape({ decision }: { decision: Decision }) {
  switch (decision) {
    case 'adopt':
      return (
        <>
          <circle cx="10" cy="10" r="9" className="g-fill" />
          <path d="M5.6 10.3l3 3 5.7-6.2" className="g-cut" />
        </>
      );
    case 'expand':
      return (
        <>
          <circle cx="10" cy="10" r="9" className="g-fill" />
          <path d="M10 5.4v9.2M5.4 10h9.2" className="g-cut" />
        </>
      );
    case 'implement':
      return (
        <>
          <circle cx="10" cy="10" r="5.4" className="g-fill" />
          <circle cx="10" cy="10" r="8.6" className="g-ring" />
        </>
      );
    case 'adapt':
      return (
        <>
          <circle cx="10" cy="10" r="8" className="g-line" />
          <path d="M10 2a8 8 0 0 1 0 16z" className="g-fill" />
        </>
      );
    case 'abandon':
      return <path d="M4.5 4.5l11 11M15.5 4.5l-11 11" className="g-x" />;
    case 'inconclusive':
      return <circle cx="10" cy="10" r="7.6" className="g-line" />;
  }
}

export interface DecisionGlyphProps {
  decision: Decision;
  size?: number;
  /** Said aloud instead of nothing; leave out where the word stands beside the glyph. */
  label?: string;
}

export function DecisionGlyph({ decision, size = 18, label }: DecisionGlyphProps) {
  return (
    <svg
      className={`dg dg-${decision}`}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <DecisionShape decision={decision} />
    </svg>
  );
}

/** Glyph and word: "◐ Adapt". */
export function DecisionTag({ decision }: { decision: Decision }) {
  return (
    <span className="decision">
      <DecisionGlyph decision={decision} size={16} />
      {decision.charAt(0).toUpperCase() + decision.slice(1)}
    </span>
  );
}

import type { Decision } from '#db/vocabulary';
import { type Mark, Marks } from './marks';

/*
 * Weight falls with commitment. Adopt, Adapt and Abandon share a first letter, so glyphs are never letters.
 */

/** The drawing alone, on a 20 by 20 field, to be placed inside another drawing. */
export const decisionMarks: Record<Decision, readonly Mark[]> = {
  adopt: [
    { className: 'g-fill', r: 9 },
    { className: 'g-cut', d: 'M5.6 10.3l3 3 5.7-6.2' },
  ],
  expand: [
    { className: 'g-fill', r: 9 },
    { className: 'g-cut', d: 'M10 5.4v9.2M5.4 10h9.2' },
  ],
  implement: [
    { className: 'g-fill', r: 5.4 },
    { className: 'g-ring', r: 8.6 },
  ],
  adapt: [
    { className: 'g-line', r: 8 },
    { className: 'g-fill', d: 'M10 2a8 8 0 0 1 0 16z' },
  ],
  abandon: [{ className: 'g-x', d: 'M4.5 4.5l11 11M15.5 4.5l-11 11' }],
  inconclusive: [{ className: 'g-line', r: 7.6 }],
};

export const DecisionShape = ({ decision }: { decision: Decision }) => (
  <Marks marks={decisionMarks[decision]} />
);

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

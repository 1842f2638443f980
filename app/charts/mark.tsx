import type { ReactNode } from 'react';

/** What the numbers say of a change: better, worse, no signal, or too early. */
export type Verdict = 'better' | 'worse' | 'none' | 'early';

export const verdictWords: Record<Verdict, string> = {
  better: 'Improved',
  worse: 'Worsened',
  none: 'No signal yet',
  early: 'Too early to tell',
};

/** A mark of the evidence strip: one use may be better on one measure and worse on another. */
export type StripMark = Verdict | 'mixed';

/** One win-loss mark on its line. Above the line is better, even where lower numbers are better. */
export function MarkShape({
  verdict,
  x,
  base,
  height,
}: {
  verdict: StripMark;
  x: number;
  base: number;
  height: number;
}) {
  switch (verdict) {
    case 'mixed':
      return (
        <>
          <rect className="m-better" x={x + 2} y={base - height} width="8" height={height} />
          <rect className="m-worse" x={x + 2} y={base} width="8" height={height} />
        </>
      );
    case 'better':
      return <rect className="m-better" x={x + 2} y={base - height} width="8" height={height} />;
    case 'worse':
      return <rect className="m-worse" x={x + 2} y={base} width="8" height={height} />;
    case 'none':
      return <rect className="m-none" x={x + 2} y={base - 2} width="8" height="4" />;
    case 'early':
      return <circle className="m-early" cx={x + 6} cy={base} r="3.3" />;
  }
}

/** `label` names the mark where no words stand beside it. */
export function Mark({ verdict, label }: { verdict: StripMark; label?: string }) {
  return (
    <svg
      className="vm"
      width="14"
      height="24"
      viewBox="-1 0 14 24"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <path className="m-base" d="M-1 12h14" />
      <MarkShape verdict={verdict} x={0} base={12} height={10.5} />
    </svg>
  );
}

/** The sentence over a chart, with its mark: words first, then the picture. */
export function VerdictLine({
  verdict,
  children,
  small,
}: {
  verdict: Verdict;
  children: ReactNode;
  small?: boolean;
}) {
  return (
    <p className={`verdict ${verdict}${small ? ' small' : ''}`}>
      <Mark verdict={verdict} />
      <span>{children}</span>
    </p>
  );
}

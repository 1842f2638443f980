/** What became of a gap between two groups. */
export type GapStatus = 'closing' | 'widening' | 'flat';

export const gapStatusWords: Record<GapStatus, string> = {
  closing: 'Closing',
  widening: 'Widening',
  flat: 'No change',
};

const shapes: Record<GapStatus, { edges: string; area: string }> = {
  closing: { edges: 'M2 3L38 7.5M2 15L38 10.5', area: 'M2 3L38 7.5V10.5L2 15z' },
  widening: { edges: 'M2 7.5L38 3M2 10.5L38 15', area: 'M2 7.5L38 3V15L2 10.5z' },
  flat: { edges: 'M2 5L38 5M2 13L38 13', area: 'M2 5H38V13H2z' },
};

/** The small gap wedge, 40 by 18. The word and both numbers always stand beside it; null is not enough data. */
export function Wedge({ status }: { status: GapStatus | null }) {
  return (
    <svg
      className={status ? `wedge wedge-${status}` : 'wedge'}
      width="40"
      height="18"
      viewBox="0 0 40 18"
      aria-hidden="true"
    >
      {status ? (
        <>
          <path className="g-area" d={shapes[status].area} />
          <path className="g-edge" d={shapes[status].edges} />
        </>
      ) : (
        <path className="g-none" d="M2 9h36" />
      )}
    </svg>
  );
}

import { EndMark } from './end-mark';
import type { Verdict } from './mark';

export interface DumbbellProps {
  before: number | null;
  now: number;
  /** Everyone, as a dashed line. */
  reference?: number | null;
  min: number;
  max: number;
  verdict?: Verdict;
  width?: number;
  label: string;
}

/** Real values on a shared scale: open circle then, filled mark now. */
export function Dumbbell({
  before,
  now,
  reference = null,
  min,
  max,
  verdict = 'none',
  width = 250,
  label,
}: DumbbellProps) {
  const span = max === min ? 1 : max - min;
  const x = (value: number) => {
    const share = Math.max(0, Math.min(1, (value - min) / span));
    return Math.round((8 + share * (width - 16)) * 10) / 10;
  };
  return (
    <svg
      className="track"
      width={width}
      height="26"
      viewBox={`0 0 ${width} 26`}
      role="img"
      aria-label={label}
    >
      <path className="iv-axis" d={`M8 13H${width - 8}`} />
      {reference !== null && <path className="k-ref" d={`M${x(reference)} 0v26`} />}
      {before !== null && (
        <>
          <path
            className={`k-move c-${verdict === 'early' ? 'none' : verdict}`}
            d={`M${x(before)} 13H${x(now)}`}
          />
          <circle className="s-base" cx={x(before)} cy="13" r="4.2" />
        </>
      )}
      <EndMark x={x(now)} y={13} verdict={verdict} radius={5.2} />
    </svg>
  );
}

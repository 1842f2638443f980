import { EndMark } from './end-mark';
import type { Verdict } from './mark';

export interface TrackProps {
  baseline: number;
  now: number;
  target: number;
  verdict?: Verdict;
  /** How far along it would be by now if on pace, 0 to 1; null leaves the tick out. */
  pace?: number | null;
  width?: number;
  /** Leave out where the words stand beside it. */
  label?: string;
}

/**
 * Baseline, pace and target stand at the same place in every row, so that progress always runs left to right,
 * even where lower is better. Left of the open circle is worse than the start.
 */
export function Track({
  baseline,
  now,
  target,
  verdict = 'none',
  pace = null,
  width = 168,
  label,
}: TrackProps) {
  const way = target === baseline ? 0 : (now - baseline) / (target - baseline);
  const reached = Math.max(-0.42, Math.min(1.12, way));
  const x = (share: number) => Math.round((8 + ((share + 0.42) / 1.54) * (width - 16)) * 10) / 10;
  return (
    <svg
      className="track"
      width={width}
      height="22"
      viewBox={`0 0 ${width} 22`}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <path className="iv-axis" d={`M8 11H${width - 8}`} />
      {pace !== null && <path className="k-pace" d={`M${x(pace)} 4v14`} />}
      <path className="k-target" d={`M${x(1)} 3v16`} />
      <path className="k-tflag" d={`M${x(1)} 3h7v5.5h-7z`} />
      <path
        className={`k-move c-${verdict === 'early' ? 'none' : verdict}`}
        d={`M${x(0)} 11H${x(reached)}`}
      />
      <circle className="s-base" cx={x(0)} cy="11" r="3.8" />
      <EndMark x={x(reached)} y={11} verdict={verdict} />
    </svg>
  );
}

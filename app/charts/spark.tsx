import { EndMark } from './end-mark';
import type { Verdict } from './mark';

export interface SparkProps {
  /** Oldest first. A missing value breaks the line. */
  values: (number | null)[];
  verdict?: Verdict;
  /** Index of the baseline value, drawn as an open circle. */
  baseline?: number | null;
  width?: number;
  height?: number;
  /** Leave out where the numbers stand beside it. */
  label?: string;
}

export function Spark({ values, verdict = 'none', baseline, width = 108, height = 30, label }: SparkProps) {
  const present = values.flatMap((value, i) => (value === null ? [] : [{ value, i }]));
  const lowest = Math.min(...present.map(({ value }) => value));
  const highest = Math.max(...present.map(({ value }) => value));
  const pad = Math.max((highest - lowest) * 0.1, Math.abs(highest) * 0.01, 1e-6);
  const round = (n: number) => Math.round(n * 10) / 10;
  const x = (i: number) => round(5 + (i / Math.max(values.length - 1, 1)) * (width - 12));
  const y = (value: number) =>
    round(4 + ((highest + pad - value) / (highest - lowest + 2 * pad)) * (height - 8));
  const line = present
    .map(({ value, i }) => `${i === 0 || values[i - 1] === null ? 'M' : 'L'}${x(i)} ${y(value)}`)
    .join('');
  const last = present.at(-1);
  const start = present.find(({ i }) => i === baseline);
  return (
    <svg
      className="spark"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      {present.length > 1 && <path className="c-line" d={line} />}
      {start && <circle className="s-base" cx={x(start.i)} cy={y(start.value)} r="2.8" />}
      {last && <EndMark x={x(last.i)} y={y(last.value)} verdict={verdict} radius={4} />}
    </svg>
  );
}

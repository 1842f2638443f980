export interface IntervalProps {
  /** Shares between 0 and 1. */
  share: number;
  low: number;
  high: number;
  width?: number;
  /** Instead of the range in words; empty where it is only shown what such a bar looks like. */
  label?: string;
}

/** A share with the range it could be, and a tick at one half. */
export function Interval({ share, low, high, width = 150, label }: IntervalProps) {
  const x = (value: number) => Math.round((6 + value * (width - 12)) * 10) / 10;
  const percent = (value: number) => `${Math.round(value * 100)}%`;
  return (
    <svg
      className="interval"
      width={width}
      height="22"
      viewBox={`0 0 ${width} 22`}
      role={label === '' ? undefined : 'img'}
      aria-hidden={label === '' ? true : undefined}
      aria-label={
        label === ''
          ? undefined
          : (label ?? `${percent(share)}, could be ${percent(low)} to ${percent(high)}`)
      }
    >
      <path className="iv-axis" d={`M${x(0)} 11H${x(1)}M${x(0)} 8v6M${x(1)} 8v6`} />
      <path className="iv-half" d={`M${x(0.5)} 4v14`} />
      <path className="iv-bar" d={`M${x(low)} 11H${x(high)}`} />
      <circle className="iv-dot" cx={x(share)} cy="11" r="4.5" />
    </svg>
  );
}

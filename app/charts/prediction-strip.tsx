import { EndMark } from './end-mark';
import { formatValue } from './figures';
import type { Verdict } from './mark';
import type { Unit } from './run-chart-data';
import { textWidth } from './text-width';

export interface PredictionStripProps {
  predicted: number;
  /** The 80 % range; null where only a point was predicted. */
  low: number | null;
  high: number | null;
  /** Null until it happened. */
  actual: number | null;
  unit: Unit;
  verdict?: Verdict;
  /** Ends of the line; chosen from the numbers where absent. */
  min?: number;
  max?: number;
}

/** "Predicted 80%, range 70% to 90%. 82% happened." */
export function predictionInWords({ predicted, low, high, actual, unit }: PredictionStripProps): string {
  const say = (value: number) => formatValue(value, unit);
  const range = low !== null && high !== null ? `, range ${say(low)} to ${say(high)}` : '';
  const happened = actual === null ? '' : ` ${say(actual)} happened.`;
  return `Predicted ${say(predicted)}${range}.${happened}`;
}

/** Open bar for the range, dotted line for the point, filled mark for what happened, both in words. */
export function PredictionStrip(props: PredictionStripProps) {
  return (
    <>
      <Drawing {...props} width={430} className="only-wide" />
      <Drawing {...props} width={342} className="only-narrow" />
    </>
  );
}

function ends({ predicted, low, high, actual, unit, min, max }: PredictionStripProps): [number, number] {
  const values = [predicted, low, high, actual].filter((value) => value !== null);
  const [from, to] = [Math.min(...values), Math.max(...values)];
  const margin = Math.max((to - from) * 0.5, Math.abs(to) * 0.1, 10 ** -unit.decimals);
  // Round outward to a step a person would choose.
  const step = 10 ** Math.floor(Math.log10(margin));
  const floor = Math.floor((from - margin) / step) * step;
  const ceiling = Math.ceil((to + margin) / step) * step;
  const top = unit.kind === 'percent' && to <= 100 ? Math.min(ceiling, 100) : ceiling;
  return [min ?? (from >= 0 ? Math.max(floor, 0) : floor), max ?? top];
}

function Drawing({
  width,
  className,
  ...props
}: PredictionStripProps & { width: number; className: string }) {
  const { predicted, low, high, actual, unit, verdict = 'none' } = props;
  const say = (value: number) => formatValue(value, unit, { brief: true });
  const [from, to] = ends(props);
  const left = Math.max(40, Math.ceil(textWidth(say(from), 13)) + 10);
  const right = width - Math.max(44, Math.ceil(textWidth(say(to), 13)) + 10);
  const x = (value: number) => {
    const share = to === from ? 0.5 : Math.max(0, Math.min(1, (value - from) / (to - from)));
    return Math.round((left + share * (right - left)) * 10) / 10;
  };
  const inside = (center: number, words: string, bold = false) => {
    const half = textWidth(words, 13, bold) / 2;
    return Math.round(Math.max(half, Math.min(width - half, center)) * 10) / 10;
  };
  const ranged = low !== null && high !== null;
  const below = ranged ? `${say(low)} to ${say(high)} predicted` : `${say(predicted)} predicted`;
  const above = actual === null ? null : `${say(actual)} happened`;
  return (
    <svg
      className={`chart predict ${className}`}
      width={width}
      height="62"
      viewBox={`0 0 ${width} 62`}
      role="img"
      aria-label={predictionInWords(props)}
    >
      <path className="iv-axis" d={`M${left} 32H${right}M${left} 28v8M${right} 28v8`} />
      <text className="ct c-tick" x={left - 8} y="32" dy=".35em" textAnchor="end">
        {say(from)}
      </text>
      <text className="ct c-tick" x={right + 8} y="32" dy=".35em">
        {say(to)}
      </text>
      {ranged && (
        <rect
          className="pr-range"
          x={x(low)}
          y="24"
          width={Math.max(Math.round((x(high) - x(low)) * 10) / 10, 2)}
          height="16"
          rx="2"
        />
      )}
      <path className="pr-p" d={`M${x(predicted)} 24v16`} />
      {actual !== null && <EndMark x={x(actual)} y={32} verdict={verdict} radius={6.5} />}
      <text
        className="ct c-tick"
        x={inside(ranged ? (x(low) + x(high)) / 2 : x(predicted), below)}
        y="57"
        textAnchor="middle"
      >
        {below}
      </text>
      {above && actual !== null && (
        <text
          className={`ct pr-rt c-${verdict === 'early' ? 'none' : verdict}`}
          x={inside(x(actual), above, true)}
          y="15"
          textAnchor="middle"
        >
          {above}
        </text>
      )}
    </svg>
  );
}

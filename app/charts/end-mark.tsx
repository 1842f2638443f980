import type { Verdict } from './mark';

/** The latest value of a small chart: blue disc, orange diamond or grey disc, so that hue is never alone. */
export function EndMark({
  x,
  y,
  verdict,
  radius = 4.8,
}: {
  x: number;
  y: number;
  verdict: Verdict;
  radius?: number;
}) {
  const reach = Math.round(radius * 1.15 * 10) / 10;
  if (verdict === 'worse') {
    return (
      <path
        className="p-worse"
        d={`M${x} ${Math.round((y - reach) * 10) / 10}l${reach} ${reach}-${reach} ${reach}-${reach}-${reach}z`}
      />
    );
  }
  return verdict === 'better' ? (
    <circle className="p-better" cx={x} cy={y} r={radius} />
  ) : (
    <circle className="p-none" cx={x} cy={y} r={Math.round(radius * 0.85 * 10) / 10} />
  );
}

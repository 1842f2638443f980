/** What a chart can say at 1, 10 and 16 points: the empty state of a measure teaches the thing itself. */
const values = [52, 49, 55, 50, 47, 53, 51, 48, 54, 50, 57, 59, 56, 60, 58, 61];
const median = 50.5;
const baseline = 10;

const x = (index: number) => 10 + index * 16;
const y = (value: number) => Math.round((74 - (value - 44) * 3.6) * 10) / 10;
const path = (from: number, to: number) =>
  `M${values
    .slice(from, to)
    .map((value, i) => `${x(from + i)} ${y(value)}`)
    .join('L')}`;

export function ChartGrowth({ points }: { points: 1 | 10 | 16 }) {
  const signal = points > baseline;
  return (
    <svg className="chart" width="320" height="113" viewBox="0 0 260 92" aria-hidden="true">
      <path className="c-axis" d="M4 88H256" />
      {points >= baseline && (
        <>
          <path className="c-med" d={`M4 ${y(median)}H${x(baseline - 1)}`} />
          <path className="c-med c-med-ext" d={`M${x(baseline - 1)} ${y(median)}H256`} />
        </>
      )}
      {points > 1 && <path className="c-line" d={path(0, points)} />}
      {signal && <path className="c-sig c-better" d={path(baseline, points)} />}
      {values.map((value, i) =>
        i < points ? (
          <circle
            key={x(i)}
            className={i >= baseline ? 'p-better' : 'p-none'}
            cx={x(i)}
            cy={y(value)}
            r={i >= baseline ? 4.4 : 3.2}
          />
        ) : (
          <circle key={x(i)} className="ghost" cx={x(i)} cy={y(median)} r="2.4" />
        ),
      )}
    </svg>
  );
}

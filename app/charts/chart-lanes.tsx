import { DecisionShape } from './decision-glyph';
import { EventShape } from './event-glyph';
import type { RunChartScene } from './run-chart-shapes';

/* What stands on the time line: the team's cycles under it, and what happened at its foot. */

export function Cycles({ scene }: { scene: RunChartScene }) {
  const bars = scene.full && !scene.narrow && scene.cycles.length > 0;
  return (
    <>
      {scene.cycles.map(({ id, number, name, x, y, guide, until, ended, decision }) => (
        <g key={id}>
          <title>{name}</title>
          <path className="c-cyc" d={guide} />
          {until !== null && <path className="c-span" d={`M${x} ${y}H${until}`} />}
          {until !== null && decision && (
            <g transform={`translate(${until - 7} ${y - 7}) scale(.7)`}>
              <circle cx="10" cy="10" r="11" className="g-cut0" />
              <DecisionShape decision={decision} />
            </g>
          )}
          {until !== null && ended && !decision && (
            <path className="c-span-open" d={`M${until} ${y - 5}v10`} />
          )}
          <circle className="c-disc" cx={x} cy={y} r={scene.discRadius} />
          <text className="c-discn" x={x} y={y} dy=".36em">
            {number}
          </text>
        </g>
      ))}
      {bars && (
        <text className="ct c-tick" x={scene.plot.left - 8} y={scene.plot.bottom + 40} textAnchor="end">
          Cycle
        </text>
      )}
    </>
  );
}

/** A glyph at the foot of its day: shape says which kind. Its words stand beside it only where they fit. */
export function Events({ scene: { events } }: { scene: RunChartScene }) {
  return (
    <>
      {events.map(({ id, kind, name, x, y, guide, span, words }) => (
        <g key={id}>
          <title>{name}</title>
          {guide && <path className="c-cyc" d={guide} />}
          {span && <path className="c-until" d={span} />}
          <g transform={`translate(${x - 6.5} ${y - 6.5}) scale(.65)`}>
            <circle cx="10" cy="10" r="10.5" className="g-cut0" />
            <EventShape kind={kind} />
          </g>
          {words && (
            <text className="ct c-note" x={words.x} y={words.y} dy=".35em">
              {words.text}
            </text>
          )}
        </g>
      ))}
    </>
  );
}

import { type ReactNode, useId, useRef } from 'react';
import { DecisionShape } from './decision-glyph';
import { usePointKeys } from './point-keys';
import type { RunChartData } from './run-chart-data';
import { runChartScene } from './run-chart-scene';
import { type Frame, frames, type RunChartScene, type ScenePoint } from './run-chart-shapes';

export interface RunChartProps {
  data: RunChartData;
  /** `full` has a readout and points one can reach; `small` is one picture among several. */
  size?: 'full' | 'small';
}

/** Two drawings of one chart: wide for laptops, narrow for phones. Text is never scaled down. */
export function RunChart({ data, size = 'full' }: RunChartProps) {
  return (
    <div className="run-chart">
      <Drawing data={data} frame={frames[size].wide} className="only-wide" />
      <Drawing data={data} frame={frames[size].narrow} className="only-narrow" />
    </div>
  );
}

function Drawing({ data, frame, className }: { data: RunChartData; frame: Frame; className: string }) {
  const id = useId();
  const svg = useRef<SVGSVGElement>(null);
  usePointKeys(svg);
  const scene = runChartScene(data, frame);
  return (
    <svg
      ref={svg}
      className={`chart ${className}${scene.pointScale < 0.7 ? ' dense' : ''}`}
      width={scene.width}
      height={scene.height}
      viewBox={`0 0 ${scene.width} ${scene.height}`}
      role={scene.full ? 'group' : 'img'}
      aria-labelledby={`${id}t`}
      aria-describedby={`${id}d`}
    >
      <title id={`${id}t`}>{data.title}</title>
      <desc id={`${id}d`}>{data.sentence}</desc>
      <Unread>
        <Ground scene={scene} />
        <Cycles scene={scene} />
        <Lines scene={scene} />
      </Unread>
      {scene.points.map((point) => (
        <Point key={point.id} point={point} scene={scene} />
      ))}
      <Unread>
        <Labels scene={scene} />
      </Unread>
    </svg>
  );
}

/** Axes and labels are for the eye: readers get the sentence, the named points and the table. */
function Unread({ children }: { children: ReactNode }) {
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a g takes no focus
  return <g aria-hidden="true">{children}</g>;
}

function Ground({ scene }: { scene: RunChartScene }) {
  const { left, right, bottom } = scene.plot;
  return (
    <>
      <path className="c-axis" d={`M${left} ${bottom}H${right}`} />
      {scene.yTicks.map(({ y, text, line }) => (
        <g key={text}>
          {line && <path className="c-grid" d={`M${left} ${y}H${right}`} />}
          <text className="ct c-tick" x={left - 8} y={y} dy=".35em" textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      {scene.xTicks.map(({ x, text, anchor, strong }) => (
        <g key={x}>
          <path className="c-tickm" d={`M${x} ${bottom}v5`} />
          <text
            className={`ct c-tick${strong ? ' c-strong' : ''}`}
            x={anchor === 'start' ? x - 4 : x}
            y={bottom + 18}
            textAnchor={anchor}
          >
            {text}
          </text>
        </g>
      ))}
      {scene.medians.map(({ d, extended }) => (
        <path key={d} className={extended ? 'c-med c-med-ext' : 'c-med'} d={d} />
      ))}
      {scene.goal !== null && <path className="c-goal" d={`M${left} ${scene.goal}H${right}`} />}
      {scene.empty && (
        <text
          className="ct c-note"
          x={(left + right) / 2}
          y={(scene.plot.top + bottom) / 2}
          textAnchor="middle"
        >
          {scene.empty}
        </text>
      )}
    </>
  );
}

function Cycles({ scene }: { scene: RunChartScene }) {
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

function Lines({ scene }: { scene: RunChartScene }) {
  return (
    <>
      {scene.line && <path className="c-line" d={scene.line} />}
      {scene.signals.map(({ key, tone, line, bracket, text }) => (
        <g key={key}>
          <path className={`c-sig c-${tone}`} d={line} />
          {bracket && <path className={`c-brk c-${tone}`} d={bracket} />}
          {text && (
            <text className={`ct c-sigt c-${tone}`} x={text.x} y={text.y} textAnchor={text.anchor}>
              {text.words}
            </text>
          )}
        </g>
      ))}
    </>
  );
}

function Point({ point, scene }: { point: ScenePoint; scene: RunChartScene }) {
  const { top, bottom, left } = scene.plot;
  const shape = <PointShape point={point} scale={scene.pointScale} />;
  if (!scene.full) return shape;
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a named picture that can be reached, nothing to press
    <g className="pt" tabIndex={point.newest ? 0 : -1} role="img" aria-label={point.text}>
      <rect className="hit" x={point.hit.x} y={top - 20} width={point.hit.width} height={bottom - top + 20} />
      <path className="tipline" d={`M${point.x} ${top - 24}V${bottom}`} />
      {shape}
      <text className="ct tip" x={left} y="14">
        {point.text}
      </text>
    </g>
  );
}

/** Improvement is a ringed disc, concern a diamond, a ghosted point hollow: shape and place, not hue alone. */
function PointShape({ point: { x, y, mark }, scale }: { point: ScenePoint; scale: number }) {
  const size = (radius: number) => Math.round(radius * scale * 10) / 10;
  if (mark === 'worse') {
    const r = size(5.6);
    return (
      <path className="p-worse" d={`M${x} ${Math.round((y - r) * 10) / 10}l${r} ${r}-${r} ${r}-${r}-${r}z`} />
    );
  }
  const radius = { none: 3.2, better: 4.8, neutral: 4.6, ghost: 3.4 }[mark];
  return <circle className={`p-${mark}`} cx={x} cy={y} r={size(radius)} />;
}

function Labels({ scene }: { scene: RunChartScene }) {
  const kinds = { value: 'c-val', goal: 'c-goallab', median: 'c-mlab' };
  return (
    <>
      {scene.readout && (
        <text className="ct tip0" x={scene.plot.left} y="14">
          {scene.readout}
        </text>
      )}
      {scene.labels.map(({ kind, text, x, y, tone }) => (
        <text
          key={kind}
          className={kind === 'value' ? `ct c-val c-${tone}` : `ct ${kinds[kind]}`}
          x={x}
          y={y}
          dy=".35em"
        >
          {text}
        </text>
      ))}
    </>
  );
}

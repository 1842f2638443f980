import { type ReactNode, useId, useRef } from 'react';
import { Cycles, Events } from './chart-lanes';
import { usePointKeys } from './point-keys';
import { pointsMarkup } from './points-markup';
import type { RunChartData } from './run-chart-data';
import { runChartScene } from './run-chart-scene';
import type { Frame, RunChartScene } from './run-chart-shapes';

export interface ChartDrawingProps {
  data: RunChartData;
  frame: Frame;
  className?: string;
  /** Nothing to reach or to press: for files, and for pages without script. */
  still?: boolean;
}

/** One drawing of a chart in a frame: on a page beside others, or alone in a file. It needs no browser. */
export function ChartDrawing({ data, frame, className, still = false }: ChartDrawingProps) {
  const id = useId();
  const svg = useRef<SVGSVGElement>(null);
  usePointKeys(svg);
  const scene = runChartScene(data, frame);
  const classes = ['chart', className, scene.pointScale < 0.7 ? 'dense' : null].filter(Boolean).join(' ');
  return (
    <svg
      ref={svg}
      className={classes}
      width={scene.width}
      height={scene.height}
      viewBox={`0 0 ${scene.width} ${scene.height}`}
      role={scene.full && !still ? 'group' : 'img'}
      aria-labelledby={`${id}t`}
      aria-describedby={`${id}d`}
    >
      <title id={`${id}t`}>{data.title}</title>
      <desc id={`${id}d`}>{data.sentence}</desc>
      <Unread>
        <Ground scene={scene} />
        <Cycles scene={scene} />
        <Events scene={scene} />
        <Lines scene={scene} />
      </Unread>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own markup, its words escaped */}
      <g dangerouslySetInnerHTML={{ __html: pointsMarkup(scene, still) }} />
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
      {scene.band && <Band band={scene.band} />}
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
      {scene.goalLine && <path className="c-goal" d={scene.goalLine} />}
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

/** The usual range: one grey band with its limits, dashed while they rest on few points. */
function Band({ band: { band, limits, isTrial } }: { band: NonNullable<RunChartScene['band']> }) {
  return (
    <>
      <path className="c-band" d={band} />
      <path className={isTrial ? 'c-limit c-trial' : 'c-limit'} d={limits} />
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

function Labels({ scene }: { scene: RunChartScene }) {
  const kinds = { goal: 'c-goallab', median: 'c-mlab', upper: 'c-mlab', lower: 'c-mlab' };
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

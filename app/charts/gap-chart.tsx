import { useId } from 'react';
import { type GapChartData, type GapScene, gapChartScene } from './gap-chart-scene';
import { GroupGround, GroupNames } from './group-parts';
import { type GroupFrame, groupFrames } from './group-scene';

/** Two groups and the wedge between them: blue tint closing, orange widening, grey no change. */
export function GapChart({ data }: { data: GapChartData }) {
  return (
    <div className="gap-chart">
      <Drawing data={data} frame={groupFrames.wide} className="only-wide" />
      <Drawing data={data} frame={groupFrames.narrow} className="only-narrow" />
    </div>
  );
}

function Drawing({ data, frame, className }: { data: GapChartData; frame: GroupFrame; className: string }) {
  const id = useId();
  const scene = gapChartScene(data, frame);
  return (
    <svg
      className={`chart ${className}`}
      width={scene.width}
      height={scene.height}
      viewBox={`0 0 ${scene.width} ${scene.height}`}
      role="img"
      aria-labelledby={`${id}t`}
      aria-describedby={`${id}d`}
    >
      <title id={`${id}t`}>{data.title}</title>
      <desc id={`${id}d`}>{data.sentence}</desc>
      {scene.areas.map((d) => (
        <path key={d} className={`w-area w-${scene.status}`} d={d} />
      ))}
      <GroupGround scene={scene} />
      <Groups scene={scene} />
      {scene.brackets.map(({ d, text }) => (
        <g key={d}>
          <path className={`g-brk g-${scene.status}`} d={d} />
          {text && (
            <text
              className={`ct ${text.inWedge ? 'g-num' : 'g-num2'} g-${scene.status}`}
              x={text.x}
              y={text.y}
              dy=".35em"
              textAnchor={text.anchor}
            >
              {text.words}
            </text>
          )}
        </g>
      ))}
      {scene.allName && (
        <text className={`ct c-alll in-${scene.status}`} x={scene.allName.x} y={scene.allName.y}>
          {scene.allName.words}
        </text>
      )}
      <GroupNames labels={scene.labels} status={scene.status} />
    </svg>
  );
}

function Groups({ scene }: { scene: GapScene }) {
  const lineClass = { focus: 'l-lo', reference: 'l-hi', all: 'c-all', other: 'gl' };
  return (
    <>
      {scene.lines.map(({ name, role, d }) => d && <path key={name} className={lineClass[role]} d={d} />)}
      {scene.lines
        .filter(({ role }) => role === 'focus' || role === 'reference')
        .map(({ name, role, points }) =>
          points.map(({ index, x, y }) => {
            const strong = scene.marked.includes(index);
            const radius = role === 'focus' ? (strong ? 5 : 3) : strong ? 4.5 : 2.8;
            return (
              <circle
                key={`${name}-${index}`}
                className={role === 'focus' ? 'd-lo' : 'd-hi'}
                cx={x}
                cy={y}
                r={radius}
              />
            );
          }),
        )}
    </>
  );
}

import type { GroupScene, NameLabel } from './group-scene';
import type { GapStatus } from './wedge';

export function GroupGround({ scene }: { scene: GroupScene }) {
  const { left, right, top, bottom } = scene.plot;
  return (
    <>
      <path className="c-axis" d={`M${left} ${bottom}H${right}`} />
      {scene.yTicks.map(({ y, text }) => (
        <g key={text}>
          <path className="c-grid" d={`M${left} ${y}H${right}`} />
          <text className="ct c-tick" x={left - 8} y={y} dy=".35em" textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      {scene.xTicks.map(({ x, text, strong }) => (
        <g key={text}>
          <path className="c-tickm" d={`M${x} ${bottom}v5`} />
          <text className={`ct c-tick${strong ? ' c-strong' : ''}`} x={x} y={bottom + 20} textAnchor="middle">
            {text}
          </text>
        </g>
      ))}
      {scene.breaks.map(({ x, words }) => (
        <path key={words} className="c-break" d={`M${x} ${top - 16}V${bottom}`}>
          <title>{words}</title>
        </path>
      ))}
      {scene.target !== null && <path className="c-goal" d={`M${left} ${scene.target}H${right}`} />}
    </>
  );
}

function tone(role: NameLabel['role'], status: GapStatus | null): string {
  if (role === 'gap') return `g-num2 g-${status ?? 'flat'}`;
  if (role === 'target') return 'c-goallab';
  return `gl-name gl-name-${role}`;
}

export function GroupNames({ labels, status = null }: { labels: NameLabel[]; status?: GapStatus | null }) {
  return (
    <>
      {labels.map(({ key, role, value, lines, x, y, lead }) => (
        <g key={key}>
          {lead && <path className="c-lead" d={lead} />}
          <text className={`ct ${tone(role, status)}`} x={x} y={y} dy=".35em">
            <tspan className="num">{value}</tspan>
            {lines.map((line, i) =>
              i === 0 ? (
                ` ${line}`
              ) : (
                <tspan key={line} x={x} dy="16.5">
                  {line}
                </tspan>
              ),
            )}
          </text>
        </g>
      ))}
    </>
  );
}

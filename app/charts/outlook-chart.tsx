import { useId } from 'react';
import { formatValue } from './figures';
import { type GroupData, type GroupValue, isNumber } from './group-data';
import { GroupGround, GroupNames } from './group-parts';
import { type GroupFrame, type GroupScene, groupFrames, groupScene, type WantedLabel } from './group-scene';

export interface OutlookData {
  title: string;
  /** What a person could say in a meeting. */
  sentence: string;
  name: string;
  /** Those with figures, oldest first; the years ahead come after them. */
  periods: string[];
  values: GroupValue[];
  ahead: { label: string; low: number; high: number }[];
  unit: GroupData['unit'];
  target: number | null;
  breaks?: GroupData['breaks'];
}

export interface OutlookScene extends GroupScene {
  /** From the newest figure, opening to the range of the last year ahead. */
  fan: string;
  edges: string[];
}

/** One line, and the range it would reach if nothing changes. */
export function OutlookChart({ data }: { data: OutlookData }) {
  return (
    <div className="gap-chart">
      <Drawing data={data} frame={groupFrames.wide} className="only-wide" />
      <Drawing data={data} frame={groupFrames.narrow} className="only-narrow" />
    </div>
  );
}

export function outlookScene(data: OutlookData, frame: GroupFrame): OutlookScene {
  const narrow = frame.width < 480;
  const from = data.values.findLastIndex(isNumber);
  const newest = data.values[from] as number;
  const known = data.values.slice(0, from + 1);
  const last = data.ahead.at(-1) as OutlookData['ahead'][number];
  const say = (value: number) => formatValue(value, data.unit, { brief: true });
  const labels: WantedLabel[] = [
    { key: 'high', role: 'other', value: say(last.high), name: 'at most', at: (y) => y(last.high) },
    { key: 'low', role: 'other', value: say(last.low), name: 'at least', at: (y) => y(last.low) },
  ];
  const { target } = data;
  if (target !== null) {
    labels.push({ key: 'target', role: 'target', value: say(target), name: 'target', at: (y) => y(target) });
  }
  const scene = groupScene(
    {
      title: data.title,
      sentence: data.sentence,
      periods: [...data.periods.slice(0, from + 1), ...data.ahead.map(({ label }) => label)],
      unit: data.unit,
      target,
      series: [{ name: data.name, values: [...known, ...data.ahead.map(() => null)], role: 'focus' }],
      alsoInView: [last.low, last.high],
      breaks: data.breaks,
    },
    frame,
    { labels, strong: from, lead: narrow ? 16 : 24 },
  );
  const start = `${scene.x(from)} ${scene.y(newest)}`;
  const edge = (value: (one: OutlookData['ahead'][number]) => number) =>
    data.ahead.map((one, step) => `${scene.x(from + 1 + step)} ${scene.y(value(one))}`);
  const [high, low] = [edge((one) => one.high), edge((one) => one.low)];
  return {
    ...scene,
    fan: `M${[start, ...high, ...[...low].reverse()].join('L')}z`,
    edges: [high, low].map((points) => `M${[start, ...points].join('L')}`),
  };
}

function Drawing({ data, frame, className }: { data: OutlookData; frame: GroupFrame; className: string }) {
  const id = useId();
  const scene = outlookScene(data, frame);
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
      <path className="w-area w-flat" d={scene.fan} />
      <GroupGround scene={scene} />
      {scene.edges.map((d) => (
        <path key={d} className="o-edge" d={d} />
      ))}
      {scene.lines.map(({ name, d }) => d && <path key={name} className="gl gl-focus" d={d} />)}
      {scene.lines.map(({ name, points }) =>
        points.map(({ index, x, y }) => (
          <circle
            key={`${name}-${index}`}
            className="gd gd-focus"
            cx={x}
            cy={y}
            r={index === points.at(-1)?.index ? 4 : 2.6}
          />
        )),
      )}
      <GroupNames labels={scene.labels} />
    </svg>
  );
}

import { useId } from 'react';
import { formatValue } from './figures';
import { type GroupData, isNumber } from './group-data';
import { GroupGround, GroupNames } from './group-parts';
import { type GroupFrame, type GroupScene, groupFrames, groupScene, type WantedLabel } from './group-scene';

/** Every group of an indicator as a line with its name at its end: hue would not tell six lines apart. */
export function GroupLines({ data }: { data: GroupData }) {
  return (
    <div className="gap-chart">
      <Drawing data={data} frame={groupFrames.wide} className="only-wide" />
      <Drawing data={data} frame={groupFrames.narrow} className="only-narrow" />
    </div>
  );
}

export function groupLinesScene(data: GroupData, frame: GroupFrame): GroupScene {
  const narrow = frame.width < 480;
  const labels = data.series.flatMap((series): WantedLabel[] => {
    const from = series.values.findLastIndex(isNumber);
    const value = series.values[from];
    if (!isNumber(value)) return [];
    const group = narrow ? (series.shortName ?? series.name) : series.name;
    // A line that ends early says when: its value is not the newest.
    const name = from === data.periods.length - 1 ? group : `${group}, ${data.periods[from] ?? ''}`;
    const words = formatValue(value, data.unit, { brief: true });
    return [{ key: series.name, role: series.role, value: words, name, at: (y) => y(value), from }];
  });
  const target = data.target;
  if (target !== null) {
    const value = formatValue(target, data.unit, { brief: true });
    labels.push({
      key: 'target',
      role: 'target',
      value,
      name: data.targetWord ?? 'target',
      at: (y) => y(target),
    });
  }
  return groupScene(data, frame, { labels, strong: null, lead: narrow ? 16 : 24 });
}

function Drawing({ data, frame, className }: { data: GroupData; frame: GroupFrame; className: string }) {
  const id = useId();
  const scene = groupLinesScene(data, frame);
  // The groups that are looked at are drawn over the others.
  const order = { other: 0, all: 1, reference: 2, focus: 3 };
  const lines = [...scene.lines].sort((a, b) => order[a.role] - order[b.role]);
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
      <GroupGround scene={scene} />
      {lines.map(({ name, role, d }) => d && <path key={name} className={`gl gl-${role}`} d={d} />)}
      {lines.map(({ name, role, points }) =>
        points.map(({ index, x, y }) => (
          <circle
            key={`${name}-${index}`}
            className={`gd gd-${role}`}
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

import { formatValue } from './figures';
import { type GroupData, gapText, isNumber } from './group-data';
import { type GroupFrame, type GroupScene, groupScene, type WantedLabel } from './group-scene';
import { type GapBracket, lineOf, type NameInWedge, nameInside } from './name-in-wedge';
import { textWidth } from './text-width';
import type { GapStatus } from './wedge';

export interface GapChartData extends GroupData {
  status: GapStatus;
  /** The period the gap is compared with; the first with both groups where absent. */
  baseline?: string | null;
}

export interface GapScene extends GroupScene {
  status: GapStatus;
  /** One polygon for each stretch of periods in which both groups have a figure. */
  areas: string[];
  brackets: GapBracket[];
  /** "All" named inside the wedge; null where it stands in the column of names. */
  allName: NameInWedge | null;
  marked: number[];
}

const bracketLead = 12;

export interface GapPair {
  baseline: number;
  latest: number;
}

/** Periods in which both groups have a figure: the first (or the one asked for) and the newest. */
export function gapPair(data: GapChartData): GapPair | null {
  const focus = data.series.find(({ role }) => role === 'focus');
  const reference = data.series.find(({ role }) => role === 'reference');
  if (!focus || !reference) return null;
  const both = data.periods.flatMap((_, i) =>
    isNumber(focus.values[i]) && isNumber(reference.values[i]) ? [i] : [],
  );
  const asked = data.baseline ? data.periods.indexOf(data.baseline) : -1;
  const baseline = both.includes(asked) ? asked : both[0];
  const latest = both.at(-1);
  return baseline === undefined || latest === undefined ? null : { baseline, latest };
}

const gapAt = (data: GroupData, index: number): number => {
  const value = (role: 'focus' | 'reference') => {
    const found = data.series.find((series) => series.role === role)?.values[index];
    return isNumber(found) ? found : 0;
  };
  return value('focus') - value('reference');
};

export function gapChartScene(data: GapChartData, frame: GroupFrame): GapScene {
  const narrow = frame.width < 480;
  const pair = gapPair(data);
  const say = (value: number) => formatValue(value, data.unit, { brief: true });
  const nameOf = (series: GroupData['series'][number]) =>
    narrow ? (series.shortName ?? series.name) : series.name;
  const shown = data.series.filter(({ role }) => role !== 'other');
  const named = (roles: string[]): WantedLabel[] =>
    shown
      .filter(({ role }) => roles.includes(role))
      .flatMap((series) => {
        const index = series.values.findLastIndex(isNumber);
        const value = series.values[index];
        if (!isNumber(value)) return [];
        return [
          {
            key: series.name,
            role: series.role,
            value: say(value),
            name: nameOf(series),
            at: (y) => y(value),
          },
        ];
      });
  const extra: WantedLabel[] = [];
  if (pair && pair.latest !== pair.baseline) {
    const gap = gapAt(data, pair.latest);
    const reference = shown.find(({ role }) => role === 'reference')?.values[pair.latest];
    const base = isNumber(reference) ? reference : 0;
    extra.push({
      key: 'gap',
      role: 'gap',
      value: gapText(gap, data.unit),
      name: '',
      at: (y) => y(base + gap / 2),
    });
  }
  if (data.target !== null) {
    const target = data.target;
    const words = {
      key: 'target',
      role: 'target' as const,
      value: say(target),
      name: data.targetWord ?? 'target',
    };
    extra.push({ ...words, at: (y) => y(target) });
  }
  const drawn = { ...data, series: shown };
  const layOut = (roles: string[]) =>
    groupScene(drawn, frame, {
      labels: [...named(roles), ...extra],
      strong: pair?.baseline ?? null,
      lead: narrow ? 16 : 22,
    });

  let scene = layOut(['focus', 'reference']);
  let decorated = decorate(drawn, scene, pair);
  const all = shown.find(({ role }) => role === 'all');
  const allName = all ? nameInside(nameOf(all), scene, decorated.brackets) : null;
  if (all && !allName) {
    scene = layOut(['focus', 'reference', 'all']);
    decorated = decorate(drawn, scene, pair);
  }
  return {
    ...scene,
    status: data.status,
    areas: areasOf(scene),
    brackets: decorated.brackets,
    allName,
    marked: pair ? [pair.baseline, pair.latest] : [],
  };
}

function areasOf(scene: GroupScene): string[] {
  const [focus, reference] = [lineOf(scene, 'focus'), lineOf(scene, 'reference')];
  if (!focus || !reference) return [];
  const stretches: { x: number; high: number; low: number; index: number }[][] = [];
  for (const point of reference.points) {
    const other = focus.points.find(({ index }) => index === point.index);
    if (!other) continue;
    const stretch = stretches.at(-1);
    const next = { x: point.x, high: point.y, low: other.y, index: point.index };
    if (stretch && stretch.at(-1)?.index === point.index - 1) stretch.push(next);
    else stretches.push([next]);
  }
  return stretches
    .filter((stretch) => stretch.length > 1)
    .map((stretch) => {
      const over = stretch.map(({ x, high }) => `${x} ${high}`);
      const under = [...stretch].reverse().map(({ x, low }) => `${x} ${low}`);
      return `M${[...over, ...under].join('L')}z`;
    });
}

function decorate(data: GroupData, scene: GroupScene, pair: GapPair | null): Pick<GapScene, 'brackets'> {
  const [focus, reference] = [lineOf(scene, 'focus'), lineOf(scene, 'reference')];
  if (!pair || !focus || !reference) return { brackets: [] };
  const ends = (index: number) => {
    const ys = [focus, reference].map((line) => line.points.find((point) => point.index === index)?.y ?? 0);
    return { top: Math.min(...ys), bottom: Math.max(...ys) };
  };
  const lead = scene.narrow ? 9 : bracketLead;
  const brackets: GapScene['brackets'] = [];
  if (pair.baseline !== pair.latest) {
    const gap = gapAt(data, pair.baseline);
    const words = scene.narrow ? gapText(gap, { ...data.unit, kind: 'count' }) : gapText(gap, data.unit);
    // The first period has the axis at its left: its bracket stands inside the wedge.
    const leftward = scene.x(pair.baseline) - lead - 8 - textWidth(words, 16, true) >= scene.plot.left;
    const { top, bottom } = ends(pair.baseline);
    const x = scene.x(pair.baseline) + (leftward ? -lead : lead);
    const foot = leftward ? 5 : -5;
    if (bottom - top > 34) {
      brackets.push({
        d: `M${x + foot} ${top + 7}H${x}V${bottom - 7}h${foot}`,
        text: {
          x: x + (leftward ? -7 : 7),
          y: Math.round((top + bottom) * 5) / 10,
          words,
          anchor: leftward ? 'end' : 'start',
          inWedge: [focus, reference].every(({ points }) =>
            points.some(({ index }) => index === pair.baseline + (leftward ? -1 : 1)),
          ),
        },
      });
    }
  }
  const { top, bottom } = ends(pair.latest);
  const x = scene.x(pair.latest) + lead;
  if (bottom - top > 8) brackets.push({ d: `M${x - 4} ${top}H${x}V${bottom}h-4`, text: null });
  return { brackets };
}

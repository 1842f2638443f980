import type { Option } from '~/ui/form-fields';
import { judgedPoints, whyNoPhase, whyNotHeld } from './judging';
import { byDefault } from './judging-forms';
import type { Measure } from './measure';
import { inSentence, periodLabel } from './periods';
import { type SeriesPoint, shownValue, unitOf, valueWords } from './series';

/** "Week of Oct 12, 2026: 85.8%". */
function labelsOf(measure: Measure, points: readonly SeriesPoint[]): (point: SeriesPoint) => string {
  const values = points.map((point) => shownValue(measure, point));
  const unit = unitOf(measure, values);
  return (point) => {
    const value = shownValue(measure, point);
    const label = periodLabel(point.periodStart, measure.frequency, true);
    return `${label}: ${value === null ? 'no number' : valueWords(value, unit)}`;
  };
}

/** Through which number the baseline may be held; newest last, as time goes. Empty while there are too few. */
export function baselineOptions(measure: Measure, points: readonly SeriesPoint[]): Option[] {
  const labelOf = labelsOf(measure, points);
  const judged = judgedPoints(measure, points);
  const options = points
    .filter(({ periodStart }) => whyNotHeld(measure, judged, periodStart) === null)
    .map((point) => ({ value: point.periodStart, label: `Through ${inSentence(labelOf(point))}` }));
  return options.length === 0 && measure.baselineThrough === null
    ? []
    : [{ value: byDefault, label: 'Not chosen: as it is by default' }, ...options];
}

/** With which number a phase may begin, newest first. */
export function phaseOptions(measure: Measure, points: readonly SeriesPoint[]): Option[] {
  const labelOf = labelsOf(measure, points);
  const judged = judgedPoints(measure, points);
  return points
    .filter(({ periodStart }) => whyNoPhase(measure, judged, periodStart) === null)
    .map((point) => ({ value: point.periodStart, label: labelOf(point) }))
    .reverse();
}

/** The numbers that count, of the whole and of its groups, newest first. */
export function asideOptions(measure: Measure, groups: ReadonlyMap<string, SeriesPoint[]>): Option[] {
  return [...groups].flatMap(([name, points]) => {
    const labelOf = labelsOf(measure, points);
    return points
      .filter(({ ghostedAt }) => ghostedAt === null)
      .map((point) => ({
        value: point.id,
        label: labelOf(point),
        ...(groups.size > 1 ? { group: name === '' ? 'Everyone' : name } : {}),
      }))
      .reverse();
  });
}

/** The number that an address names, by ?point=id, or by ?period=2026-10-12&group=Lincoln. */
export function askedPoint(groups: ReadonlyMap<string, SeriesPoint[]>, asked: URLSearchParams): string {
  const id = asked.get('point');
  const points = groups.get(asked.get('group') ?? '') ?? [];
  const all = [...groups.values()].flat();
  const point = id
    ? all.find((one) => one.id === id)
    : points.find(({ periodStart }) => periodStart === asked.get('period'));
  return point?.id ?? '';
}

import type { RunChartData } from '~/charts/run-chart-data';
import { tableRows } from '~/charts/table-rows';
import type { CsvCell } from '~/exports/csv';
import { inStretch, type Stretch } from './asked-days';
import { hiddenWords } from './masking';
import type { Measure } from './measure';
import { periodLabel } from './periods';
import { type SeriesPoint, shownValue } from './series';

/** Who entered a number, and from which file it came. */
export interface Origin {
  enteredBy: string;
  fileName: string;
}

export const numberHeads = [
  'Period start',
  'Period',
  'Group',
  'Numerator',
  'Denominator',
  'Value',
  'Unit',
  'Set aside',
  'Reason',
  'Note',
  'Entered by',
  'Entered at (UTC)',
  'Import file',
  'Center line',
  'Lower limit',
  'Upper limit',
  'Signal',
  'Hidden',
] as const;

/**
 * All that is known of each number, one a row, in order of time and groups under the whole. The lines and signals are
 * those of the chart, in the unit it shows; groups have none.
 */
export function numbersFile(
  measure: Measure,
  groups: ReadonlyMap<string, readonly SeriesPoint[]>,
  chart: RunChartData,
  origins: ReadonlyMap<string, Origin>,
  window: Stretch | null,
): CsvCell[][] {
  const onChart = linesOf(chart);
  const unit = measure.kind === 'proportion' ? '%' : measure.unit;
  const rows = [...groups].flatMap(([group, points]) =>
    (window ? inStretch(points, window) : points).map((point) => ({ group, point })),
  );
  rows.sort(
    (a, b) => a.point.periodStart.localeCompare(b.point.periodStart) || a.group.localeCompare(b.group),
  );
  return rows.map(({ group, point }) => {
    const origin = origins.get(point.id);
    const lines = onChart.get(point.id);
    const isAside = point.ghostedAt !== null;
    return [
      point.periodStart,
      periodLabel(point.periodStart, measure.frequency, true),
      group === '' ? 'Everyone' : group,
      point.numerator,
      point.denominator,
      shownValue(measure, point),
      unit,
      isAside ? 'yes' : '',
      point.ghostReason ?? '',
      point.note,
      origin?.enteredBy ?? '',
      point.enteredAt,
      origin?.fileName ?? '',
      lines?.centre ?? null,
      lines?.lower ?? null,
      lines?.upper ?? null,
      lines?.signal ?? '',
      hiddenWords(point),
    ];
  });
}

interface Lines {
  centre: number | null;
  lower: number | null;
  upper: number | null;
  signal: string;
}

/** The lines at each point of a chart, and the words of its signals, by the point's id. */
function linesOf({ window: _, ...chart }: RunChartData): Map<string, Lines> {
  const signals = new Map(tableRows(chart).map(({ key, signal }) => [key, signal]));
  const { limits, reading } = chart;
  const phaseOf = (index: number) => reading.phases.find(({ start, end }) => index >= start && index <= end);
  return new Map(
    chart.points.map((point, index) => [
      point.id,
      {
        centre: (limits ? limits.centre[index] : phaseOf(index)?.centre) ?? null,
        lower: limits?.lower[index] ?? null,
        upper: limits?.upper[index] ?? null,
        signal: signals.get(point.id) ?? '',
      },
    ]),
  );
}

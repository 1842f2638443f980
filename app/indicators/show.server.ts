import type { IndicatorAccess } from '~/access/gate.server';
import { outlookOf, trendOf } from './heading';
import { seenCells } from './masking';
import { dimensionByGroup, dimensionsOf, findIndicator, observationsOf, readerOf } from './queries.server';
import { calendarOf, targetLabel } from './reading';
import { askedIn, indicatorView } from './view';

/** An indicator's definition, and its figures as this reader may see them. */
export async function readFigures(access: IndicatorAccess) {
  const [indicator, observed, dimensions] = await Promise.all([
    findIndicator(access),
    observationsOf(access),
    dimensionsOf(access, access.indicatorId),
  ]);
  const seen = seenCells(observed, dimensionByGroup(dimensions), indicator, readerOf(access));
  const calendar = calendarOf(indicator, access.community.schoolYearFirstMonth);
  return { indicator, dimensions, seen, calendar };
}

/** An indicator's page: its definition, and what its figures say. */
export async function readIndicator(access: IndicatorAccess, search: URLSearchParams) {
  const { indicator, dimensions, seen, calendar } = await readFigures(access);
  const firstMonth = access.community.schoolYearFirstMonth;
  const view = indicatorView(indicator, seen, dimensions, askedIn(search), firstMonth);
  const { overall, chosen } = view;
  // What was counted differently is no part of a trend.
  const since = overall.breaks.at(-1)?.index ?? 0;
  const looked = chosen?.gap ? [chosen.gap.focus, chosen.gap.reference] : [];
  return {
    indicator,
    ...view,
    targetLabel: targetLabel(indicator, firstMonth),
    calendar,
    trends: [overall.all, ...looked].map((series) => trendOf(series, overall.labels, indicator, since)),
    outlook: outlookOf(overall, indicator, calendar, since),
  };
}

export type IndicatorPage = Awaited<ReturnType<typeof readIndicator>>;

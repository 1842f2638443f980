import { useLocation } from '@remix-run/react';
import { copiedTable } from '~/charts/copied-table';
import type { RunChartData } from '~/charts/run-chart-data';
import { paths } from '~/paths';
import { CopyButton } from '~/ui/copy';
import type { Measure } from './measure';
import { whenWord } from './periods';

/** What of the page's address is the chart's: the same chart and the same days are taken out. */
function chartQuery(search: string): string {
  const asked = new URLSearchParams(search);
  const kept = new URLSearchParams();
  for (const name of ['chart', 'from', 'to']) {
    const value = asked.get(name);
    if (value) kept.set(name, value);
  }
  return kept.toString();
}

const withQuery = (path: string, ...queries: string[]) => {
  const query = queries.filter(Boolean).join('&');
  return query ? `${path}?${query}` : path;
};

/** The chart as it stands, taken out of the program: for slides, for a spreadsheet, on paper, or for others to see. */
export function TakeOut({
  teamId,
  measure: { id: measureId, frequency },
  chart,
  mayShare,
}: {
  teamId: string;
  measure: Pick<Measure, 'id' | 'frequency'>;
  chart: RunChartData;
  mayShare: boolean;
}) {
  const query = chartQuery(useLocation().search);
  const csv = paths.numbersCsv(teamId, measureId);
  return (
    <nav className="takeout" aria-label="Take it out">
      <span aria-hidden="true">Take it out:</span>
      <a href={withQuery(paths.chartPng(teamId, measureId), query)} download>
        Picture (PNG)
      </a>
      <a href={withQuery(paths.chartSvg(teamId, measureId), query)} download>
        Drawing (SVG)
      </a>
      <a href={withQuery(csv, query)} download>
        Numbers (CSV)
      </a>
      <a href={withQuery(csv, query, 'excel=1')} download>
        CSV for Excel
      </a>
      <CopyButton
        kind="text"
        what={() => copiedTable(chart, whenWord(frequency))}
        failed="Copying did not work. Open the table, select it and copy it."
      >
        Copy as a table
      </CopyButton>
      <a href={paths.printMeasures(teamId)}>Print, four to a page</a>
      {mayShare ? <a href={paths.chartLinks(teamId, measureId)}>Share a link</a> : null}
    </nav>
  );
}

import { useLocation } from '@remix-run/react';
import { copiedTable } from '~/charts/copied-table';
import { paths } from '~/paths';
import { CopyButton } from '~/ui/copy';
import { chartQuery, withQuery } from './chart-query';

/** The chart as it stands, taken out of the program: for slides, for a spreadsheet, on paper, or for others to see. */
export function TakeOut({
  teamId,
  measureId,
  says,
  mayShare,
}: {
  teamId: string;
  measureId: string;
  /** What the chart is, and what it says. */
  says: string;
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
        what={async () =>
          copiedTable(says, await cellsOf(withQuery(paths.chartTable(teamId, measureId), query)))
        }
        failed="Copying did not work. Open the table, select it and copy it."
      >
        Copy as a table
      </CopyButton>
      <a href={paths.printMeasures(teamId)}>Print, four to a page</a>
      {mayShare ? <a href={paths.chartLinks(teamId, measureId)}>Share a link</a> : null}
    </nav>
  );
}

/** The cells of the table on this page, or of its own page where it is too long for this one. */
async function cellsOf(tablePage: string): Promise<string[][]> {
  const here = document.getElementById('chart-row') ?? document;
  const table = here.querySelector('table') ?? (await tableFrom(tablePage));
  if (!table) throw new Error('There is no table to copy.');
  return [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent ?? ''));
}

async function tableFrom(place: string): Promise<HTMLTableElement | null> {
  const answer = await fetch(place);
  return new DOMParser()
    .parseFromString(await answer.text(), 'text/html')
    .querySelector<HTMLTableElement>('main table');
}

import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { csvOf } from '~/exports/csv';
import { askedAgain, fileAnswer, fileName } from '~/http/file-answer';
import { numberHeads, numbersFile } from '~/measures/numbers-file';
import { originsOfNumbers } from '~/measures/origins.server';
import { takeExport } from '~/people/limits.server';
import { readChart } from './read-chart.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params);
  await takeExport(request, team.person.id);
  const search = new URL(request.url).searchParams;
  const { measure, groups, chart, window } = await readChart(team, params.measureId, search);
  const origins = await originsOfNumbers(team, measure.id);
  const rows = numbersFile(measure, groups, chart, origins, window);
  const csv = csvOf(numberHeads, rows, { forExcel: search.get('excel') === '1' });
  return fileAnswer(request, {
    type: 'text/csv; charset=utf-8',
    cache: askedAgain,
    name: fileName([measure.name, team.today], 'csv'),
    isDownload: true,
    source: csv,
    body: () => csv,
  });
}

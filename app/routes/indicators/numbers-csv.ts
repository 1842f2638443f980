import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireIndicator } from '~/access/gate.server';
import { csvOf } from '~/exports/csv';
import { askedAgain, fileAnswer, fileName } from '~/http/file-answer';
import { figureHeads, figuresFile } from '~/indicators/figures-file';
import { wordsOfFigures } from '~/indicators/queries.server';
import { readFigures } from '~/indicators/show.server';
import { takeExport } from '~/people/limits.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireIndicator(request, params);
  await takeExport(request, access.person.id);
  const [{ indicator, seen, dimensions, calendar }, words] = await Promise.all([
    readFigures(access),
    wordsOfFigures(access),
  ]);
  const forExcel = new URL(request.url).searchParams.get('excel') === '1';
  const rows = figuresFile(indicator, seen.cells, dimensions, calendar, words);
  const csv = csvOf(figureHeads, rows, { forExcel });
  return fileAnswer(request, {
    type: 'text/csv; charset=utf-8',
    cache: askedAgain,
    name: fileName([indicator.name, access.today], 'csv'),
    isDownload: true,
    source: csv,
    body: () => csv,
  });
}

import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireIndicator } from '~/access/gate.server';
import { csvOf } from '~/exports/csv';
import { askedAgain, fileAnswer, fileName } from '~/http/file-answer';
import { figureHeads, figuresFile } from '~/indicators/figures-file';
import { readFigures } from '~/indicators/show.server';
import { takeExport } from '~/people/limits.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireIndicator(request, params);
  await takeExport(request, access.person.id);
  const { indicator, seen, dimensions, calendar } = await readFigures(access);
  const forExcel = new URL(request.url).searchParams.get('excel') === '1';
  const csv = csvOf(figureHeads, figuresFile(indicator, seen.cells, dimensions, calendar), { forExcel });
  return fileAnswer(request, {
    type: 'text/csv; charset=utf-8',
    cache: askedAgain,
    name: fileName([indicator.name, access.today], 'csv'),
    isDownload: true,
    source: csv,
    body: () => csv,
  });
}

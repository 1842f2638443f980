import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireCommunity } from '~/access/gate.server';
import { csvOf } from '~/exports/csv';
import { askedAgain, fileAnswer, fileName } from '~/http/file-answer';
import { annualFile } from '~/indicators/annual';
import { annualName, readAnnual } from '~/indicators/annual.server';
import { takeExport } from '~/people/limits.server';

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireCommunity(request);
  await takeExport(request, access.person.id);
  const search = new URL(request.url).searchParams;
  const toHandOn = search.get('every') !== '1';
  const { snapshot, table } = await readAnnual(access, search.get('snapshot'), { toHandOn });
  const { heads, rows } = annualFile(table);
  const csv = csvOf(heads, rows, { forExcel: search.get('excel') === '1' });
  return fileAnswer(request, {
    type: 'text/csv; charset=utf-8',
    cache: askedAgain,
    name: fileName(annualName(access, toHandOn, snapshot?.takenOn ?? access.today), 'csv'),
    isDownload: true,
    source: csv,
    body: () => csv,
  });
}

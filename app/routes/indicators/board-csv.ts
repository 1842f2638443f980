import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireCommunity } from '~/access/gate.server';
import { csvOf } from '~/exports/csv';
import { askedAgain, fileAnswer, fileName } from '~/http/file-answer';
import { scoreboardFile, scoreHeads } from '~/indicators/scoreboard-file';
import { takeExport } from '~/people/limits.server';
import { readBoard } from './read-board.server';

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireCommunity(request);
  await takeExport(request, access.person.id);
  const search = new URL(request.url).searchParams;
  const { areas, asOf } = await readBoard(access, search);
  const csv = csvOf(scoreHeads, scoreboardFile(areas, asOf), { forExcel: search.get('excel') === '1' });
  return fileAnswer(request, {
    type: 'text/csv; charset=utf-8',
    cache: askedAgain,
    name: fileName([access.community.communityName, 'scoreboard', asOf], 'csv'),
    isDownload: true,
    source: csv,
    body: () => csv,
  });
}

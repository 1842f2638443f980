import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireCommunity } from '~/access/gate.server';
import { xlsxOf } from '~/exports/xlsx.server';
import { askedAgain, fileAnswer, fileName } from '~/http/file-answer';
import { annualFile } from '~/indicators/annual';
import { annualName, readAnnual } from '~/indicators/annual.server';
import { takeExport } from '~/people/limits.server';
import { dayWithYear } from '~/ui/dates';

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireCommunity(request);
  await takeExport(request, access.person.id);
  const search = new URL(request.url).searchParams;
  const toHandOn = search.get('every') !== '1';
  const { snapshot, table } = await readAnnual(access, search.get('snapshot'), { toHandOn });
  const { communityName, maskingThreshold } = access.community;
  const day = snapshot?.takenOn ?? access.today;
  const about = [
    ['Community', communityName],
    ['As of', dayWithYear(day)],
    ['Kept for', snapshot?.label ?? null],
    ['Blank', 'A count of zero, or nothing kept'],
    toHandOn || !access.may('manage indicators')
      ? ['hidden', `A group under ${maskingThreshold}, or one that would give it away`]
      : ['Not to hand on', `Groups under ${maskingThreshold} are not hidden here`],
    ['*', 'Held back by whoever publishes the numbers'],
  ];
  const sheets = [
    { name: 'Annual figures', ...annualFile(table), sticky: 5 },
    { name: 'About', heads: ['What', 'Words'], rows: about, sticky: 1 },
  ];
  return fileAnswer(request, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    cache: askedAgain,
    name: fileName(annualName(access, toHandOn, day), 'xlsx'),
    isDownload: true,
    source: JSON.stringify(sheets),
    body: () => xlsxOf(sheets),
  });
}

import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { readCycleFile } from '~/cycles/commands/files.server';
import { askedAgain, fileAnswer } from '~/http/file-answer';

/** A file of a cycle, to be saved: never shown in the page, whatever it is. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params);
  const file = await readCycleFile(team, params.cycleId, params.fileId);
  return fileAnswer(request, {
    type: file.mediaType,
    cache: askedAgain,
    source: file.id,
    body: () => new Uint8Array(file.contents),
    name: file.fileName,
    isDownload: true,
    headers: { 'X-Content-Type-Options': 'nosniff' },
  });
}

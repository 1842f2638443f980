import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { submit } from '~/http/form.server';
import { once, sentKey } from '~/http/once.server';
import { writeLine } from '~/meetings/commands.server';
import { lineForm } from '~/meetings/forms';
import { findMeeting, readRecord } from '~/meetings/queries.server';
import { paths } from '~/paths';

/** The record for devices that show it: empty (204) while nothing has changed since the mark they have. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params);
  const { id } = await findMeeting(access, params.meetingId);
  const record = await readRecord(access, id);
  const headers = { 'Cache-Control': 'no-store' };
  if (record.mark === new URL(request.url).searchParams.get('since')) {
    return new Response(null, { status: 204, headers });
  }
  return Response.json(record, { headers });
}

/** Where a device sends a line; sent again after a lost answer, it is written once. */
export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'write cycles');
  const { id } = await findMeeting(access, params.meetingId);
  return submit(request, lineForm, async (line, form) => {
    await once(access.person.id, sentKey(form), async () => {
      await writeLine(access, id, line);
      return paths.meetingSummary(access.teamId, id);
    });
    return Response.json(await readRecord(access, id));
  });
}

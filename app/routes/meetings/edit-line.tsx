import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { rewriteLine } from '~/meetings/commands.server';
import { rewriteForm } from '~/meetings/forms';
import { LineSheet } from '~/meetings/line-sheet';
import { findLine } from '~/meetings/queries.server';
import { lineMark } from '~/meetings/record';
import { paths } from '~/paths';
import { longDay } from '~/ui/dates';
import { Page, Row } from '~/ui/page';
import { placeOfLine } from './place-of-line';

export const meta: MetaFunction = () => [{ title: 'Change a line · Upcurve' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params, 'write cycles');
  const line = await findLine(access, params.meetingId, params.lineId);
  if (line.writtenBy !== access.person.id) {
    return redirectSaying(placeOfLine(access.teamId, line), 'Only who wrote a line changes its words.');
  }
  const { id, meetingId, kind, text, who, byDate, onDate } = line;
  return {
    team: { id: access.teamId, name: access.teamName },
    line: { id, meetingId, kind, text, who, byDate, onDate },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'write cycles');
  const line = await findLine(access, params.meetingId, params.lineId);
  return submit(request, rewriteForm, async (fields) => {
    await rewriteLine(access, line.meetingId, line.id, fields);
    return redirectSaying(placeOfLine(access.teamId, line), 'The line is changed.');
  });
}

export default function EditMeetingLine() {
  const { team, line } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title="Change a line"
      crumbs={[
        { href: paths.team(team.id), label: team.name },
        { href: paths.meetingSummary(team.id, line.meetingId), label: `Meeting of ${longDay(line.onDate)}` },
      ]}
    >
      <Row id="write" title="Write it anew" note="History keeps the old words">
        <LineSheet answer={answer} values={line} was={lineMark(line)} />
      </Row>
    </Page>
  );
}

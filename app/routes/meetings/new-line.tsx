import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { newFormKey, once, sentKey } from '~/http/once.server';
import { writeLine } from '~/meetings/commands.server';
import { lineForm } from '~/meetings/forms';
import { LineSheet } from '~/meetings/line-sheet';
import { findMeeting } from '~/meetings/queries.server';
import { stepOf } from '~/meetings/steps';
import { paths } from '~/paths';
import { longDay } from '~/ui/dates';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Add a line · Upcurve' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params, 'write cycles');
  const { id, onDate } = await findMeeting(access, params.meetingId);
  const { teamId, teamName } = access;
  return { team: { id: teamId, name: teamName }, meetingId: id, onDate, formKey: newFormKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'write cycles');
  const { id, endedAt } = await findMeeting(access, params.meetingId);
  return submit(request, lineForm, async (line, form) => {
    const { place } = await once(access.person.id, sentKey(form), async () => {
      await writeLine(access, id, line);
      const step = stepOf(String(form.get('step') ?? ''));
      return endedAt === null ? paths.meeting(access.teamId, step) : paths.meetingSummary(access.teamId, id);
    });
    return redirectSaying(place, 'It is written down.');
  });
}

export default function NewMeetingLine() {
  const { team, meetingId, onDate, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title="Add a line"
      crumbs={[
        { href: paths.team(team.id), label: team.name },
        { href: paths.meetingSummary(team.id, meetingId), label: `Meeting of ${longDay(onDate)}` },
      ]}
    >
      <Row id="write" title="Write it down">
        <LineSheet answer={answer} values={{ kind: 'note' }} hidden={{ formKey, step: 'record' }} />
      </Row>
    </Page>
  );
}

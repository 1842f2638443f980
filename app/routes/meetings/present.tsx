import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { writePresent } from '~/meetings/commands.server';
import { presentForm } from '~/meetings/forms';
import { PresentSheet } from '~/meetings/present-sheet';
import { findMeeting } from '~/meetings/queries.server';
import { paths } from '~/paths';
import { longDay } from '~/ui/dates';
import { Page, Row } from '~/ui/page';
import { endNow } from './end-now.server';

export const meta: MetaFunction = () => [{ title: 'Who was here · Upcurve' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params, 'write cycles');
  const { id, onDate, present, endedAt } = await findMeeting(access, params.meetingId);
  return { team: { id: access.teamId, name: access.teamName }, meeting: { id, onDate, present, endedAt } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'write cycles');
  const { id, endedAt } = await findMeeting(access, params.meetingId);
  return submit(request, presentForm, async (fields, form) => {
    await writePresent(access, id, fields);
    if (form.get('and') === 'end') return endNow(access, id);
    const place =
      endedAt === null ? paths.meeting(access.teamId, 'close') : paths.meetingSummary(access.teamId, id);
    return redirectSaying(place, 'It is written down who was here.');
  });
}

export default function Present() {
  const { team, meeting } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title="Who was here"
      crumbs={[
        { href: paths.team(team.id), label: team.name },
        { href: paths.meetingSummary(team.id, meeting.id), label: `Meeting of ${longDay(meeting.onDate)}` },
      ]}
    >
      <Row id="who" title="Staff and partners">
        <PresentSheet
          action={paths.meetingPresent(team.id, meeting.id)}
          answer={answer}
          present={meeting.present}
          isOn={meeting.endedAt === null}
        />
      </Row>
    </Page>
  );
}

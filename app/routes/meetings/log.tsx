import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { newFormKey, once, sentKey } from '~/http/once.server';
import { logMeeting } from '~/meetings/log.server';
import { logForm } from '~/meetings/log-form';
import { LogSheet } from '~/meetings/log-sheet';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Log a meeting · Upcurve' }];

const rows = 4;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params, 'write cycles');
  return {
    team: { id: access.teamId, name: access.teamName },
    today: access.today,
    formKey: newFormKey(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'write cycles');
  return submit(request, logForm, async (fields, form) => {
    const { place } = await once(access.person.id, sentKey(form), async () =>
      paths.meetingSummary(access.teamId, await logMeeting(access, fields)),
    );
    return redirectSaying(place, 'The meeting is logged.');
  });
}

export default function LogMeeting() {
  const { team, today, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title="Log a meeting"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
        { href: paths.meetings(team.id), label: 'Our meetings' },
      ]}
      meta="For a meeting that is over. One that begins now is recorded while it goes on."
    >
      <Row id="about" title="About it">
        <LogSheet
          answer={answer}
          formKey={formKey}
          values={{ onDate: today, promises: Array.from({ length: rows }, () => ({})) }}
        />
      </Row>
    </Page>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireCommunity } from '~/access/gate.server';
import { InvitationList } from '~/communities/invitation-list';
import { listInvitations } from '~/communities/queries.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';
import { AccountSheet } from '~/people/account-sheet';
import { changeAccount } from '~/people/commands.server';
import { accountForm } from '~/people/forms';
import { SessionList } from '~/people/session-list';
import { sessionsInWords } from '~/people/sessions.server';
import { useFormRound } from '~/ui/form-round';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Your account · Upcurve' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireCommunity(request);
  const { name, email, theme } = access.person;
  const [sessions, invitations] = await Promise.all([sessionsInWords(access), listInvitations(access)]);
  return { name, email, theme, sessions, invitations, timeZone: access.community.timeZone };
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireCommunity(request);
  return submit(request, accountForm, async (fields) => {
    await changeAccount(access, fields);
    return redirectSaying(paths.account(), 'Saved.');
  });
}

export default function Account() {
  const { name, email, theme, sessions, invitations, timeZone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const round = useFormRound(answer);
  return (
    <Page title="Your account" meta={`You sign in with ${email}.`}>
      {invitations.length > 0 ? (
        <Row id="invitations" title="You are invited" note="Until you say yes, nobody there learns your name">
          <InvitationList invitations={invitations} />
        </Row>
      ) : null}
      <Row id="you" title="You">
        <AccountSheet key={round} answer={answer} values={{ name, theme }} />
      </Row>
      <Row id="mail" title="E-mails" note="What Upcurve sends you">
        <a className="btn line" href={paths.mailChoices()}>
          Choose which e-mails you get
        </a>
      </Row>
      <Row id="password" title="Password">
        <a className="btn line" href={paths.changePassword()}>
          Change your password
        </a>
      </Row>
      <Row id="sessions" title="Where you are signed in" note="End any you do not know" wide>
        <SessionList sessions={sessions} timeZone={timeZone} />
      </Row>
    </Page>
  );
}

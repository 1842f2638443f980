import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireCommunity } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { ChoicesSheet } from '~/mail/choices-sheet';
import { chooseMail } from '~/mail/commands.server';
import { choicesForm } from '~/mail/forms';
import { choicesOf } from '~/mail/queries.server';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'E-mails you get · Upcurve' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireCommunity(request);
  return {
    choices: await choicesOf(access),
    email: access.person.email,
    community: access.community.communityName,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireCommunity(request);
  return submit(request, choicesForm, async (choices) => {
    await chooseMail(access, choices);
    return redirectSaying(paths.mailChoices(), 'Saved.');
  });
}

export default function MailChoicesPage() {
  const { choices, email, community } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title="E-mails you get"
      crumbs={[{ href: paths.account(), label: 'Your account' }]}
      meta={`From ${community}, to ${email}.`}
    >
      <Row id="choose" title="Which ones">
        <ChoicesSheet key={JSON.stringify(choices)} answer={answer} values={choices} />
      </Row>
    </Page>
  );
}

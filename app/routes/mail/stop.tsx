import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { stopMail } from '~/mail/commands.server';
import { mailToStop } from '~/mail/queries.server';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';
import { SubmitButton } from '~/ui/sheet';

export const meta: MetaFunction = () => [{ title: 'Stop these e-mails · Upcurve' }];

/** Looking changes nothing: mail programs open links to see what is behind them. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { kind, community, address } = await mailToStop(params.token);
  return { what: kind === 'digest' ? 'the weekly e-mail' : 'reminders', community, address };
}

/** From the button here, or from a mail program's own (RFC 8058): no session, and no redirect. */
export async function action({ params }: ActionFunctionArgs) {
  await stopMail(params.token);
  return { isStopped: true };
}

export default function StopMail() {
  const { what, community, address } = useLoaderData<typeof loader>();
  const isStopped = useActionData<typeof action>()?.isStopped ?? false;
  return (
    <Page title={isStopped ? 'It is off' : 'Stop these e-mails?'}>
      <Row id="stop" title="By e-mail">
        <div className="stack">
          {isStopped ? (
            <p className="lead" role="status">
              {address} gets {what} of {community} no more.
            </p>
          ) : (
            <>
              <p className="lead">
                {address} gets {what} of {community}. You need not sign in to stop that.
              </p>
              <Form method="post">
                <SubmitButton>Stop {what}</SubmitButton>
              </Form>
            </>
          )}
          <p>
            <a href={paths.mailChoices()}>Choose which e-mails you get</a>, signed in.
          </p>
        </div>
      </Row>
    </Page>
  );
}

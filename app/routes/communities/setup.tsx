import { useForm } from '@conform-to/react';
import type { ActionFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { transaction } from '#db/client.server';
import { isSetUp } from '~/access/gate.server';
import { foundCommunity, nameNetwork } from '~/communities/commands.server';
import { type SetupFields, setupForm } from '~/communities/forms';
import { admitFirstAdmin } from '~/communities/memberships.server';
import { listTimeZones } from '~/communities/time-zones.server';
import { notFound } from '~/http/errors';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';
import { addFirstAdmin, passwordOfFirstAdmin } from '~/people/commands.server';
import { newPasswordHint, PasswordField } from '~/people/password-field';
import { letIn } from '~/people/sign-in.server';
import { Logo } from '~/ui/brand';
import { SelectField, TextField } from '~/ui/form-fields';
import { Page, Row } from '~/ui/page';
import { Sheet, SubmitButton } from '~/ui/sheet';

export const meta: MetaFunction = () => [{ title: 'Set up Upcurve' }];

/** Open while there is no community, and gone for good after. */
async function requireNotSetUp(): Promise<void> {
  if (await isSetUp()) throw notFound();
}

export async function loader() {
  await requireNotSetUp();
  return { timeZones: listTimeZones() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  await requireNotSetUp();
  return submit(
    request,
    setupForm,
    async (fields) => {
      const personId = await setUp(fields);
      return letIn(request, context, personId, paths.home());
    },
    { secret: ['password'] },
  );
}

/** Network, first community and first admin: all or nothing, and of two who try at once, one. */
async function setUp(fields: SetupFields): Promise<string> {
  const { network, community, timeZone } = fields;
  const passwordHash = await passwordOfFirstAdmin(fields, [network, community]);
  return transaction(async () => {
    await requireNotSetUp();
    await nameNetwork(network);
    const communityId = await foundCommunity({ name: community, timeZone });
    const personId = await addFirstAdmin(fields, passwordHash);
    await admitFirstAdmin(communityId, personId);
    return personId;
  });
}

export default function Setup() {
  const { timeZones } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useForm<SetupFields>({
    id: 'setup',
    lastResult: answer,
    defaultValue: { timeZone: 'America/New_York' },
  });
  return (
    <>
      <header className="mast">
        <div className="mast-in">
          <span className="brand">
            <Logo />
            <span>Upcurve</span>
          </span>
        </div>
      </header>
      <Page title="Set up Upcurve" meta="Three short parts. This page closes for good once you are done.">
        <Sheet form={form} className="setup">
          <Row id="places" title="The network" note="All communities on this server">
            <div className="stack-form">
              <TextField
                field={fields.network}
                label="What is your network called?"
                hint="If you are one community and no network, use its name."
              />
            </div>
          </Row>
          <Row id="community" title="The first community" note="A place, and its people">
            <div className="stack-form">
              <TextField field={fields.community} label="What is your community called?" />
              <SelectField field={fields.timeZone} label="Which time zone is it in?" options={timeZones} />
            </div>
          </Row>
          <Row id="you" title="You" note="The first admin">
            <div className="stack-form">
              <TextField field={fields.name} label="What is your name?" autoComplete="name" />
              <TextField
                field={fields.email}
                label="What is your work e-mail?"
                type="email"
                autoComplete="username"
              />
              <PasswordField field={fields.password} label="Choose a password" hint={newPasswordHint} isNew />
              <div className="btns">
                <SubmitButton>Set it up</SubmitButton>
              </div>
            </div>
          </Row>
        </Sheet>
      </Page>
    </>
  );
}

import { useForm } from '@conform-to/react';
import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requirePerson } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';
import { changePasswordForm } from '~/people/forms';
import { withinLimits } from '~/people/limits.server';
import { newPasswordHint, PasswordField } from '~/people/password-field';
import { changePassword } from '~/people/sign-in.server';
import { Page, Row } from '~/ui/page';
import { Sheet, SubmitButton } from '~/ui/sheet';

export const meta: MetaFunction = () => [{ title: 'Change your password · Upcurve' }];

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function loader({ request }: LoaderFunctionArgs) {
  const { person } = await requirePerson(request);
  return { email: person.email };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const access = await requirePerson(request);
  return withinLimits(() =>
    submit(
      request,
      changePasswordForm,
      async (fields) => {
        await changePassword(access, context, fields);
        return redirectSaying(
          paths.account(),
          'Your password is changed. Your other devices are signed out.',
        );
      },
      { secret: ['current', 'password'] },
    ),
  );
}

export default function ChangePassword() {
  const { email } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useForm<{ current: string; password: string }>({
    id: 'change-password',
    lastResult: answer,
  });
  return (
    <Page
      title="Change your password"
      crumbs={[{ href: paths.account(), label: 'Your account' }]}
      meta="Your other devices will be signed out."
    >
      <Row id="new" title="New password">
        <Sheet form={form}>
          {/* Tells the browser's password manager whose it is. */}
          <input type="hidden" autoComplete="username" value={email} />
          <PasswordField field={fields.current} label="What is your password now?" />
          <PasswordField field={fields.password} label="What should it be?" hint={newPasswordHint} isNew />
          <div className="btns">
            <SubmitButton>Change it</SubmitButton>
          </div>
        </Sheet>
      </Row>
    </Page>
  );
}

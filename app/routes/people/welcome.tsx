import { useForm } from '@conform-to/react';
import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';
import { Door } from '~/people/door';
import { newPasswordForm } from '~/people/forms';
import { withinLimits } from '~/people/limits.server';
import { findLink, followLink } from '~/people/links.server';
import { newPasswordHint, PasswordField } from '~/people/password-field';
import { letIn } from '~/people/sign-in.server';
import { Sheet, SubmitButton } from '~/ui/sheet';

export const meta: MetaFunction = () => [
  { title: 'Welcome · Upcurve' },
  { name: 'robots', content: 'noindex' },
];

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

/** Looking at a link uses nothing up: mail scanners open every link they see. */
export async function loader({ params }: LoaderFunctionArgs) {
  const link = await findLink(params.token);
  return link ? { person: { name: link.name, email: link.email } } : data({ person: null }, { status: 410 });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return withinLimits(() =>
    submit(
      request,
      newPasswordForm,
      async ({ password }) => {
        const personId = await followLink(params.token, password, context.address);
        return personId
          ? letIn(request, context, personId, paths.home())
          : new Response(null, { status: 410 });
      },
      { secret: ['password'] },
    ),
  );
}

export default function Welcome() {
  const { person } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useForm<{ password: string }>({ id: 'welcome', lastResult: answer });
  if (!person) return <LinkIsGone />;
  return (
    <Door kick="Welcome to Upcurve" title={person.name} lead="Choose a password, and you are in.">
      <Sheet form={form}>
        <div className="field">
          <label htmlFor="welcome-email">Your e-mail, to sign in with</label>
          <input
            className="in"
            id="welcome-email"
            type="email"
            autoComplete="username"
            readOnly
            value={person.email}
          />
        </div>
        <PasswordField field={fields.password} label="New password" hint={newPasswordHint} isNew />
        <div className="btns">
          <SubmitButton>Save and go on</SubmitButton>
        </div>
      </Sheet>
    </Door>
  );
}

function LinkIsGone() {
  return (
    <Door
      kick="This link no longer works"
      title="Ask for a new one."
      lead="It was used already, or its seven days are over. If you have a password, you can just sign in."
    >
      <form action={paths.signIn()}>
        <div className="btns">
          <button type="submit" className="btn">
            Go to sign in
          </button>
        </div>
      </form>
    </Door>
  );
}

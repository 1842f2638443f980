import { useForm } from '@conform-to/react';
import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { isSetUp } from '~/access/gate.server';
import { readSession } from '~/access/session.server';
import { networkName } from '~/communities/queries.server';
import { submit } from '~/http/form.server';
import { safeNext } from '~/http/next';
import { paths } from '~/paths';
import { Door } from '~/people/door';
import { signInForm } from '~/people/forms';
import { withinLimits } from '~/people/limits.server';
import { PasswordField } from '~/people/password-field';
import { letIn, whoSignsIn } from '~/people/sign-in.server';
import { TextField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';

export const meta: MetaFunction = () => [{ title: 'Sign in · Upcurve' }];

/** When to come back, where there were too many tries. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

const nextOf = (request: Request) => safeNext(new URL(request.url).searchParams.get('next'));

export async function loader({ request }: LoaderFunctionArgs) {
  if (await readSession(request)) throw redirect(nextOf(request));
  if (!(await isSetUp())) throw redirect(paths.setup());
  return { network: await networkName() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return withinLimits(() =>
    submit(
      request,
      signInForm,
      async (fields) => {
        const personId = await whoSignsIn(request, context, fields);
        return letIn(request, context, personId, nextOf(request));
      },
      { secret: ['password'] },
    ),
  );
}

export default function SignIn() {
  const { network } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useForm<{ email: string; password: string }>({ id: 'sign-in', lastResult: answer });
  return (
    <Door kick={network} title="Start with one student." lead="Test a change, learn from it, and climb.">
      <Sheet form={form}>
        <TextField
          field={fields.email}
          label="Work e-mail"
          type="email"
          autoComplete="username"
          placeholder="you@school.org"
        />
        <PasswordField field={fields.password} label="Password" />
        <div className="btns">
          <SubmitButton>Sign in</SubmitButton>
          <a className="btn text" href={paths.forgot()}>
            I forgot my password
          </a>
        </div>
      </Sheet>
    </Door>
  );
}

import type { MetaFunction } from '@remix-run/node';
import { paths } from '~/paths';
import { Door } from '~/people/door';

export const meta: MetaFunction = () => [{ title: 'Forgot your password? · Upcurve' }];

export default function ForgotPassword() {
  return (
    <Door
      kick="Forgot your password?"
      title="Ask an admin."
      lead="An admin of your community can make you a link in a minute. With it you choose a new password and are signed in."
      floor="The link works once, for seven days. Upcurve sends no e-mail yet, so it comes from a person you know."
    >
      <form action={paths.signIn()}>
        <div className="btns">
          <button type="submit" className="btn line">
            Back to sign in
          </button>
        </div>
      </form>
    </Door>
  );
}

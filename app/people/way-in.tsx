import { paths } from '~/paths';
import { DeedButton } from '~/ui/sheet';

/** Letting a person in again, or not any more. */
export function WayIn({
  person,
}: {
  person: {
    personId: string;
    pendingSince: string | null;
    endedAt: string | null;
    hasPassword: boolean;
    mayTouchAccount: boolean;
  };
}) {
  if (person.endedAt !== null) {
    return (
      <div className="stack-form">
        <p>They cannot sign in here. What they wrote stays.</p>
        <DeedButton action={paths.reactivate(person.personId)}>
          {person.pendingSince === null ? 'Bring them back' : 'Invite them again'}
        </DeedButton>
      </div>
    );
  }
  if (person.pendingSince !== null) {
    return (
      <div className="stack-form">
        <p>
          They have an account already, and belong here once they say yes on their account’s page. Until then
          they see nothing of your community.
        </p>
        <div className="btns">
          <a className="btn text" href={paths.deactivate(person.personId)}>
            Take the invitation back
          </a>
        </div>
      </div>
    );
  }
  return (
    <div className="stack-form">
      {person.mayTouchAccount ? (
        <>
          <p>
            {person.hasPassword
              ? 'Forgot the password? Make a link with which they choose a new one. They are signed out when they use it.'
              : 'They have not chosen a password yet. A new link ends the one they got before.'}
          </p>
          <DeedButton action={paths.makeLink(person.personId)}>Make a one-time link</DeedButton>
        </>
      ) : (
        <p>
          Their account also opens another community, so only the network’s admin can make a link for them.
        </p>
      )}
      <div className="btns">
        <a className="btn text" href={paths.deactivate(person.personId)}>
          Deactivate them
        </a>
      </div>
    </div>
  );
}

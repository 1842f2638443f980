import { type Role, roleWords } from '#db/vocabulary';
import { paths } from '~/paths';
import { DeedButton } from '~/ui/sheet';

/** Communities that would like to have one, each with a yes and a no. */
export function InvitationList({
  invitations,
}: {
  invitations: { membershipId: string; community: string; role: Role }[];
}) {
  return invitations.map(({ membershipId, community, role }) => (
    <div key={membershipId} className="stack-form">
      <p>
        {community} invites you as {roleWords[role].toLowerCase()}. Say yes only if you know who asks.
      </p>
      <div className="btns">
        <DeedButton action={paths.answerInvitation()} kind="" values={{ membershipId, answer: 'yes' }}>
          Yes, join {community}
        </DeedButton>
        <DeedButton action={paths.answerInvitation()} kind="text" values={{ membershipId, answer: 'no' }}>
          No<span className="vh">, do not join {community}</span>
        </DeedButton>
      </div>
    </div>
  ));
}

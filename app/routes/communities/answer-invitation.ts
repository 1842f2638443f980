import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { transaction } from '#db/client.server';
import { requireInvitation, requirePerson } from '~/access/gate.server';
import { invitationForm } from '~/communities/forms';
import { answerInvitation } from '~/communities/memberships.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';
import { voidLinks } from '~/people/links.server';

export function loader() {
  return redirect(paths.account());
}

export async function action({ request }: ActionFunctionArgs) {
  const { person } = await requirePerson(request);
  return submit(request, invitationForm, async ({ membershipId, answer }) => {
    const access = await requireInvitation(request, membershipId);
    await transaction(async () => {
      await answerInvitation(access, answer === 'yes');
      // A link that an admin elsewhere holds must not open this community too.
      if (answer === 'yes') await voidLinks(person.id);
    });
    const { communityName } = access.community;
    const words = answer === 'yes' ? `You are in ${communityName} now.` : `You said no to ${communityName}.`;
    return redirectSaying(paths.account(), words);
  });
}

/** A page, so that what is refused looks like one. */
export default function AnswerInvitation() {
  return null;
}

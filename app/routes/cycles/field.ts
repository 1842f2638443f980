import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { saveFields } from '~/cycles/commands/save-fields.server';
import { fieldForm } from '~/cycles/field-forms';
import { findCycle } from '~/cycles/queries.server';
import { RuleBroken } from '~/http/errors';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';
import { clock } from '~/ui/dates';
import { readWorksheet } from './worksheet.server';

/** The worksheet as it stands, for a page that is open already. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params);
  return Response.json(await readWorksheet(team, params.cycleId, null, { isWholePage: false }, true));
}

/** Where fields are saved: many at once from a page that saves itself, one by the button of a plain form. */
export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  const { id } = await findCycle(team, params.cycleId);
  return submit(request, fieldForm, async ({ person, changes, field, text }) => {
    // Somebody else has signed in on this device: these words are not theirs.
    if (person !== null && person !== team.person.id) return Response.json({}, { status: 401 });
    if (changes) {
      const answers = await saveFields(team, id, changes);
      const isClash = answers.some(({ state }) => state === 'clash');
      const savedAt = clock(new Date().toISOString(), team.community.timeZone);
      return Response.json({ savedAt, answers }, { status: isClash ? 409 : 200 });
    }
    const [answer] = await saveFields(team, id, [{ field, text, version: Number.MAX_SAFE_INTEGER }]);
    if (answer?.state === 'wrong') throw new RuleBroken(answer.sentence, 'text');
    return redirectSaying(paths.cycle(team.teamId, id), 'Saved.');
  });
}

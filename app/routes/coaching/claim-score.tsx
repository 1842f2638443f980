import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { scoreForm } from '~/coaching/forms';
import { ScoreForm } from '~/coaching/score-form';
import { giveScore } from '~/coaching/scores.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { newFormKey, once, sentKey } from '~/http/once.server';
import { paths } from '~/paths';
import { Row } from '~/ui/page';
import { ProgressPage } from './progress-page';
import { readTeamProgress } from './read-team-progress.server';

export const meta: MetaFunction = () => [{ title: 'Where do we stand? · Upcurve' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const progress = await readTeamProgress(await requireTeam(request, params, 'write cycles'));
  return { progress, formKey: newFormKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  return submit(request, scoreForm, async (fields, form) => {
    const { place } = await once(team.person.id, sentKey(form), async () => {
      const { suggestion } = await readTeamProgress(team);
      await giveScore(team, 'claimed', fields, suggestion);
      return paths.progress(team.teamId);
    });
    return redirectSaying(place, 'Your claim is there. Your coach settles the score.');
  });
}

export default function ClaimScore() {
  const { progress, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <ProgressPage progress={progress}>
      <Row id="give" title="Where do we stand?">
        <ScoreForm
          answer={answer}
          formKey={formKey}
          suggested={progress.suggestion.score}
          button="Claim this score"
          hint="Your coach reads it before settling the score."
        />
      </Row>
    </ProgressPage>
  );
}

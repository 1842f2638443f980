import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { scoreForm } from '~/coaching/forms';
import { scoreWords } from '~/coaching/score';
import { ScoreForm } from '~/coaching/score-form';
import { giveScore, openClaims } from '~/coaching/scores.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { newFormKey, once, sentKey } from '~/http/once.server';
import { paths } from '~/paths';
import { Row } from '~/ui/page';
import { useFocusAt } from '~/ui/use-focus-at';
import { ProgressPage } from './progress-page';
import { readTeamProgress } from './read-team-progress.server';

export const meta: MetaFunction = () => [{ title: 'Settle the score · Upcurve' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params, 'settle scores');
  const [progress, claims] = await Promise.all([readTeamProgress(team), openClaims(team, [team.teamId])]);
  return { progress, claim: claims[0] ?? null, formKey: newFormKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'settle scores');
  return submit(request, scoreForm, async (fields, form) => {
    const { place } = await once(team.person.id, sentKey(form), async () => {
      const { suggestion } = await readTeamProgress(team);
      await giveScore(team, 'settled', fields, suggestion);
      return paths.progress(team.teamId);
    });
    return redirectSaying(place, 'The score is settled.');
  });
}

export default function SettleScore() {
  const { progress, claim, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  useFocusAt('give-row');
  return (
    <ProgressPage progress={progress}>
      <Row id="give" title="Settle the score">
        <div className="stack">
          {claim ? (
            <blockquote className="said lines">
              The team claims {scoreWords(claim.score)}: “{claim.reason}”{' '}
              <span className="soft">{claim.who}</span>
            </blockquote>
          ) : null}
          <ScoreForm
            answer={answer}
            formKey={formKey}
            suggested={progress.suggestion.score}
            button="Settle this score"
            hint="The team reads it. Say what you saw, and what the next half point needs."
          />
        </div>
      </Row>
    </ProgressPage>
  );
}

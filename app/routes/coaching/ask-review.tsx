import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { coachesOf } from '~/coaching/caseload.server';
import { askReviewForm } from '~/coaching/forms';
import { askForReview } from '~/coaching/review-commands.server';
import { WordsForm } from '~/coaching/words-form';
import { findCycle } from '~/cycles/queries.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';
import { listed } from '~/ui/words';

export const meta: MetaFunction = () => [{ title: 'Ask for a review · Upcurve' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  const [cycle, coaches] = await Promise.all([findCycle(team, params.cycleId), coachesOf(team)]);
  const { id, number, idea } = cycle;
  return {
    team: { id: team.teamId, name: team.teamName },
    cycle: { id, number, idea },
    coaches: listed(coaches.map(({ name }) => name)),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  const { id } = await findCycle(team, params.cycleId);
  return submit(request, askReviewForm, async ({ words }) => {
    const { isNew } = await askForReview(team, id, words);
    const sentence = isNew ? 'Your coach sees it on their list.' : 'It waits for its review already.';
    return redirectSaying(`${paths.cycle(team.teamId, id)}#review-row`, sentence);
  });
}

export default function AskReview() {
  const { team, cycle, coaches } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title={`Ask for a review of Cycle ${cycle.number}`}
      crumbs={[
        { href: paths.team(team.id), label: team.name },
        { href: paths.cycle(team.id, cycle.id), label: `Cycle ${cycle.number}` },
      ]}
      meta={cycle.idea}
    >
      <Row id="ask" title="Ask your coach" note={coaches || 'This team has no coach yet'}>
        <WordsForm
          answer={answer}
          name="words"
          label="What should they look at?"
          hint="May stay empty. They see the whole cycle with its charts and the seven checks."
          button="Ask for a review"
        />
      </Row>
    </Page>
  );
}

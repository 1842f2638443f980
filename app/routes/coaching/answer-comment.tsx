import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { answerForm } from '~/coaching/forms';
import { answerComment } from '~/coaching/review-commands.server';
import { labelOf } from '~/coaching/review-fields';
import { findComment } from '~/coaching/reviews.server';
import { WordsForm } from '~/coaching/words-form';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { newFormKey, once, sentKey } from '~/http/once.server';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Answer a comment · Upcurve' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  const comment = await findComment(team, params.reviewId, params.remarkId);
  return { team: { id: team.teamId, name: team.teamName }, comment, formKey: newFormKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  const { reviewId, id } = await findComment(team, params.reviewId, params.remarkId);
  return submit(request, answerForm, async ({ text }, form) => {
    const { place } = await once(team.person.id, sentKey(form), async () => {
      const { cycleId } = await answerComment(team, reviewId, id, text);
      return `${paths.cycle(team.teamId, cycleId)}#review-row`;
    });
    return redirectSaying(place, 'Your answer stands below the comment.');
  });
}

export default function AnswerComment() {
  const { team, comment, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title="Answer a comment"
      crumbs={[
        { href: paths.team(team.id), label: team.name },
        { href: paths.cycle(team.id, comment.cycleId), label: `Cycle ${comment.number}` },
      ]}
    >
      <Row id="comment" title={labelOf(comment.field)} note={comment.who ?? 'A coach'}>
        <div className="stack">
          <blockquote className="said lines">{comment.text}</blockquote>
          <WordsForm answer={answer} formKey={formKey} label="Your answer" button="Answer" />
        </div>
      </Row>
    </Page>
  );
}

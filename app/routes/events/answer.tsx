import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { answerBarrier, findBarrier } from '~/events/answer-barrier.server';
import { AnswerSheet } from '~/events/answer-sheet';
import { eventDays } from '~/events/event';
import { answerForm } from '~/events/forms';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';
import { dayWithYear } from '~/ui/dates';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Answer “${data?.barrier.title ?? 'what stands in the way'}” · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params, 'answer barriers');
  const barrier = await findBarrier(access, params.eventId);
  return { barrier, team: { id: access.teamId, name: access.teamName }, today: access.today };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'answer barriers');
  const { id } = await findBarrier(access, params.eventId);
  return submit(request, answerForm, async (fields) => {
    await answerBarrier(access, id, fields);
    return redirectSaying(`${paths.leaders()}#barriers-row`, `Your answer is with ${access.teamName}.`);
  });
}

export default function AnswerBarrier() {
  const { barrier, team, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title={`“${barrier.title}”`}
      crumbs={[
        { href: paths.leaders(), label: 'For leaders' },
        { href: `${paths.leaders()}#barriers-row`, label: 'What stands in the way' },
      ]}
      meta={
        barrier.untilDate === null
          ? `It stands in the way of ${team.name} since ${dayWithYear(barrier.onDate)}.`
          : `It stands in the way of ${team.name}, ${eventDays(barrier, today)}.`
      }
    >
      <Row
        id="answer"
        title="Your answer"
        side={
          barrier.detail ? (
            <>
              <h2 className="sideh">What the team says</h2>
              <p className="small lines">{barrier.detail}</p>
            </>
          ) : undefined
        }
      >
        <AnswerSheet answer={answer} text={barrier.answer} />
      </Row>
    </Page>
  );
}

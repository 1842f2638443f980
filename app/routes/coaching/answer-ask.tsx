import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { AskCard } from '~/coaching/ask-card';
import { answerAsk } from '~/coaching/ask-commands.server';
import { findAsk } from '~/coaching/asks.server';
import { answerForm } from '~/coaching/forms';
import { Panel } from '~/coaching/panel';
import { WordsForm } from '~/coaching/words-form';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { newFormKey, once, sentKey } from '~/http/once.server';
import { paths } from '~/paths';
import { nextPlace } from './go-on.server';
import { QueuePage } from './queue-page';
import { readQueue } from './read-queue.server';

export const meta: MetaFunction = () => [{ title: 'Answer an ask for help · Upcurve' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params, 'review cycles');
  const ask = await findAsk(team, params.askId);
  const queue = await readQueue(team, request, `help ${ask.id}`);
  return { ask, queue, timeZone: team.community.timeZone, formKey: newFormKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'review cycles');
  const { id, who } = await findAsk(team, params.askId);
  return submit(request, answerForm, async ({ text }, form) => {
    let then = '';
    const { place } = await once(team.person.id, sentKey(form), async () => {
      const next = await nextPlace(team, request, `help ${id}`);
      await answerAsk(team, id, text);
      then = next.words;
      return next.place;
    });
    const link = { href: `${paths.teamHelp(team.teamId)}#${id}`, label: 'See it' };
    return redirectSaying(place, `Your answer is with ${who ?? 'the team'}.${then}`, null, link);
  });
}

export default function AnswerAsk() {
  const { ask, queue, timeZone, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <QueuePage queue={queue}>
      <Panel key={ask.id} kick="An ask for help" name={ask.about ? `${ask.team}, ${ask.about}` : ask.team}>
        <AskCard ask={ask} timeZone={timeZone} />
        {ask.closedAt === null ? (
          <WordsForm answer={answer} formKey={formKey} label="Your answer" button="Send the answer" />
        ) : null}
        <p>
          <a href={paths.teamHelp(ask.teamId)}>What else this team has asked</a>
        </p>
      </Panel>
    </QueuePage>
  );
}

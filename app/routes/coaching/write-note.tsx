import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { noteForm } from '~/coaching/forms';
import { queuePartWords } from '~/coaching/queue';
import { writeNote } from '~/coaching/snoozes.server';
import { WordsForm } from '~/coaching/words-form';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { newFormKey, once, sentKey } from '~/http/once.server';
import { paths } from '~/paths';
import { nextPlace } from './go-on.server';
import { QueuePage } from './queue-page';
import { readLines, readQueue } from './read-queue.server';

export const meta: MetaFunction = () => [{ title: 'Write to the team · Upcurve' }];

const lineIn = (request: Request) => new URL(request.url).searchParams.get('line') ?? '';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params, 'review cycles');
  const queue = await readQueue(team, request, lineIn(request));
  const line = queue.all.find(({ key, teamId }) => key === lineIn(request) && teamId === team.teamId);
  // Dealt with meanwhile: there is nothing to write about.
  if (!line) return redirect(paths.coaching(queue.asked));
  return { queue, line, formKey: newFormKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'review cycles');
  const key = lineIn(request);
  const { lines } = await readLines(team);
  const line = lines.find((one) => one.key === key && one.teamId === team.teamId);
  if (!line) return redirectSaying(paths.coaching(), 'That line is gone: it was dealt with meanwhile.');
  return submit(request, noteForm, async ({ text }, form) => {
    const { place } = await once(team.person.id, sentKey(form), async () => {
      const next = await nextPlace(team, request, key);
      await writeNote(team, { ...line, isStuck: line.part === 'stuck' }, text);
      return next;
    });
    return redirectSaying(place, `Your note is with ${team.teamName}.`);
  });
}

export default function WriteNote() {
  const { queue, line, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const about =
    line.cycleId !== null
      ? { href: paths.cycle(line.teamId, line.cycleId), words: 'See the cycle' }
      : { href: paths.measure(line.teamId, line.measureId ?? ''), words: 'See the chart' };
  return (
    <QueuePage queue={queue}>
      <article className="panel" id="panel" aria-labelledby="panel-name">
        <p className="kick">{queuePartWords[line.part]}</p>
        <h2 id="panel-name">{line.team}</h2>
        <p className="lead2">{line.why}.</p>
        <p>
          {line.context} <a href={about.href}>{about.words}</a>
        </p>
        <WordsForm
          key={line.key}
          answer={answer}
          formKey={formKey}
          label="Your note to the team"
          hint={
            line.part === 'stuck'
              ? 'They see it on the page of the cycle. This line comes back in five working days if nothing has moved.'
              : 'They see it beside the chart.'
          }
          button="Send the note"
        />
      </article>
    </QueuePage>
  );
}

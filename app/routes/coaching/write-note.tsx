import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { noteForm } from '~/coaching/forms';
import { Panel } from '~/coaching/panel';
import { queuePartWords, standsStill } from '~/coaching/queue';
import { writeNote } from '~/coaching/snoozes.server';
import { WordsForm } from '~/coaching/words-form';
import { RuleBroken } from '~/http/errors';
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
  const line = queue.all.find(({ key, teamId }) => key === lineIn(request) && teamId === team.teamId) ?? null;
  return { queue, line, team: team.teamName, formKey: newFormKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'review cycles');
  const key = lineIn(request);
  return submit(request, noteForm, async ({ text }, form) => {
    let then = '';
    const { place } = await once(team.person.id, sentKey(form), async () => {
      const { lines } = await readLines(team);
      const line = lines.find((one) => one.key === key && one.teamId === team.teamId);
      if (!line) throw new RuleBroken('This was dealt with meanwhile. Your words are kept here to copy.');
      const next = await nextPlace(team, request, key);
      await writeNote(team, { ...line, isStuck: standsStill(line) }, text);
      then = next.words;
      return next.place;
    });
    return redirectSaying(place, `Your note is with ${team.teamName}.${then}`);
  });
}

export default function WriteNote() {
  const { queue, line, team, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <QueuePage queue={queue}>
      <Panel key={line?.key} kick={line ? queuePartWords[line.part] : null} name={team}>
        {line ? (
          <>
            <p className="lead2">{line.why}.</p>
            <p>
              {line.context} <SeeIt line={line} />
            </p>
          </>
        ) : (
          <p>
            This was dealt with meanwhile. <a href={paths.coaching(queue.asked)}>Go on with the list</a>
          </p>
        )}
        {line || answer ? (
          <WordsForm
            key={line?.key}
            answer={answer}
            formKey={formKey}
            label="Your note to the team"
            hint={
              line && standsStill(line)
                ? 'They see it on the page of the cycle. This line comes back in five working days if nothing has moved.'
                : 'They see it beside the chart.'
            }
            button="Send the note"
          />
        ) : null}
      </Panel>
    </QueuePage>
  );
}

function SeeIt({ line }: { line: { teamId: string; cycleId: string | null; measureId: string | null } }) {
  if (line.cycleId !== null) return <a href={paths.cycle(line.teamId, line.cycleId)}>See the cycle</a>;
  return <a href={paths.measure(line.teamId, line.measureId ?? '')}>See the chart</a>;
}

import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireCommunity } from '~/access/gate.server';
import { addWorkingDays, aWorkingWeek } from '~/access/working-days';
import { snoozeForm } from '~/coaching/forms';
import { Panel } from '~/coaching/panel';
import { SnoozeForm } from '~/coaching/snooze-form';
import { snooze } from '~/coaching/snoozes.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';
import { shortDay } from '~/ui/dates';
import { nextPlace } from './go-on.server';
import { QueuePage } from './queue-page';
import { readLines, readQueue } from './read-queue.server';

export const meta: MetaFunction = () => [{ title: 'See it again later · Upcurve' }];

const lineIn = (request: Request) => new URL(request.url).searchParams.get('line') ?? '';

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireCommunity(request, 'see the queue');
  const queue = await readQueue(access, request, lineIn(request));
  const line = queue.all.find(({ key }) => key === lineIn(request));
  if (!line) return redirect(paths.coaching(queue.asked));
  return { queue, line, untilOn: addWorkingDays(access.today, aWorkingWeek, access.community.holidays) };
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireCommunity(request, 'see the queue');
  const key = lineIn(request);
  const { lines } = await readLines(access);
  if (!lines.some((line) => line.key === key)) {
    return redirectSaying(paths.coaching(), 'That line is gone: it was dealt with meanwhile.');
  }
  return submit(request, snoozeForm, async (fields) => {
    const { place, words } = await nextPlace(access, request, key);
    await snooze(access, key, fields);
    const undo = { action: paths.wakeLine(), values: { line: key } };
    return redirectSaying(place, `You see it again on ${shortDay(fields.untilOn)}.${words}`, undo);
  });
}

export default function Snooze() {
  const { queue, line, untilOn } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <QueuePage queue={queue}>
      <Panel key={line.key} kick="See it again later" name={line.team}>
        <p className="lead2">{line.why}.</p>
        <SnoozeForm key={line.key} answer={answer} line={line.key} untilOn={untilOn} />
      </Panel>
    </QueuePage>
  );
}

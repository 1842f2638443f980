import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { CycleAtMeeting } from '~/cycles/meeting-cycle';
import { drawn } from '~/http/drawn';
import { newFormKey } from '~/http/once.server';
import { NumbersNow } from '~/measures/numbers-now';
import { drawnTiles } from '~/measures/tiles';
import { startMeeting } from '~/meetings/commands.server';
import { MeetingNow } from '~/meetings/meeting-now';
import { PastMeetings } from '~/meetings/past-meetings';
import { PresentSheet } from '~/meetings/present-sheet';
import { PromiseList } from '~/meetings/promise-list';
import {
  namesInTeam,
  openPromises,
  pastMeetings,
  readRecord,
  runningMeeting,
} from '~/meetings/queries.server';
import { stepOf } from '~/meetings/steps';
import { paths } from '~/paths';
import { DoNext } from '~/teams/team-parts';
import { Page, Row } from '~/ui/page';
import { DeedButton } from '~/ui/sheet';
import { readCycles, readNumbers } from './read-meeting.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Meeting of ${data?.team.name ?? 'the team'} · Upcurve` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params);
  const running = await runningMeeting(access);
  const [cycles, numbers, promises, past, names, record] = await Promise.all([
    readCycles(access),
    readNumbers(access),
    openPromises(access, running?.id),
    pastMeetings(access, 3),
    namesInTeam(access),
    running ? readRecord(access, running.id) : null,
  ]);
  const mayRecord = !access.teamIsArchived && access.may('write cycles');
  return {
    team: { id: access.teamId, name: access.teamName },
    today: access.today,
    step: stepOf(new URL(request.url).searchParams.get('step')),
    meeting: running && record ? { id: running.id, onDate: running.onDate, record } : null,
    cycles,
    due: [
      ...cycles
        .filter(({ isDue }) => isDue)
        .map(({ id, sentence, due, isLate, states }) => {
          const href = paths.cycle(access.teamId, id);
          return { key: id, href, sentence, due, isLate, states };
        }),
      ...numbers.entries,
    ],
    numbers: { list: numbers.list, tiles: drawnTiles(numbers.tiles, (draw) => drawn(context, draw)) },
    promises,
    past,
    names,
    formKey: newFormKey(),
    mayRecord,
    mayEnter: !access.teamIsArchived && access.may('write measures'),
  };
}

/** Starts the meeting; whoever comes second joins the one that goes on. */
export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'write cycles');
  await startMeeting(access);
  return redirect(paths.meeting(access.teamId));
}

export default function Meeting() {
  const data = useLoaderData<typeof loader>();
  const { team, meeting, step, cycles, numbers, due, promises, mayRecord } = data;
  if (!meeting) return <NoMeeting {...data} />;
  const counts = { due: due.length + promises.length, cycles: cycles.length, numbers: numbers.list.length };
  return (
    <MeetingNow
      team={team}
      meeting={meeting}
      first={meeting.record}
      step={step}
      counts={counts}
      names={data.names}
      formKey={data.formKey}
      mayWrite={mayRecord}
    >
      {step === 'due' ? <Due {...data} /> : null}
      {step === 'cycles' ? (
        <div className="meetcycs">
          {cycles.length === 0 ? <p className="lead">No cycle is open. What will we test next?</p> : null}
          {cycles.map((cycle) => (
            <CycleAtMeeting key={cycle.id} teamId={team.id} cycle={cycle} mayWrite={mayRecord} />
          ))}
          {mayRecord ? (
            <p className="btns">
              <a className="btn line" href={paths.newCycle(team.id)}>
                Start a cycle
              </a>
            </p>
          ) : null}
        </div>
      ) : null}
      {step === 'numbers' ? (
        numbers.list.length === 0 ? (
          <p className="lead">The team keeps no numbers yet.</p>
        ) : (
          <NumbersNow teamId={team.id} tiles={numbers.tiles} list={numbers.list} mayEnter={data.mayEnter} />
        )
      ) : null}
      {step === 'close' ? (
        <div className="stack-l">
          {mayRecord ? (
            <PresentSheet
              action={paths.meetingPresent(team.id, meeting.id)}
              present={meeting.record.present}
              isOn
            />
          ) : (
            <p>{meeting.record.present || 'Nobody is written down yet.'}</p>
          )}
        </div>
      ) : null}
    </MeetingNow>
  );
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

/** What is due: numbers, late cycles, and what was promised. */
function Due({ team, due, promises, today, mayRecord }: Data) {
  if (due.length + promises.length === 0) {
    return <p className="lead">Nothing is due: every number is in, and every promise is kept.</p>;
  }
  return (
    <div className="stack-l">
      {due.length > 0 ? <DoNext things={due} /> : null}
      {promises.length > 0 ? (
        <section aria-labelledby="promised">
          <h2 id="promised">Promised and not done</h2>
          <PromiseList teamId={team.id} promises={promises} today={today} mayWrite={mayRecord} />
        </section>
      ) : null}
    </div>
  );
}

/** Nobody has started one: what waits, and the way to begin. */
function NoMeeting(data: Data) {
  const { team, past, mayRecord } = data;
  return (
    <Page
      title="Meeting"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
      ]}
      meta={
        mayRecord
          ? 'One address for the projector and everybody’s phone. What one person writes down, the others see within seconds.'
          : 'No meeting goes on now. People of the team start one.'
      }
      actions={
        mayRecord ? (
          <DeedButton action={paths.meeting(team.id)} kind="">
            Start the meeting
          </DeedButton>
        ) : undefined
      }
    >
      <Row id="due" title="What is due">
        <Due {...data} />
      </Row>
      {past.length > 0 ? (
        <Row id="past" title="Past meetings" note={<a href={paths.meetings(team.id)}>See them all</a>}>
          <PastMeetings teamId={team.id} meetings={past} />
        </Row>
      ) : null}
    </Page>
  );
}

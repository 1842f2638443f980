import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { type CommunityAccess, requireCommunity } from '~/access/gate.server';
import { coachSaidTo } from '~/coaching/coach-said.server';
import type { QueueLine } from '~/coaching/queue';
import {
  measuresOfMyTeams,
  myTeams,
  newestPeriodsOfMyTeams,
  openCyclesOfAllTeams,
  openCyclesOfMyTeams,
} from '~/cycles/my-work.server';
import { byUrgency, nextStep } from '~/cycles/next-step';
import { scheduleOf, wheelPhaseOf, wheelPhaseWords, wheelStates } from '~/cycles/stages';
import { type StuckOfTeam, stuckOfAllTeams, stuckOfMyTeams } from '~/cycles/stuck.server';
import { overviewTitle, stuckFirst, stuckHref } from '~/cycles/stuck-first';
import { Foremost, mostUrgentFirst, type Waiting, WaitingList } from '~/cycles/waiting';
import { answersToldTo } from '~/events/barriers.server';
import { aboutEntry, entryStep, isOnMyList } from '~/measures/next-entry';
import { periodEnd, periodStart } from '~/measures/periods';
import { paths } from '~/paths';
import { weekday } from '~/ui/dates';
import { Page, Row } from '~/ui/page';
import { placeOf, readNeeds } from './coaching/read-queue.server';

export const meta: MetaFunction = () => [{ title: 'My work · Upcurve' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireCommunity(request);
  const { today, community } = access;
  const teams = await myTeams(access);
  const coached = access.may('see the queue') ? teams.filter(({ isOnlyCoached }) => isOnlyCoached) : [];
  const isOurs = ({ teamId }: { teamId: string }) => !coached.some(({ id }) => id === teamId);
  const [cycles, measures, entered, stuck, said, answered, needs] = await Promise.all([
    openCyclesOfMyTeams(access),
    measuresOfMyTeams(access),
    newestPeriodsOfMyTeams(access),
    stuckOfMyTeams(access),
    coachSaidTo(access),
    answersToldTo(access),
    readNeeds(
      access,
      coached.map(({ id }) => id),
    ),
  ]);
  const open = stepsOf(cycles.filter(isOurs), access).map(({ waiting }) => waiting);
  const steps = [...needs.map(needThing), ...stuckFirst(open, stuck.filter(isOurs), stuckThing)];
  const isOverseer = teams.length === 0 && access.may('start teams');
  const me = access.person.id;
  const numbers = measures
    .filter((measure) => isOnMyList(measure, me))
    .flatMap((measure): (Waiting & { dueOn: string })[] => {
      const step = entryStep(measure, entered.get(measure.id) ?? [], today, community);
      if (!step) return [];
      const href = paths.enterPoint(measure.teamId, measure.id);
      const about = aboutEntry(measure.team, measure, me);
      return [{ ...step, key: measure.id, href, button: 'Enter it', about, wheel: null }];
    })
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  return {
    name: access.person.name.split(' ')[0] ?? access.person.name,
    today,
    teams,
    waiting: mostUrgentFirst([...[...said, ...answered].map(saidThing), ...steps], numbers),
    mayManagePeople: access.may('manage people'),
    isLeader: access.may('answer barriers'),
    overview: isOverseer ? await overviewOf(access) : null,
  };
}

type OpenCycle = Awaited<ReturnType<typeof openCyclesOfMyTeams>>[number];

/** The next step of each cycle, the most urgent first, and the day it is due. */
function stepsOf(cycles: OpenCycle[], { today, community }: CommunityAccess) {
  return cycles
    .map((cycle) => ({ ...cycle, schedule: scheduleOf(cycle, today, community.holidays) }))
    .sort(byUrgency)
    .flatMap(({ schedule, ...cycle }): { waiting: Waiting; dueOn: string | null }[] => {
      const step = nextStep(cycle, schedule, today);
      const phase = wheelPhaseOf[schedule.stage];
      if (!step || !phase) return [];
      const href = paths.cycle(cycle.teamId, cycle.id);
      const wheel = {
        number: cycle.number,
        phase: wheelPhaseWords[phase],
        states: wheelStates(schedule),
        href,
      };
      const waiting = {
        ...{ key: cycle.id, sentence: step.sentence, button: step.button, due: step.due, wheel },
        href: paths.formOfCycle(cycle.teamId, cycle.id, step.form),
        about: `${cycle.idea}. ${cycle.team}`,
        isLate: schedule.isOverdue,
      };
      return [{ waiting, dueOn: schedule.dueOn }];
    });
}

/** What is stuck, where no step of a cycle says it. */
const stuckThing = (one: StuckOfTeam): Waiting => ({
  ...{ key: one.key, sentence: one.deed, button: one.button, about: one.about, due: '', why: one.reason },
  ...{ href: stuckHref(one.teamId, one), isLate: false, wheel: null },
});

/**
 * What a team that one coaches needs: done from the list of a coach, as its cycles are the team's to write. Its order is
 * kept: who waits for a person goes before what is late.
 */
const needThing = (line: QueueLine): Waiting => ({
  ...{ key: line.key, sentence: `${line.act}: ${line.team}`, about: line.why, button: line.act, due: '' },
  ...{ href: placeOf(line, ''), isLate: line.part !== 'slow', wheel: null },
});

/** What a coach or a leader said: somebody waited for it, so it goes before what is not late. */
const saidThing = (said: Pick<Waiting, 'key' | 'sentence' | 'about' | 'button' | 'href'>): Waiting => ({
  ...said,
  due: '',
  isLate: false,
  wheel: null,
});

/** Who looks after more than is listed looks at the teams. */
const mostOverseen = 10;

/** What is late, stuck, or due by the end of this week, in all teams: read, not written, by who looks after them. */
async function overviewOf(access: CommunityAccess) {
  const { today, community } = access;
  const sunday = periodEnd(periodStart(today, 'weekly', community), 'weekly');
  const [open, stuck] = await Promise.all([openCyclesOfAllTeams(access), stuckOfAllTeams(access)]);
  const isStuck = new Set(stuck.map(({ cycleId }) => cycleId));
  const due = stepsOf(open, access).filter(
    ({ waiting, dueOn }) => waiting.isLate || isStuck.has(waiting.key) || (dueOn !== null && dueOn <= sunday),
  );
  const waits = stuck.filter(({ urgency, kind }) => urgency > 0 && kind !== 'adapt again');
  const urgent = stuckFirst(
    due.map(({ waiting }) => waiting),
    waits,
    stuckThing,
  );
  const things = urgent
    .slice(0, mostOverseen)
    .map((waiting) => ({ ...waiting, href: waiting.wheel?.href ?? waiting.href }));
  return { count: urgent.length, things };
}

/** A list longer than this is no list of what to do. */
const most = 15;

export default function Home() {
  const { name, today, teams, waiting, overview, mayManagePeople, isLeader } = useLoaderData<typeof loader>();
  const kick = `Hello, ${name}. It is ${weekday(today)}.`;
  if (overview) {
    return <Overview kick={kick} {...overview} mayManagePeople={mayManagePeople} />;
  }
  if (teams.length === 0) return <NoTeam kick={kick} />;
  const [first, ...others] = waiting;
  const shown = others.slice(0, most);
  return (
    <main id="main" className="page">
      {isLeader ? (
        <p className="btns homebtns">
          <ForLeaders />
        </p>
      ) : null}
      {first ? (
        <Foremost kick={kick} thing={first} />
      ) : (
        <Calm kick={kick} team={teams.find(({ isOnlyCoached }) => !isOnlyCoached)} />
      )}
      <Row id="log" title="Log a test" note="Four questions, about two minutes">
        <div className="btns">
          <a className="btn line" href={paths.logTest()}>
            Start a cycle
          </a>
          <a className="btn text" href={paths.logTest('finished')}>
            Log a finished test
          </a>
        </div>
      </Row>
      {shown.length > 0 ? (
        <Row id="waiting" title="Also waiting">
          <WaitingList things={shown} />
          {others.length > most ? (
            <p className="hint">And {others.length - most} more, on the pages of your teams.</p>
          ) : null}
        </Row>
      ) : null}
      <Row id="teams" title="Your teams">
        <ul className="rows">
          {teams.map((team) => (
            <li key={team.id}>
              <a href={paths.team(team.id)}>{team.name}</a>
              <a className="btn text" href={paths.newCycle(team.id)}>
                Start a cycle<span className="vh"> in {team.name}</span>
              </a>
            </li>
          ))}
        </ul>
      </Row>
    </main>
  );
}

/** The way to the page for leaders, which otherwise stands in the person's menu alone. */
function ForLeaders() {
  return (
    <a className="btn line" href={paths.leaders()}>
      For leaders
    </a>
  );
}

/** For a leader or admin without a team: what is late or due across the community. */
function Overview({
  kick,
  count,
  things,
  mayManagePeople,
}: {
  kick: string;
  count: number;
  things: Waiting[];
  mayManagePeople: boolean;
}) {
  return (
    <Page title={overviewTitle(count)} meta={kick} actions={<ForLeaders />}>
      {things.length > 0 ? (
        <Row
          id="due"
          title="Late, stuck or due"
          note="In all teams, the most urgent first. Stuck: it waits longer than is usual for its team, also where its day is still to come"
        >
          <WaitingList things={things} />
          {count > things.length ? (
            <p className="hint">
              And {count - things.length} more, on <a href={paths.teams()}>the pages of the teams</a>.
            </p>
          ) : null}
        </Row>
      ) : null}
      <Row id="look" title="Look further">
        <ul className="rows">
          <li>
            <a href={paths.teams()}>Teams</a>
            <a className="btn text" href={paths.newTeam()}>
              Start a team
            </a>
          </li>
          <li>
            <a href={paths.indicators()}>Indicators</a>
          </li>
          {mayManagePeople ? (
            <li>
              <a href={paths.people()}>People</a>
            </li>
          ) : null}
        </ul>
      </Row>
    </Page>
  );
}

function NoTeam({ kick }: { kick: string }) {
  return (
    <Page title="You are not on a team yet" meta={kick}>
      <Row id="look" title="Until then">
        <div className="stack">
          <p>
            A team’s cycles and numbers show here once you are on it. You can read what every team is testing.
          </p>
          <div className="btns">
            <a className="btn" href={paths.teams()}>
              See the teams
            </a>
          </div>
        </div>
      </Row>
    </Page>
  );
}

/** Nothing waits: a sentence and a way on. */
function Calm({ kick, team }: { kick: string; team: { id: string } | undefined }) {
  return (
    <section className="calm">
      <p className="kick">{kick}</p>
      <h1>Nothing is waiting for you.</h1>
      <p className="lead">
        {team
          ? 'No cycle of your teams is open, and every number is in. What will you test next?'
          : 'The teams you coach move along, and every number is in.'}
      </p>
      {team ? (
        <div className="btns">
          <a className="btn" href={paths.newCycle(team.id)}>
            Start a cycle
          </a>
        </div>
      ) : null}
    </section>
  );
}

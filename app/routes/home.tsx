import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireCommunity } from '~/access/gate.server';
import {
  measuresOfMyTeams,
  myTeams,
  newestPeriodsOfMyTeams,
  openCyclesOfMyTeams,
} from '~/cycles/my-work.server';
import { byUrgency, nextStep } from '~/cycles/next-step';
import { scheduleOf, type WheelPhase, wheelPhaseOf, wheelPhaseWords, wheelStates } from '~/cycles/stages';
import { Foremost, mostUrgentFirst, type Waiting, WaitingList } from '~/cycles/waiting';
import { entryStep } from '~/measures/next-entry';
import { paths } from '~/paths';
import { weekday } from '~/ui/dates';
import { Row } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'My work · Upcurve' }];

const forms: Record<WheelPhase, (teamId: string, cycleId: string) => string> = {
  plan: paths.planCycle,
  do: paths.doCycle,
  study: paths.studyCycle,
  act: paths.actCycle,
};

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireCommunity(request);
  const { today, community } = access;
  const [teams, cycles, measures, entered] = await Promise.all([
    myTeams(access),
    openCyclesOfMyTeams(access),
    measuresOfMyTeams(access),
    newestPeriodsOfMyTeams(access),
  ]);
  const steps = cycles
    .map((cycle) => ({ ...cycle, schedule: scheduleOf(cycle, today, community.holidays) }))
    .sort(byUrgency)
    .flatMap(({ schedule, ...cycle }): Waiting[] => {
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
      return [
        {
          ...{ key: cycle.id, sentence: step.sentence, button: step.button, due: step.due, wheel },
          href: forms[step.form](cycle.teamId, cycle.id),
          about: `${cycle.idea}. ${cycle.team}`,
          isLate: schedule.isOverdue,
        },
      ];
    });
  const numbers = measures.flatMap((measure): Waiting[] => {
    const step = entryStep(measure, entered.get(measure.id) ?? [], today, community);
    if (!step) return [];
    const href = paths.enterPoint(measure.teamId, measure.id);
    return [{ ...step, key: measure.id, href, button: 'Enter it', about: measure.team, wheel: null }];
  });
  return {
    name: access.person.name.split(' ')[0] ?? access.person.name,
    today,
    teams,
    waiting: mostUrgentFirst(steps, numbers),
    mayStartTeams: access.may('start teams'),
  };
}

/** A list longer than this is no list of what to do. */
const most = 15;

export default function Home() {
  const { name, today, teams, waiting, mayStartTeams } = useLoaderData<typeof loader>();
  const kick = `Hello, ${name}. It is ${weekday(today)}.`;
  const [first, ...others] = waiting;
  const shown = others.slice(0, most);
  return (
    <main id="main" className="page">
      {first ? (
        <Foremost kick={kick} thing={first} />
      ) : (
        <Calm kick={kick} teams={teams} mayStartTeams={mayStartTeams} />
      )}
      {shown.length > 0 ? (
        <Row id="waiting" title="Also waiting">
          <WaitingList things={shown} />
          {others.length > most ? (
            <p className="hint">And {others.length - most} more, on the pages of your teams.</p>
          ) : null}
        </Row>
      ) : null}
      {teams.length > 0 ? (
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
      ) : null}
    </main>
  );
}

/** Nothing waits: a sentence and a way on. */
function Calm({
  kick,
  teams: [team],
  mayStartTeams,
}: {
  kick: string;
  teams: { id: string; name: string }[];
  mayStartTeams: boolean;
}) {
  return (
    <section className="calm">
      <p className="kick">{kick}</p>
      <h1>{team ? 'Nothing is waiting for you.' : 'You are not on a team yet.'}</h1>
      <p className="lead">
        {team
          ? 'No cycle of your teams is open, and every number is in. What will you test next?'
          : 'A team’s cycles and numbers show here once you are on it. You can read what every team is testing.'}
      </p>
      <div className="btns">
        {team ? (
          <a className="btn" href={paths.newCycle(team.id)}>
            Start a cycle
          </a>
        ) : (
          <a className="btn" href={paths.teams()}>
            See the teams
          </a>
        )}
        {!team && mayStartTeams ? (
          <a className="btn text" href={paths.newTeam()}>
            Start a team
          </a>
        ) : null}
      </div>
    </section>
  );
}

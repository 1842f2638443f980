import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { RampFigure } from '~/charts/ramp-drawing';
import { fidelityOf } from '~/cycles/checks';
import { checksOfTeam } from '~/cycles/checks.server';
import { FidelityWorking } from '~/cycles/checks-panel';
import { byUrgency, nextStep } from '~/cycles/next-step';
import { cyclesOfTeam } from '~/cycles/queries.server';
import { rampTrees } from '~/cycles/ramp';
import { ideaOf, rampPicture } from '~/cycles/ramp-picture';
import { scheduleOf, wheelStates } from '~/cycles/stages';
import { stuckOfTeam } from '~/cycles/stuck.server';
import { stuckFirst, stuckHref } from '~/cycles/stuck-first';
import { chartEvents } from '~/events/event';
import { eventsForCharts } from '~/events/queries.server';
import { drawn } from '~/http/drawn';
import { FirstChart } from '~/measures/first-chart';
import { measureAdvice } from '~/measures/measure-advice';
import { MeasureTiles } from '~/measures/measure-tiles';
import { entriesDue } from '~/measures/next-entry';
import { cyclesForChart, measuresOfTeam, seriesOfTeam } from '~/measures/queries.server';
import { tally } from '~/measures/tally';
import { drawnTiles, tilesOf } from '~/measures/tiles';
import { runningMeeting } from '~/meetings/queries.server';
import { paths } from '~/paths';
import { charterSentence } from '~/teams/charter';
import { readCharter } from '~/teams/charter.server';
import { findTeam } from '~/teams/queries.server';
import { GhostRamp, isSettingUp, SettingUp } from '~/teams/setting-up';
import { AimInWords, DoNext, type NextThing, PeopleInTeam, teamLine } from '~/teams/team-parts';
import { readTheory } from '~/theories/queries.server';
import { TheoryBrief } from '~/theories/theory-brief';
import { briefDrivers, theorySentence } from '~/theories/view';
import { dayWithYear } from '~/ui/dates';
import { Page, Row } from '~/ui/page';
import { DeedButton } from '~/ui/sheet';
import { ProgressBrief } from '../coaching/progress-brief';
import { readTeamProgress } from '../coaching/read-team-progress.server';
import { theoryInBrief } from '../theories/read-theory.server';

/** What is longer than this is no list of what to do next. */
const most = { steps: 4, entries: 3 };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.team.name ?? 'Team'} · Upcurve` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params);
  const [team, cycles, measures, series, tested, events, meeting, theoryRows, checked, stuck] =
    await Promise.all([
      findTeam(access),
      cyclesOfTeam(access),
      measuresOfTeam(access),
      seriesOfTeam(access),
      cyclesForChart(access),
      eventsForCharts(access),
      runningMeeting(access),
      readTheory(access),
      checksOfTeam(access),
      access.teamIsArchived ? [] : stuckOfTeam(access),
    ]);
  const theory = theoryInBrief(theoryRows, cycles);
  const tiles = tilesOf(access, measures, series, tested, access.community, (id) => chartEvents(events, id));
  const read = tiles.flatMap(({ id, chart, words }) => {
    const measure = measures.find((one) => one.id === id);
    const points = series.get(id) ?? [];
    return measure ? [{ teamId: access.teamId, measure, points, chart, words }] : [];
  });
  const progress = await readTeamProgress(access, read);
  const { today, community } = access;
  const isOpen = !access.teamIsArchived;
  const mayWrite = isOpen && access.may('write cycles');
  const steps = cycles
    .map((cycle) => ({ ...cycle, schedule: scheduleOf(cycle, today, community.holidays) }))
    .sort(byUrgency)
    .flatMap(({ schedule, ...cycle }): NextThing[] => {
      const { id } = cycle;
      const step = nextStep(cycle, schedule, today);
      if (!step) return [];
      const { sentence, due } = step;
      const isLate = schedule.isOverdue;
      const act = mayWrite
        ? { href: paths.formOfCycle(access.teamId, id, step.form), words: step.button }
        : undefined;
      return [
        {
          key: id,
          href: paths.cycle(access.teamId, id),
          sentence,
          due,
          isLate,
          act,
          states: wheelStates(schedule),
        },
      ];
    });
  const doNext = stuckFirst(steps, stuck, (one): NextThing => {
    const act = mayWrite ? { href: stuckHref(access.teamId, one), words: one.button } : undefined;
    const href = paths.cycle(access.teamId, one.cycleId);
    return {
      key: one.key,
      href,
      sentence: one.deed,
      due: '',
      why: one.reason,
      isLate: false,
      act,
      states: null,
    };
  });
  const finished = checked.filter(({ isDone }) => isDone);
  const entries = entriesDue(access, measures, series, today, community);
  return {
    team,
    charter: charterSentence(await readCharter(access, team)),
    ramps: rampTrees(cycles).map((tree) => ({
      key: tree.trunk.steps[0]?.id ?? '',
      idea: ideaOf(tree),
      picture: rampPicture(tree, {
        today,
        holidays: community.holidays,
        href: (id) => paths.cycle(access.teamId, id),
        nextHref: mayWrite ? (id) => paths.nextCycle(access.teamId, id) : undefined,
      }),
    })),
    tiles: drawnTiles(tiles, (draw) => drawn(context, draw)),
    next: [
      ...doNext.slice(0, most.steps),
      ...(access.may('write measures') ? entries.slice(0, most.entries) : []),
    ],
    progress,
    isMeeting: meeting !== undefined,
    theory: { drivers: briefDrivers(theory), sentence: theorySentence(theory) },
    fidelity: fidelityOf(finished.map(({ answers }) => answers)),
    finished: finished.map(({ id, number, idea, answers }) => ({
      ...{ id, answers, name: `Cycle ${number}: ${idea}` },
      href: paths.cycle(access.teamId, id),
    })),
    advice: measureAdvice(access.teamId, measures),
    may: {
      edit: isOpen && access.may('edit teams'),
      choosePeople: isOpen && access.may('choose team people'),
      writeCycles: mayWrite,
      writeIdeas: isOpen && access.may('write ideas'),
      writeMeasures: isOpen && access.may('write measures'),
      bringBack: access.may('archive teams'),
    },
  };
}

export default function Team() {
  const { team, charter, ramps, tiles, next, theory, advice, isMeeting, progress, fidelity, finished, may } =
    useLoaderData<typeof loader>();
  const setUp = {
    hasPeople: team.people.length > 0,
    hasAim: team.aimWhat !== '',
    hasMeasure: tiles.length > 0,
    hasCycle: ramps.length > 0,
  };
  const isNew = team.archivedAt === null && isSettingUp(setUp);
  const verdicts = tiles.map((tile) => tile.words.verdict);
  return (
    <Page
      title={team.name}
      className="p-team"
      crumbs={[{ href: paths.teams(), label: 'Teams' }]}
      meta={teamLine(team.about, team.homePartner, team.people)}
      actions={
        <>
          <a className="btn line" href={paths.meeting(team.id)}>
            {isMeeting ? 'Join the meeting' : 'Meeting'}
          </a>
          {may.edit ? (
            <a className="btn text" href={paths.editTeam(team.id)}>
              Edit the team
            </a>
          ) : null}
        </>
      }
    >
      {team.archivedAt ? (
        <div className="banner">
          <p>
            This team was archived on {dayWithYear(team.archivedAt.slice(0, 10))}. It can be read, and nothing
            is written.
          </p>
          {may.bringBack ? (
            <DeedButton action={paths.bringBackTeam(team.id)}>Bring it back</DeedButton>
          ) : null}
        </div>
      ) : null}
      {isNew ? (
        <Row id="start" title="Getting started" note="An aim, one number and one student are enough">
          <SettingUp teamId={team.id} setUp={setUp} may={may} />
        </Row>
      ) : null}
      <Row
        id="aim"
        title="Our aim"
        side={
          // What waits for a team that is being set up are the steps above.
          isNew && next.length === 0 ? undefined : (
            <>
              <h2 className="sideh">Do next</h2>
              <DoNext things={next} />
            </>
          )
        }
      >
        <div className="stack">
          <AimInWords
            aim={team}
            editHref={may.edit && !isNew ? `${paths.editTeam(team.id)}#aim-row` : null}
          />
          <p className="hint">
            <a href={paths.charter(team.id)}>Our charter</a>: {charter}
          </p>
        </div>
      </Row>
      <section className="row" aria-labelledby="ramp">
        <div className="full">
          <div className="headline">
            <div>
              <h2 id="ramp">{ramps.length > 1 ? 'Our ramps' : 'Our ramp'}</h2>
              <p>
                {ramps.length === 0
                  ? 'Nothing here yet. This is how it grows.'
                  : 'Each step is one PDSA cycle. We start small and climb only when a test works.'}
              </p>
            </div>
            {ramps.length > 0 ? (
              <a href={paths.printTeam(team.id)}>Print ramp and measures on one sheet</a>
            ) : null}
            {may.writeCycles ? (
              <div className="btns">
                <a className={isNew ? 'btn line' : 'btn'} href={paths.newCycle(team.id)}>
                  Start a cycle
                </a>
                <a className="btn text" href={paths.finishedCycle(team.id)}>
                  Log a finished test
                </a>
              </div>
            ) : null}
          </div>
          {ramps.length === 0 ? (
            <GhostRamp />
          ) : (
            ramps.map(({ key, idea, picture }) => (
              <section key={key} className="ramp-of" aria-labelledby={`ramp-${key}`}>
                <h3 id={`ramp-${key}`}>{idea}</h3>
                <RampFigure picture={picture} />
              </section>
            ))
          )}
          {ramps.length > 0 ? (
            <section className="ramp-of" aria-labelledby="fidelity">
              <h3 id="fidelity">How well we test</h3>
              <FidelityWorking fidelity={fidelity} whose="this team’s" cycles={finished} />
            </section>
          ) : null}
        </div>
      </section>
      <Row
        id="working"
        title={tiles.length > 0 ? 'Is it working?' : 'Your first chart'}
        note={
          tiles.length > 0
            ? `${tally(verdicts)} Numbers under each chart are our cycles.`
            : 'It needs time before it can tell you much. That is normal.'
        }
        wide
      >
        <div className="stack-l">
          {tiles.length > 0 ? <MeasureTiles tiles={tiles} /> : <FirstChart />}
          {tiles.length > 0 ? (
            <p className="hint">
              <a href={paths.measures(team.id)}>All measures as a list, on one scale, or to print</a>.{' '}
              <a href={paths.teamEvents(team.id)}>What else happened</a>, on the time line.{' '}
              <a href={paths.howWeReadCharts()}>How we read charts</a>.
            </p>
          ) : null}
          {may.writeMeasures ? (
            <div className="btns">
              <a className="btn line" href={paths.newMeasure(team.id)}>
                Add a measure
              </a>
              {advice ? (
                <p className="hint">
                  {advice.sentence} {advice.link ? <a href={advice.link.href}>{advice.link.words}</a> : null}
                </p>
              ) : null}
            </div>
          ) : null}
        </div>
      </Row>
      <Row id="progress" title="Progress" note="Where we stand, from 0.5 to 5.0" wide>
        <ProgressBrief progress={progress} />
      </Row>
      <Row id="theory" title="Our theory" note="What has to change, and what we try for it">
        <TheoryBrief teamId={team.id} {...theory} mayWrite={may.writeIdeas} />
      </Row>
      <Row id="people" title="People">
        <div className="stack">
          <PeopleInTeam teamId={team.id} people={team.people} mayEdit={may.choosePeople} />
          <p>
            <a href={paths.teamHistory(team.id)}>What happened, and who did it</a>.{' '}
            <a href={paths.meetings(team.id)}>Our meetings</a>.{' '}
            <a href={paths.visits(team.id)}>Visits of the coach</a>.{' '}
            {may.writeCycles ? (
              <>
                <a href={paths.teamHelp(team.id)}>What we asked our coach</a>.{' '}
              </>
            ) : null}
            <a href={paths.archived(team.id)}>What was archived</a>
          </p>
        </div>
      </Row>
    </Page>
  );
}

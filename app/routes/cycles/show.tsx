import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { phaseWords } from '#db/vocabulary';
import { requireTeam } from '~/access/gate.server';
import { dayIn } from '~/access/today';
import { runChartMarkup } from '~/charts/chart-markup';
import { RampFigure } from '~/charts/ramp-drawing';
import { ActSection } from '~/cycles/act-section';
import { Chain } from '~/cycles/chain';
import { checksOfTeam } from '~/cycles/checks.server';
import { ChecksPanel } from '~/cycles/checks-panel';
import { planTrail } from '~/cycles/commands/use-plan.server';
import { CycleMeta } from '~/cycles/cycle-meta';
import { DoSection } from '~/cycles/do-section';
import { myTeams } from '~/cycles/my-work.server';
import { nextStep } from '~/cycles/next-step';
import { phaseWordsOf } from '~/cycles/phase-words';
import { PlanSection } from '~/cycles/plan-section';
import { PlanTrail } from '~/cycles/plan-trail';
import { ArchivedCycle, PutAway } from '~/cycles/put-away';
import { cyclesOfTeam, findCycle } from '~/cycles/queries.server';
import { rampTrees, treeWith } from '~/cycles/ramp';
import { rampPicture } from '~/cycles/ramp-picture';
import { scheduleOf, studyCameEarly, type WheelPhase, wheelStates } from '~/cycles/stages';
import { StudySection } from '~/cycles/study-section';
import { Rail, WorkBar } from '~/cycles/work-bar';
import { PhaseSection } from '~/cycles/worksheet';
import { HistoryList } from '~/history/history-list';
import { cycleHistory } from '~/history/queries.server';
import { drawn } from '~/http/drawn';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';
import { readChain } from './read-chain.server';
import { readStudy } from './read-study.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Cycle ${data.cycle.number}: ${data.cycle.idea} · Upcurve` : 'Cycle · Upcurve' },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params);
  const { teamId, today, community } = team;
  const cycle = await findCycle(team, params.cycleId);
  const [{ predictions, charts }, cycles, lines, trail, mine, checked] = await Promise.all([
    readStudy(team, cycle),
    cyclesOfTeam(team),
    cycleHistory(team, cycle.id),
    planTrail(team, cycle.id),
    myTeams(team),
    checksOfTeam(team),
  ]);
  const schedule = scheduleOf(cycle, today, community.holidays);
  const studiedOn = cycle.studiedAt && dayIn(community.timeZone, new Date(cycle.studiedAt));
  const tree = treeWith(rampTrees(cycles), cycle.id);
  const href = (id: string) => paths.cycle(teamId, id);
  const mayWrite = team.may('write cycles') && !team.teamIsArchived;
  return {
    teamId,
    team: team.teamName,
    cycle,
    predictions,
    charts: charts.map(({ chart, ...one }) => ({
      ...one,
      drawing: drawn(context, () => runChartMarkup(chart, 'small', one.measureId)),
    })),
    measures: await readChain(team, predictions, charts),
    stage: schedule.stage,
    states: wheelStates(schedule),
    words: phaseWordsOf({ ...cycle, studiedOn }, schedule, today),
    step: nextStep(cycle, schedule, today),
    checks: checked.find(({ id }) => id === cycle.id)?.answers ?? [],
    cameEarly: studyCameEarly(cycle, studiedOn),
    trail,
    mayTakePlan: mine.some(({ id }) => id !== teamId),
    ramp: tree && rampPicture(tree, { today, holidays: community.holidays, href, hereId: cycle.id }),
    lines,
    timeZone: community.timeZone,
    mayWrite: mayWrite && cycle.archivedAt === null,
    mayBringBack: mayWrite,
  };
}

export default function Cycle() {
  const data = useLoaderData<typeof loader>();
  const { teamId, cycle, states, words, step, stage, mayWrite } = data;
  const forms: Record<WheelPhase, string> = {
    plan: paths.planCycle(teamId, cycle.id),
    do: paths.doCycle(teamId, cycle.id),
    study: paths.studyCycle(teamId, cycle.id),
    act: paths.actCycle(teamId, cycle.id),
  };
  const edit = (phase: WheelPhase) => (mayWrite ? forms[phase] : undefined);
  // Before Do has begun there is nothing to follow on from.
  const mayFollow = mayWrite && (cycle.doStartedOn !== null || stage === 'done');
  const nextHref = paths.nextCycle(teamId, cycle.id);
  const button = step
    ? { href: forms[step.form], label: step.button }
    : { href: nextHref, label: 'Start the next cycle' };
  const section = (phase: WheelPhase) => ({ phase, states, words: words[phase] });
  return (
    <Page
      title={cycle.idea}
      className="p-cycle"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(teamId), label: data.team },
      ]}
      meta={<CycleMeta teamId={teamId} cycle={cycle} mayWrite={mayWrite} />}
    >
      <ArchivedCycle teamId={teamId} cycle={cycle} mayWrite={data.mayBringBack} />
      <PlanTrail trail={data.trail} takeHref={data.mayTakePlan ? paths.takePlan(teamId, cycle.id) : null} />
      <WorkBar states={states} button={mayWrite ? button : null} />
      <div className="ws">
        <Rail number={cycle.number} states={states} words={words} />
        <div className="ws-body">
          <PhaseSection {...section('plan')}>
            <PlanSection cycle={cycle} predictions={data.predictions} edit={edit('plan')} />
          </PhaseSection>
          <PhaseSection {...section('do')}>
            <DoSection cycle={cycle} edit={edit('do')} />
          </PhaseSection>
          <PhaseSection {...section('study')}>
            <StudySection
              cycle={cycle}
              predictions={data.predictions}
              charts={data.charts}
              cameEarly={data.cameEarly}
              edit={edit('study')}
            />
          </PhaseSection>
          <PhaseSection {...section('act')}>
            <ActSection cycle={cycle} edit={edit('act')} nextHref={mayFollow ? nextHref : undefined} />
          </PhaseSection>
        </div>
      </div>
      {data.checks.length > 0 ? (
        <Row id="checks" title="Seven checks" note="What makes a test worth trusting">
          <ChecksPanel teamId={teamId} cycleId={cycle.id} answers={data.checks} mayWrite={mayWrite} />
        </Row>
      ) : null}
      <Row id="ramp" title="The ramp" note="This idea, test by test" wide>
        {data.ramp ? <RampFigure picture={data.ramp} /> : null}
      </Row>
      <Row id="chain" title="Where it leads" note="Working on it is not proof of causing it" wide>
        <Chain
          teamId={teamId}
          cycle={{ ...cycle, words: cycle.decision ? words.act : phaseWords[stage] }}
          practice={
            cycle.practiceId && cycle.practice ? { id: cycle.practiceId, name: cycle.practice } : null
          }
          measures={data.measures}
        />
      </Row>
      <Row id="history" title="History">
        <HistoryList lines={data.lines} timeZone={data.timeZone} />
      </Row>
      {mayWrite ? <PutAway teamId={teamId} cycleId={cycle.id} /> : null}
    </Page>
  );
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { DriverDiagram } from '~/charts/driver-diagram';
import { stageOf } from '~/cycles/stages';
import { HistoryList } from '~/history/history-list';
import { paths } from '~/paths';
import { unbelieved } from '~/theories/belief';
import { BeliefsList } from '~/theories/beliefs-list';
import { MeasuresHere } from '~/theories/measures-here';
import { orphansOf } from '~/theories/orphans';
import { OrphansList } from '~/theories/orphans-list';
import { AimLine, Outline, ReadOutline } from '~/theories/outline';
import { PutAway } from '~/theories/put-away';
import { theoryHistory } from '~/theories/queries.server';
import { diagramOf, theorySentence } from '~/theories/view';
import { Page, Row } from '~/ui/page';
import { toldBeliefs } from './read-part.server';
import { readWholeTheory } from './read-theory.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `The theory of ${data?.team ?? 'the team'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params);
  const [{ rows, cycles, measures, view }, lines] = await Promise.all([
    readWholeTheory(team),
    theoryHistory(team),
  ]);
  const cyclesOf = (id: string) =>
    cycles.filter(({ ideaId }) => ideaId === id).map((cycle) => ({ id: cycle.id, number: cycle.number }));
  return {
    teamId: team.teamId,
    personId: team.person.id,
    team: team.teamName,
    view,
    sentence: theorySentence(view),
    measures: measures.map(({ id, name }) => ({ value: id, label: name })),
    orphans: orphansOf({
      tree: view.tree,
      drivers: rows.drivers,
      ideas: rows.ideas,
      cycles: cycles.map(({ id, number, ideaId, ...cycle }) => ({
        id,
        number,
        ideaId,
        isDone: stageOf(cycle) === 'done',
      })),
      measuredDriverIds: new Set(
        Object.values(view.drivers).flatMap((one) => (one.measures.length > 0 ? [one.id] : [])),
      ),
      unbelievedDriverIds: unbelieved(rows.beliefs),
    }),
    cycles: cycles.map(({ id, number }) => ({ id, number })),
    beliefs: toldBeliefs(team, rows, cycles),
    away: {
      ideas: rows.ideas
        .filter(({ archivedAt }) => archivedAt !== null)
        .map(({ id, name }) => ({ id, name, cycles: cyclesOf(id) })),
      drivers: rows.drivers
        .filter(({ archivedAt }) => archivedAt !== null)
        .map(({ id, name }) => ({ id, name })),
    },
    lines,
    timeZone: team.community.timeZone,
    mayWrite: team.may('write ideas') && !team.teamIsArchived,
    mayEditTeam: team.may('edit teams') && !team.teamIsArchived,
  };
}

export default function Theory() {
  const page = useLoaderData<typeof loader>();
  const { teamId, team, view, sentence, orphans, beliefs, away, mayWrite } = page;
  const hasDrivers = view.tree.length > 0;
  return (
    <Page
      title="Our theory"
      className="p-theory"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(teamId), label: team },
      ]}
      meta={`What ${team} believes has to change to reach its aim, and what it tries for that.`}
    >
      {hasDrivers ? (
        <section className="row dd-row" aria-labelledby="drawn">
          <div className="full">
            <h2 id="drawn" className="vh">
              The theory as a diagram
            </h2>
            <p className="lead dd-says">{sentence}</p>
            <DriverDiagram data={diagramOf(view)} title={`The theory of ${team}`} sentence={sentence} />
          </div>
        </section>
      ) : null}
      <Row
        id="outline"
        title={hasDrivers ? 'As an outline' : 'Start with the aim'}
        note={mayWrite ? 'The diagram is drawn from it' : undefined}
        wide
      >
        <div className="stack">
          <AimLine view={view} />
          {page.mayEditTeam && !view.aim ? (
            <p className="btns">
              <a className="btn line" href={`${paths.editTeam(teamId)}#aim-row`}>
                Write the aim
              </a>
            </p>
          ) : null}
          {hasDrivers ? null : (
            <p className="soft">
              {mayWrite
                ? 'Below the aim stands what has to change to reach it: the drivers. Two to four are enough. Below a driver stand the ideas you try.'
                : 'The team has not written its theory yet.'}
            </p>
          )}
          {mayWrite ? (
            <Outline teamId={teamId} personId={page.personId} view={view} />
          ) : (
            <ReadOutline teamId={teamId} view={view} />
          )}
        </div>
      </Row>
      {orphans.length > 0 ? (
        <Row id="orphans" title="What hangs on nothing" note="Each can be mended here">
          <OrphansList
            teamId={teamId}
            orphans={orphans}
            view={view}
            cycles={page.cycles}
            measures={page.measures}
            mayWrite={mayWrite}
          />
        </Row>
      ) : null}
      {beliefs.length > 0 ? (
        <Row id="beliefs" title="What we stopped believing" note="When, why, and because of which cycles">
          <BeliefsList teamId={teamId} beliefs={beliefs} />
        </Row>
      ) : null}
      {mayWrite ? (
        <Row id="aim-measures" title="Measures of the aim" note="They show if the whole of it works">
          <MeasuresHere
            teamId={teamId}
            measures={view.aimMeasures}
            choices={page.measures}
            on={undefined}
            mayWrite={mayWrite}
          />
        </Row>
      ) : null}
      {away.ideas.length + away.drivers.length > 0 ? (
        <Row id="away" title="Put away" note="In no list any more">
          <PutAway teamId={teamId} away={away} mayWrite={mayWrite} />
        </Row>
      ) : null}
      <Row id="history" title="Who changed what">
        <HistoryList lines={page.lines} timeZone={page.timeZone} />
      </Row>
    </Page>
  );
}

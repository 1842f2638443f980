import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { phaseWords, scaleWords } from '#db/vocabulary';
import { requirePractice } from '~/access/gate.server';
import { DecisionTag } from '~/charts/decision-glyph';
import { Comments } from '~/conversations/notes';
import { fidelityOf } from '~/cycles/checks';
import { checksOfPractice } from '~/cycles/checks.server';
import { FidelityWorking } from '~/cycles/checks-panel';
import { stageOf } from '~/cycles/stages';
import { HistoryList } from '~/history/history-list';
import { thingHistory } from '~/history/queries.server';
import { paths } from '~/paths';
import { PracticeWords } from '~/practices/about-practice';
import { decisionsOfPractice } from '~/practices/decide.server';
import { DecisionList } from '~/practices/decision-list';
import { InLibrary, MergedBanner } from '~/practices/in-library';
import { mergedHere, mergedInto } from '~/practices/merge.server';
import { openOffer } from '~/practices/offers.server';
import { cyclesOfPractice, findPractice } from '~/practices/queries.server';
import { span } from '~/ui/dates';
import { Page, Row } from '~/ui/page';
import { plural } from '~/ui/words';
import { readComments } from '../conversations/read-comments.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.practice.name ?? 'Practice'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requirePractice(request, params);
  const [practice, decisions, offer, into, here, cycles, lines, checked, talk] = await Promise.all([
    findPractice(access),
    decisionsOfPractice(access),
    openOffer(access),
    mergedInto(access),
    mergedHere(access),
    cyclesOfPractice(access),
    thingHistory(access, access.practiceId),
    checksOfPractice(access, access.practiceId),
    readComments(access, 'practice', access.practiceId),
  ]);
  const finished = checked.filter(({ isDone }) => isDone);
  return {
    practice,
    decisions,
    offer,
    mergedInto: into,
    mergedHere: here,
    today: access.today,
    cycles: cycles.map((cycle) => ({ ...cycle, stage: stageOf(cycle) })),
    teams: new Set(cycles.map((cycle) => cycle.teamId)).size,
    fidelity: fidelityOf(finished.map(({ answers }) => answers)),
    finished: finished.map(({ id, number, team, teamId, answers }) => ({
      ...{ id, answers, name: `${team}, Cycle ${number}` },
      href: paths.cycle(teamId, id),
    })),
    lines,
    talk,
    timeZone: access.community.timeZone,
    mayEdit: access.may('manage practices'),
  };
}

export default function Practice() {
  const page = useLoaderData<typeof loader>();
  const { practice, cycles, teams, fidelity, finished, lines, timeZone, mayEdit } = page;
  const isMerged = page.mergedInto !== null;
  return (
    <Page
      title={practice.name}
      crumbs={[{ href: paths.practices(), label: 'Practices' }]}
      meta={practice.description}
      actions={
        isMerged ? undefined : (
          <>
            <a className="btn" href={paths.takePractice(practice.id)}>
              Use this practice
            </a>
            {mayEdit ? (
              <>
                <a className="btn line" href={paths.decidePractice(practice.id)}>
                  {page.decisions.length > 0 ? 'Change the decision' : 'Decide'}
                </a>
                <a className="btn line" href={paths.editPractice(practice.id)}>
                  Edit
                </a>
              </>
            ) : null}
          </>
        )
      }
    >
      <MergedBanner into={page.mergedInto} timeZone={timeZone} />
      {page.decisions.length > 0 ? (
        <Row id="decided" title="Leaders’ decision">
          <DecisionList decisions={page.decisions} today={page.today} timeZone={timeZone} />
        </Row>
      ) : null}
      <Row
        id="cycles"
        title="What teams tried"
        note={cycles.length > 0 ? `${plural(cycles.length, 'cycle')} by ${plural(teams, 'team')}` : undefined}
        wide
      >
        {cycles.length === 0 ? (
          <p className="lead">
            No team has tested this yet. Choose it when you start a cycle, and the cycle shows here.
          </p>
        ) : (
          <table className="tbl stacked">
            <thead>
              <tr>
                <th scope="col">Team and cycle</th>
                <th scope="col">Change idea</th>
                <th scope="col">Scale</th>
                <th scope="col">Dates</th>
                <th scope="col">Decision and reason</th>
              </tr>
            </thead>
            <tbody>
              {cycles.map((cycle) => (
                <tr key={cycle.id}>
                  <th scope="row">
                    <a href={paths.cycle(cycle.teamId, cycle.id)}>
                      {cycle.team}, Cycle {cycle.number}
                    </a>
                  </th>
                  <td>
                    {cycle.idea}
                    {cycle.adaptation ? <span className="hint"> {cycle.adaptation}</span> : null}
                  </td>
                  <td>{cycle.scale ? scaleWords[cycle.scale] : ''}</td>
                  <td className="nowrap">{span(cycle.doStartedOn ?? cycle.startsOn, cycle.doEndedOn)}</td>
                  <td>
                    {cycle.decision ? (
                      <>
                        <DecisionTag decision={cycle.decision} /> <span className="soft">{cycle.reason}</span>
                      </>
                    ) : (
                      phaseWords[cycle.stage]
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Row>
      <Row id="fidelity" title="How well it was tested" wide>
        <FidelityWorking fidelity={fidelity} whose="this practice’s" cycles={finished} />
      </Row>
      <Row id="how" title="How it is done">
        <PracticeWords practice={practice} outcome={practice.outcome} owner={practice.owner} />
      </Row>
      <Row id="library" title="In the library">
        <InLibrary
          practice={practice}
          offer={page.offer}
          mergedHere={page.mergedHere}
          timeZone={timeZone}
          mayEdit={mayEdit && !isMerged}
        />
      </Row>
      <Row id="comments" title="Comments">
        <Comments {...page.talk} />
      </Row>
      <Row id="history" title="History">
        <HistoryList lines={lines} timeZone={timeZone} />
      </Row>
    </Page>
  );
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { measureTypeWords, phaseWords, scaleWords } from '#db/vocabulary';
import { requirePractice } from '~/access/gate.server';
import { DecisionTag } from '~/charts/decision-glyph';
import { Mark } from '~/charts/mark';
import { fidelityOf } from '~/cycles/checks';
import { checksOfPractice } from '~/cycles/checks.server';
import { FidelityWorking } from '~/cycles/checks-panel';
import { stageOf } from '~/cycles/stages';
import { paths } from '~/paths';
import { decisionsOfPractice } from '~/practices/decide.server';
import { GaugesPanel } from '~/practices/gauges-panel';
import { cyclesOfPractice, findPractice } from '~/practices/queries.server';
import { stoppedSentence, whyStopped } from '~/practices/stopped';
import { whatWentWrong } from '~/practices/told';
import { markOf, rangeWords, sharedWords, voteWords } from '~/practices/vote-words';
import {
  methodWords,
  pointsWords,
  rangeSource,
  tierWords,
  weightWords,
  wouldChangeWords,
} from '~/practices/working-words';
import { dayWithYear, span } from '~/ui/dates';
import { Page, Row } from '~/ui/page';
import { plural } from '~/ui/words';
import { evidenceOfPractice, gaugesFor } from './read-evidence.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `How we know: ${data?.practice.name ?? 'practice'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requirePractice(request, params);
  const working = await evidenceOfPractice(access);
  const [practice, cycles, gauges, checked, decisions] = await Promise.all([
    findPractice(access),
    cyclesOfPractice(access),
    gaugesFor(access, { practiceId: access.practiceId }),
    checksOfPractice(access, access.practiceId),
    decisionsOfPractice(access),
  ]);
  const stop = whyStopped(working?.evidence.tier, decisions, whatWentWrong(cycles));
  const finished = checked.filter(({ isDone }) => isDone);
  return {
    practice: { id: practice.id, name: practice.name },
    evidence: working?.evidence ?? null,
    tier: working
      ? tierWords(
          working.evidence,
          working.teams,
          stop && stoppedSentence(stop, access.community.timeZone, access.today),
        )
      : [],
    range: working ? rangeSource(working.evidence, working.teams) : '',
    teams: (working?.teams ?? []).map((team) => ({
      id: team.team,
      name: team.name,
      partner: team.partnerName,
      vote: team.vote,
      weight: weightWords(team),
      measures: team.measures.map((one) => ({
        id: one.measureId,
        name: one.measure,
        type: one.type,
        verdict: one.verdict,
        isMasked: one.isMasked,
        method: methodWords(one),
        points: pointsWords(one),
        change: wouldChangeWords(one),
        concurrent: one.concurrent,
        gain: one.gain,
      })),
    })),
    cycles: cycles.map((cycle) => ({ ...cycle, stage: stageOf(cycle) })),
    fidelity: fidelityOf(finished.map(({ answers }) => answers)),
    finished: finished.map(({ id, number, team, teamId, answers }) => ({
      ...{ id, answers, name: `${team}, Cycle ${number}` },
      href: paths.cycle(teamId, id),
    })),
    gauges,
    threshold: access.community.maskingThreshold,
    today: access.today,
  };
}

export default function PracticeWorking() {
  const { practice, evidence, tier, range, teams, cycles, fidelity, finished, gauges, threshold, today } =
    useLoaderData<typeof loader>();
  return (
    <Page
      title="How we know"
      crumbs={[
        { href: paths.practices(), label: 'Practices' },
        { href: paths.practice(practice.id), label: practice.name },
      ]}
      meta={`${practice.name}. Nobody typed these verdicts: they follow from what the measures did, and change when the numbers do.`}
    >
      {evidence ? (
        <Row id="tier" title={evidence.tier} note="Why it stands where it stands">
          <div className="stack">
            <p>
              <b>{sharedWords(evidence)}</b> {rangeWords(evidence)}
            </p>
            {tier.map((line) => (
              <p key={line}>{line}</p>
            ))}
            {range ? <p>{range}</p> : null}
            <p className="hint">
              A team has one vote, however many cycles it ran. The range leaves out the lowest and the highest
              chance in ten (10th to 90th percentile), and practices are ranked by its low end.{' '}
              <a href={paths.howWeJudgePractices()}>How we judge practices</a>
            </p>
          </div>
        </Row>
      ) : null}
      {teams.map((team) => (
        <Row key={team.id} id={`team-${team.id}`} title={team.name} note={team.partner ?? undefined} wide>
          <div className="stack" id={`team-${team.id}`}>
            <p className="verdict">
              <Mark verdict={markOf[team.vote]} />
              <span>
                {voteWords[team.vote]}. <span className="soft">{team.weight}</span>
              </span>
            </p>
            {team.measures.length === 0 ? (
              <p className="soft">Its cycles aim at no measure, so there is nothing to judge it by.</p>
            ) : null}
            <ul className="workings">
              {team.measures.map((one) => (
                <li key={one.id}>
                  <h3>
                    <a href={paths.measure(team.id, one.id)}>{one.name}</a>{' '}
                    <span className="soft">{measureTypeWords[one.type].toLowerCase()}</span>
                  </h3>
                  <p>
                    <b>{one.verdict === 'no clear change' ? 'No clear change' : voteWords[one.verdict]}.</b>{' '}
                    {one.method}
                  </p>
                  <p>{one.points}</p>
                  {one.isMasked ? (
                    <p className="hint">
                      Some figures are hidden: they are of fewer than {threshold}, and you may not edit them.
                    </p>
                  ) : null}
                  {one.concurrent.length > 0 ? (
                    <p>
                      <b>Not alone:</b> at the same time, on the same measure,{' '}
                      {one.concurrent.map(({ ideaId, idea, changeDate }, position) => (
                        <span key={ideaId}>
                          {position > 0 ? ', ' : ''}
                          <a href={paths.idea(team.id, ideaId)}>{idea}</a> began on {dayWithYear(changeDate)}
                        </span>
                      ))}
                      . The change may be theirs.
                    </p>
                  ) : null}
                  {one.gain ? (
                    <p>
                      {one.gain.state === 'held'
                        ? `Held: no turn in ${plural(one.gain.points, 'point')} since it was adopted on ${dayWithYear(one.gain.adoptedOn)}.`
                        : one.gain.state === 'slipping'
                          ? `Slipping: the gain turned by ${dayWithYear(one.gain.since ?? one.gain.adoptedOn)}, after it was adopted on ${dayWithYear(one.gain.adoptedOn)}.`
                          : `Watched since it was adopted on ${dayWithYear(one.gain.adoptedOn)}: ${one.gain.points} of 12 points so far.`}
                    </p>
                  ) : null}
                  <p className="soft">What would change this: {one.change}</p>
                </li>
              ))}
            </ul>
          </div>
        </Row>
      ))}
      <Row
        id="cycles"
        title="What teams tried"
        note={cycles.length > 0 ? plural(cycles.length, 'cycle') : undefined}
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
                  <td>{cycle.idea}</td>
                  <td>{cycle.scale ? scaleWords[cycle.scale] : ''}</td>
                  <td className="nowrap">
                    {span(cycle.doStartedOn ?? cycle.startsOn, cycle.doEndedOn, today)}
                  </td>
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
      <Row id="gauges" title="Done, learned, gained" note="Three things, kept apart" wide>
        <GaugesPanel gauges={gauges} whose="This practice’s" />
      </Row>
      <Row id="fidelity" title="How well it was tested" wide>
        <FidelityWorking fidelity={fidelity} whose="this practice’s" cycles={finished} />
      </Row>
    </Page>
  );
}

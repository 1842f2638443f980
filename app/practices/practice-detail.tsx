import type { ReactNode } from 'react';
import { scaleWords } from '#db/vocabulary';
import { DecisionTag } from '~/charts/decision-glyph';
import { Interval } from '~/charts/interval';
import { Mark, type Verdict } from '~/charts/mark';
import { Spark } from '~/charts/spark';
import { Strip } from '~/charts/strip';
import { paths } from '~/paths';
import { dayWithYear } from '~/ui/dates';
import { To } from '~/ui/icons';
import { DeedButton } from '~/ui/sheet';
import { plural } from '~/ui/words';
import { costWords } from './about-practice';
import type { Evidence } from './tiers';
import type { GivenUp, SpreadStep, TeamWords } from './told';
import {
  listNames,
  markOf,
  notCountedWords,
  percentWords,
  rangeWords,
  sharedWords,
  voteWords,
} from './vote-words';
import type { Vote } from './votes';

/** One team's use, as the table of uses shows it. */
export interface DetailUse {
  teamId: string;
  team: string;
  partner: string | null;
  vote: Vote;
  scale: keyof typeof scaleWords | null;
  isAbandoned: boolean;
  /** The bright spot that is told of it, and whether this reader may begin one. */
  storyId: string | null;
  mayTell: boolean;
  /** The measure that says most: its name, its numbers and where they were before and after. */
  measure: {
    id: string;
    name: string;
    verdict: Verdict;
    values: (number | null)[];
    from: string | null;
    to: string | null;
    /** Other changes that went on meanwhile. */
    concurrent: number;
  } | null;
}

/** What one measure of one team says of a gap between groups. */
export interface DetailGap {
  teamId: string;
  team: string;
  /** What the team's use came to. */
  vote: Vote;
  measure: string;
  focus: string;
  reference: string;
  word: string;
  /** "12.0 to 7.5 points"; null where it rests on few people. */
  figures: string | null;
}

export interface DetailReach {
  /** "266 people, by Attendance Action Team in Cycle 4" */
  sentence: string;
  ceilings: string[];
}

/** Before anything else: where a gap grew, and whether the practice helped there. */
export function WidenedFirst({ gaps }: { gaps: readonly DetailGap[] }) {
  const widened = gaps.filter(({ word }) => word === 'widened');
  if (widened.length === 0) return null;
  const helped = widened.filter(({ vote }) => vote === 'improved');
  const others = widened.filter(({ vote }) => vote !== 'improved');
  return (
    <div className="banner pd-gap">
      {helped.length > 0 ? (
        <p>
          <b>It helped, and it widened a gap.</b> <WidenedGaps gaps={helped} />
        </p>
      ) : null}
      {others.length > 0 ? (
        <p>
          <b>A gap got wider where it was used.</b> <WidenedGaps gaps={others} />
        </p>
      ) : null}
      <p>A practice that leaves a group behind is not one to spread as it is.</p>
    </div>
  );
}

function WidenedGaps({ gaps }: { gaps: readonly DetailGap[] }) {
  return gaps.map((gap) => (
    <span key={`${gap.teamId} ${gap.measure}`}>
      {gap.team}
      {gap.vote === 'improved' ? '' : ` (${shortWords(gap.vote)})`}, {gap.measure}: {gap.focus} and{' '}
      {gap.reference} are further apart{gap.figures ? `, ${gap.figures}` : ''}.{' '}
    </span>
  ));
}

export function EvidenceHead({ evidence, votes }: { evidence: Evidence; votes: readonly Vote[] }) {
  const { mean, p10, p90 } = evidence;
  const notCounted = notCountedWords(votes);
  return (
    <div className="pd-ev">
      {votes.length > 0 ? <Strip verdicts={votes.map((vote) => markOf[vote])} large /> : null}
      {mean !== null && p10 !== null && p90 !== null ? (
        <div className="pl-i">
          <Interval share={mean} low={p10} high={p90} width={196} />
          <span aria-hidden="true">
            {percentWords(p10)} to {percentWords(p90)}
          </span>
        </div>
      ) : null}
      <p>
        <b>{sharedWords(evidence)}</b> {rangeWords(evidence)}
      </p>
      {notCounted ? <p className="hint">{notCounted}.</p> : null}
    </div>
  );
}

export function UsesTable({ uses, practiceId }: { uses: readonly DetailUse[]; practiceId: string }) {
  if (uses.length === 0) {
    return (
      <p className="soft">No team has used it yet. Use it in a cycle, and what comes of it shows here.</p>
    );
  }
  return (
    <>
      <table className="tbl uses">
        <thead>
          <tr>
            <th scope="col">
              <span className="vh">Result</span>
            </th>
            <th scope="col">Team</th>
            <th scope="col">Largest test</th>
            <th scope="col">What its measure did</th>
          </tr>
        </thead>
        <tbody>
          {uses.map((use) => (
            <tr key={use.teamId}>
              <td>
                <Mark verdict={markOf[use.vote]} label={voteWords[use.vote]} />
              </td>
              <th scope="row">
                <a href={`${paths.practiceWorking(practiceId)}#team-${use.teamId}`}>{use.team}</a>
                <span>{[use.partner, use.isAbandoned ? 'gave it up' : ''].filter(Boolean).join('. ')}</span>
              </th>
              <td>{use.scale ? scaleWords[use.scale] : ''}</td>
              <td className="us">
                {use.measure ? <MeasureMove use={use.measure} teamId={use.teamId} /> : 'None'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint">
        <a href={paths.practiceWorking(practiceId)}>How we know: every team, measure and rule</a>
      </p>
      <BrightSpots uses={uses} practiceId={practiceId} />
    </>
  );
}

/** Uses that improved: the story that is told of each, or the button that begins one. */
function BrightSpots({ uses, practiceId }: { uses: readonly DetailUse[]; practiceId: string }) {
  const bright = uses.filter(
    ({ storyId, mayTell, vote, isAbandoned }) =>
      storyId !== null || (mayTell && vote === 'improved' && !isAbandoned),
  );
  if (bright.length === 0) return null;
  return (
    <>
      <h3 id="bright-spots">Bright spots</h3>
      <ul className="plain" aria-labelledby="bright-spots">
        {bright.map(({ teamId, team, storyId }) => (
          <li key={teamId}>
            {storyId !== null ? (
              <a href={paths.brightSpot(teamId, storyId)}>Read what {team} did</a>
            ) : (
              <DeedButton action={paths.beginBrightSpot(teamId, practiceId)} kind="text">
                Tell what {team} did, on a card to pass on
              </DeedButton>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function MeasureMove({ use, teamId }: { use: NonNullable<DetailUse['measure']>; teamId: string }) {
  return (
    <>
      <a href={paths.measure(teamId, use.id)} className="small">
        {use.name}
      </a>
      <span className="us-n">
        {use.values.length > 1 ? <Spark values={use.values} verdict={use.verdict} width={84} /> : null}
        {use.from !== null && use.to !== null ? (
          <b className={`t-${use.verdict}`}>
            {use.from}
            <To />
            {use.to}
          </b>
        ) : null}
      </span>
      {use.concurrent > 0 ? (
        <span className="hint">{plural(use.concurrent, 'other change')} at the same time</span>
      ) : null}
    </>
  );
}

/** Where it worked beside where it did not: what teams said of their place. */
export function WhereItWorked({
  worked,
  didNot,
}: {
  worked: readonly TeamWords[];
  didNot: readonly TeamWords[];
}) {
  return (
    <div className="pd-two">
      <div>
        <h3>Where it worked</h3>
        <Places teams={worked} none="Nowhere yet, as far as the numbers can tell." />
      </div>
      <div>
        <h3>Where it did not</h3>
        <Places teams={didNot} none="Nowhere, as far as the numbers can tell." />
      </div>
    </div>
  );
}

/** "mixed", "no signal": inside a sentence. */
const shortWords = (vote: Vote) => (voteWords[vote].split(':')[0] ?? '').toLowerCase();

function Places({ teams, none }: { teams: readonly TeamWords[]; none: string }) {
  if (teams.length === 0) return <p>{none}</p>;
  return (
    <ul className="plain">
      {teams.map(({ teamId, team, vote, contexts, scale }) => (
        <li key={teamId}>
          <b>{team}</b>
          {vote === 'improved' ? '' : `, ${shortWords(vote)}`}
          {'. '}
          {contexts.length > 0 ? contexts.join(' ') : 'Nothing said of the place yet.'}
          {scale ? ` Largest test: ${scaleWords[scale].toLowerCase()}.` : ''}
        </li>
      ))}
    </ul>
  );
}

export function ForWhom({ forWhom, gaps }: { forWhom: string; gaps: readonly DetailGap[] }) {
  return (
    <>
      <h3>For whom</h3>
      {forWhom ? <p>{forWhom}</p> : null}
      {gaps.length === 0 ? (
        <p className="soft">No team has split its numbers by group for long enough to tell whom it helps.</p>
      ) : (
        <ul className="plain">
          {gaps.map((gap) => (
            <li key={`${gap.teamId} ${gap.measure}`}>
              <b>{gap.team}</b>, {gap.measure}: the gap between {gap.focus} and {gap.reference}{' '}
              {gapWords[gap.word] ?? gap.word}
              {gap.figures ? `, ${gap.figures}` : ''}.
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const gapWords: Record<string, string> = {
  narrowed: 'narrowed',
  widened: 'widened',
  'cannot tell': 'may have changed or not: the numbers cannot tell',
  'no variation': 'did not move',
};

export function Adaptations({ teams }: { teams: readonly TeamWords[] }) {
  const own = teams.filter(({ adaptations }) => adaptations.length > 0);
  return (
    <>
      <h3>What teams changed</h3>
      {own.length === 0 ? (
        <p className="soft">No team has said that it does anything differently.</p>
      ) : (
        <ul className="plain">
          {own.flatMap(({ teamId, team, vote, adaptations }) =>
            adaptations.map(({ ideaId, words }) => (
              <li key={ideaId}>
                <a href={paths.idea(teamId, ideaId)}>{team}</a> ({shortWords(vote)}): {words}
              </li>
            )),
          )}
        </ul>
      )}
    </>
  );
}

/** As visible as what worked: given up and why, and what got worse. */
export function WhatWentWrong({
  givenUp,
  worsened,
}: {
  givenUp: readonly GivenUp[];
  worsened: readonly {
    teamId: string;
    team: string;
    measureId: string;
    measure: string;
    isBalancing: boolean;
  }[];
}) {
  return (
    <>
      <h3>What went wrong</h3>
      {givenUp.length + worsened.length === 0 ? (
        <p className="soft">No team gave it up, and nothing got worse that was measured.</p>
      ) : (
        <ul className="plain">
          {worsened.map((one) => (
            <li key={`${one.teamId} ${one.measureId}`}>
              <Mark verdict="worse" /> <b>{one.team}</b>:{' '}
              <a href={paths.measure(one.teamId, one.measureId)}>{one.measure}</a> got worse
              {one.isBalancing ? ', a measure that was to stay as it is' : ''}.
            </li>
          ))}
          {givenUp.map((one) => (
            <li key={one.cycleId}>
              <DecisionTag decision={one.decision} />{' '}
              <a href={paths.cycle(one.teamId, one.cycleId)}>
                {one.team}, Cycle {one.number}
              </a>
              : {one.reason}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

export function SpreadOverTime({ steps }: { steps: readonly SpreadStep[] }) {
  if (steps.length === 0) return null;
  return (
    <>
      <h3>Spread over time</h3>
      <ol className="pd-time">
        {steps.map((step) => (
          <li key={step.teamId}>
            <time dateTime={step.on}>{dayWithYear(step.on)}</time>
            <Mark verdict={markOf[step.vote]} />
            <span>
              <b>{plural(step.teams, 'team')}</b>, with {step.team}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

export function ReachAndCeiling({ reach }: { reach: DetailReach | null }) {
  return (
    <>
      <h3>Reach, and the most it can have moved</h3>
      {reach === null ? (
        <p className="soft">No cycle of it has counted whom it reached.</p>
      ) : (
        <>
          <p>{reach.sentence}</p>
          {reach.ceilings.length === 0 ? (
            <p className="soft">
              What share of an indicator’s change it can have made cannot be said yet: that needs a measure in
              percent that feeds an indicator in percent, with counts on both.
            </p>
          ) : (
            <ul className="plain">
              {reach.ceilings.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          )}
        </>
      )}
    </>
  );
}

export function WhatItTakes({
  practice,
}: {
  practice: { takesHours: string; takesMoney: string; takesMaterials: string; owner: string | null };
}) {
  const words = costWords(practice.takesHours, practice.takesMoney, practice.takesMaterials);
  return (
    <>
      <h3>What it takes</h3>
      <p className={words ? 'lines' : 'soft'}>{words || 'Not written yet.'}</p>
      {practice.owner ? <p>Ask {practice.owner}.</p> : null}
    </>
  );
}

/** The article beside the lists; on a phone, the page. */
export function DetailPanel({
  name,
  description,
  evidence,
  children,
}: {
  name: string;
  description: string;
  evidence: Evidence | null;
  children: ReactNode;
}) {
  return (
    <article className="pdetail" id="detail" aria-labelledby="detail-name">
      <p className="kick">{evidence ? `${listNames[evidence.list]}. ${evidence.tier}` : 'Practice'}</p>
      <h2 id="detail-name">{name}</h2>
      {description ? <p className="lead2">{description}</p> : null}
      {children}
    </article>
  );
}

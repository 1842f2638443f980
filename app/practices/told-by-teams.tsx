import { scaleWords } from '#db/vocabulary';
import { DecisionTag } from '~/charts/decision-glyph';
import { Mark } from '~/charts/mark';
import { paths } from '~/paths';
import { dayWithYear } from '~/ui/dates';
import { plural } from '~/ui/words';
import type { GivenUp, SpreadStep, TeamWords } from './told';
import { markOf, shortVoteWords } from './vote-words';

/* What teams wrote about their uses of a practice, on its page. */

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

function Places({ teams, none }: { teams: readonly TeamWords[]; none: string }) {
  if (teams.length === 0) return <p>{none}</p>;
  return (
    <ul className="plain">
      {teams.map(({ teamId, team, vote, contexts, scale }) => (
        <li key={teamId}>
          <b>{team}</b>
          {vote === 'improved' ? '' : `, ${shortVoteWords(vote)}`}
          {'. '}
          {contexts.length > 0 ? contexts.join(' ') : 'Nothing said of the place yet.'}
          {scale ? ` Largest test: ${scaleWords[scale].toLowerCase()}.` : ''}
        </li>
      ))}
    </ul>
  );
}

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
                <a href={paths.idea(teamId, ideaId)}>{team}</a> ({shortVoteWords(vote)}): {words}
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

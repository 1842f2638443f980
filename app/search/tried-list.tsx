import { DecisionTag } from '~/charts/decision-glyph';
import { paths } from '~/paths';
import { plural } from '~/ui/words';
import { inBrief, type TriedTeam } from './tried';
import type { Tried } from './tried.server';

/** What was tried before, in one sentence, then team by team. `teamId` is the team that would use a plan. */
export function TriedList({ tried, teamId }: { tried: Tried; teamId: string }) {
  const { sentence, teams, practices, learnings } = tried;
  const isEmpty = teams.length + practices.length + learnings.length === 0;
  return (
    <div className="tried stack">
      <h3>Before you test</h3>
      <p role="status" className="tried-sum">
        {sentence ||
          (isEmpty
            ? 'We found nobody here who tried this. You may be the first.'
            : 'No team has tested just this.')}
      </p>
      {teams.length > 0 ? (
        <ul>
          {teams.map((team) => (
            <TriedLine key={team.teamId} team={team} teamId={teamId} />
          ))}
        </ul>
      ) : null}
      {practices.length > 0 ? (
        <p>
          In the library:{' '}
          {practices.map(({ id, name }, position) => (
            <span key={id}>
              {position > 0 ? ', ' : ''}
              <a href={paths.practice(id)} target="_blank" rel="noreferrer">
                {name}
                <span className="vh"> (opens a new tab)</span>
              </a>
            </span>
          ))}
          .
        </p>
      ) : null}
      {learnings.length > 0 ? (
        <>
          <p className="lab">Others learned on the way</p>
          <ul>
            {learnings.map((one) => (
              <li key={one.id}>
                <a href={paths.cycle(one.teamId, one.id)} target="_blank" rel="noreferrer">
                  {one.team}, Cycle {one.number}
                  <span className="vh"> (opens a new tab)</span>
                </a>
                <p className="soft">{inBrief(one.words)}</p>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

function TriedLine({ team, teamId }: { team: TriedTeam; teamId: string }) {
  const shared = [
    team.sharedDriver ? `Same driver: ${team.sharedDriver}` : '',
    team.sharedOutcome ? `Same outcome: ${team.sharedOutcome}` : '',
  ].filter(Boolean);
  return (
    <li>
      <p>
        <a href={paths.cycle(team.teamId, team.cycleId)} target="_blank" rel="noreferrer">
          {team.isOwn ? 'Your team' : team.team}: {team.idea}
          <span className="vh"> (opens a new tab)</span>
        </a>{' '}
        <span className="soft">{plural(team.cycles, 'cycle')}</span>
      </p>
      {team.decision ? (
        <p>
          <DecisionTag decision={team.decision} /> <span className="soft">{inBrief(team.reason)}</span>
        </p>
      ) : (
        <p className="soft">Not decided yet</p>
      )}
      {shared.length > 0 ? <p className="hint">{shared.join('. ')}</p> : null}
      {team.isOwn ? null : (
        <p>
          <a href={paths.takePlan(team.teamId, team.cycleId, teamId)}>
            Use this plan<span className="vh"> of {team.team}</span>
          </a>
        </p>
      )}
    </li>
  );
}

import { type Direction, type LinkSign, linkSignWords } from '#db/vocabulary';
import { type Verdict, VerdictLine } from '~/charts/mark';
import { Spark } from '~/charts/spark';
import { Strip } from '~/charts/strip';
import { paths } from '~/paths';
import { plural } from '~/ui/words';
import { type LinkState, linkStateWords } from './link-state';
import type { Unattended } from './unattended';
import { Unbroken } from './unbroken';
import type { UsesSaid } from './uses-said';

/** A measure that feeds the indicator, as the page puts it together from the measures room and this one. */
export interface Feeder {
  measureId: string;
  name: string;
  direction: Direction;
  values: (number | null)[];
  verdict: Verdict;
  words: string;
  sign: LinkSign;
  lag: number;
  link: LinkState;
}

export interface TeamAtWork {
  teamId: string;
  team: string;
  cycles: number;
  measures: Feeder[];
  practices: PracticeAtWork[];
}

export interface PracticeAtWork {
  practiceId: string;
  practice: string;
  /** Those that target one of the measures here. */
  cycles: { id: string; number: number }[];
  /** What all teams' uses of it say, also of teams that do not work on this indicator. */
  uses: UsesSaid | null;
  /** "At most 1.0 of the 4.2 points."; null where it cannot be said. */
  ceiling: string | null;
}

/** The way back down: the teams, measures and practices behind an indicator, and the gaps that nobody works on. */
export function WhoWorksOnThis({
  teams,
  unattended,
  mayStartTeams,
}: {
  teams: TeamAtWork[];
  unattended: Unattended[];
  mayStartTeams: boolean;
}) {
  if (teams.length === 0 && unattended.length === 0) {
    return (
      <p className="lead">
        No team has linked a measure to this indicator yet. A team does so on the page of its measure, and its
        cycles show here.
      </p>
    );
  }
  const hasCeiling = teams.some(({ practices }) => practices.some(({ ceiling }) => ceiling !== null));
  return (
    <div className="stack">
      <Teams teams={teams} unattended={unattended} mayStartTeams={mayStartTeams} />
      {hasCeiling ? (
        <p className="hint">
          “At most”: the largest number of people that one cycle of the practice reached, out of all who are
          counted here, times the upper limit of what its outcome measure moved. It is a ceiling, and not what
          the practice did.
        </p>
      ) : null}
    </div>
  );
}

function Teams({
  teams,
  unattended,
  mayStartTeams,
}: {
  teams: TeamAtWork[];
  unattended: Unattended[];
  mayStartTeams: boolean;
}) {
  return (
    <div className="contrib">
      {teams.map((team) => (
        <article key={team.teamId}>
          <h3>
            <a href={paths.team(team.teamId)}>{team.team}</a>
          </h3>
          <p className="small soft">
            {plural(team.measures.length, 'measure')} linked, {plural(team.cycles, 'cycle')} behind{' '}
            {team.measures.length === 1 ? 'it' : 'them'}
          </p>
          <ul className="chain">
            {team.measures.map((measure) => (
              <li key={measure.measureId}>
                <Spark values={measure.values} verdict={measure.verdict} width={96} />
                <div>
                  <a href={paths.measure(team.teamId, measure.measureId)}>{measure.name}</a>
                  <VerdictLine verdict={measure.verdict} small>
                    {measure.words}
                  </VerdictLine>
                  <p className="small soft">
                    {linkSignWords[measure.sign]}
                    {measure.lag === 0 ? '' : `, ${plural(measure.lag, 'period')} later`}.
                  </p>
                  <p className="small">
                    <b>{linkStateWords[measure.link.state]}.</b> <Unbroken words={measure.link.sentence} />
                  </p>
                </div>
              </li>
            ))}
          </ul>
          {team.practices.length > 0 ? (
            <>
              <h4>Practices in use</h4>
              <ul className="pr">
                {team.practices.map((practice) => (
                  <li key={practice.practiceId}>
                    {practice.uses ? (
                      <Strip verdicts={practice.uses.marks} label={practice.uses.words} />
                    ) : null}
                    <a href={paths.practice(practice.practiceId)}>{practice.practice}</a>
                    {practice.uses ? <p className="small soft">{practice.uses.words}</p> : null}
                    <p className="small soft">
                      {practice.cycles.length === 1 ? 'Cycle' : 'Cycles'}{' '}
                      {practice.cycles.map(({ id, number }, index) => (
                        <span key={id}>
                          {index === 0 ? '' : ', '}
                          <a href={paths.cycle(team.teamId, id)}>{number}</a>
                        </span>
                      ))}
                    </p>
                    {practice.ceiling ? <p className="small">{practice.ceiling}</p> : null}
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </article>
      ))}
      {unattended.length > 0 ? (
        <article className="nobody">
          <h3>No team yet</h3>
          {unattended.map(({ dimension, group, sentence }) => (
            <div key={`${dimension} ${group}`}>
              <h4>
                {group}, {dimension.toLowerCase()}
              </h4>
              <p>
                <Unbroken words={sentence} />
              </p>
            </div>
          ))}
          {mayStartTeams ? (
            <p>
              <a className="btn line" href={paths.newTeam()}>
                Start a team
              </a>
            </p>
          ) : (
            <p className="small soft">A leader starts a team.</p>
          )}
        </article>
      ) : null}
    </div>
  );
}

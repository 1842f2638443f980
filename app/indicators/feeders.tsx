import { type Direction, type LinkSign, linkSignWords } from '#db/vocabulary';
import { type Verdict, VerdictLine } from '~/charts/mark';
import { Spark } from '~/charts/spark';
import { paths } from '~/paths';
import { plural } from '~/ui/words';
import { type LinkState, linkStateWords } from './link-state';

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
  practices: { practiceId: string; practice: string; cycles: number }[];
}

/** The way back down: the teams, measures and practices behind an indicator. */
export function WhoWorksOnThis({ teams }: { teams: TeamAtWork[] }) {
  if (teams.length === 0) {
    return (
      <p className="lead">
        No team has linked a measure to this indicator yet. A team does so on the page of its measure, and its
        cycles show here.
      </p>
    );
  }
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
                    <b>{linkStateWords[measure.link.state]}.</b> {measure.link.sentence}
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
                    <a href={paths.practice(practice.practiceId)}>{practice.practice}</a>
                    <p className="small soft">{plural(practice.cycles, 'cycle')}</p>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </article>
      ))}
    </div>
  );
}

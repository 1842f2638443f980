import { scaleWords } from '#db/vocabulary';
import { Mark, type Verdict } from '~/charts/mark';
import { Spark } from '~/charts/spark';
import { paths } from '~/paths';
import { To } from '~/ui/icons';
import { DeedButton } from '~/ui/sheet';
import { plural } from '~/ui/words';
import { markOf, voteWords } from './vote-words';
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
                <span>{[use.partner, use.isAbandoned ? 'gave it up' : ''].filter(Boolean).join(', ')}</span>
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

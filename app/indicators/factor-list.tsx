import { paths } from '~/paths';
import { DeedButton } from '~/ui/sheet';
import type { Factor } from './factors.server';
import { WrittenBy } from './written-by';

/** Root causes with what speaks for them, the most votes first. Everyone of the community has one vote for each. */
export function FactorList({
  indicatorId,
  factors,
  mayWrite,
  mayVote,
  timeZone,
}: {
  indicatorId: string;
  factors: Factor[];
  mayWrite: boolean;
  mayVote: boolean;
  timeZone: string;
}) {
  return (
    <div className="stack">
      {factors.length === 0 ? (
        <p className="soft">
          No root cause is named yet.
          {mayWrite || !mayVote ? '' : ' The teams that work on this indicator name them; everyone may vote.'}
        </p>
      ) : (
        <ol className="factors">
          {factors.map((factor) => (
            <li key={factor.id}>
              <FactorVotes factor={factor} indicatorId={indicatorId} mayVote={mayVote} />
              <div className="stack-s">
                <h3>
                  <a href={paths.factor(indicatorId, factor.id)}>{factor.name}</a>
                </h3>
                <p className={factor.evidence ? 'small lines' : 'small soft'}>
                  {factor.evidence || 'Nobody has written yet what speaks for it.'}
                </p>
                <FactorDrivers factor={factor} />
                <p className="hint">
                  <WrittenBy who={factor.who} at={factor.at} timeZone={timeZone} />
                </p>
              </div>
            </li>
          ))}
        </ol>
      )}
      {mayWrite ? (
        <p className="btns">
          <a className="btn line" href={paths.newFactor(indicatorId)}>
            Add a root cause
          </a>
        </p>
      ) : null}
    </div>
  );
}

/** How many voted, and one's own vote: given with one tap, taken back with another. */
export function FactorVotes({
  factor,
  indicatorId,
  mayVote,
}: {
  factor: Factor;
  indicatorId: string;
  mayVote: boolean;
}) {
  return (
    <div className="votes">
      <p>
        <b className="num">{factor.votes.toLocaleString('en-US')}</b> {factor.votes === 1 ? 'vote' : 'votes'}
      </p>
      {mayVote ? (
        <DeedButton
          action={paths.factorVote(indicatorId, factor.id)}
          kind={factor.isMine ? 'text' : 'line'}
          values={{ isFor: factor.isMine ? 'no' : 'yes' }}
        >
          {factor.isMine ? 'Take back my vote' : 'Vote'}
          <span className="vh">: {factor.name}</span>
        </DeedButton>
      ) : null}
    </div>
  );
}

/** The teams that made it a driver of their theory. */
export function FactorDrivers({ factor: { drivers } }: { factor: Pick<Factor, 'drivers'> }) {
  if (drivers.length === 0) return null;
  return (
    <p className="small">
      A driver of{' '}
      {drivers.map((one, index) => (
        <span key={one.driverId}>
          {index === 0 ? '' : index === drivers.length - 1 ? ' and ' : ', '}
          <a href={paths.driver(one.teamId, one.driverId)}>{one.team}</a>
        </span>
      ))}
      .
    </p>
  );
}

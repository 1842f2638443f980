import { paths } from '~/paths';

/** The teams that may still begin with a practice. */
export interface MayUse {
  teams: { id: string; name: string }[];
  hasMore: boolean;
}

/** The way into a practice: a button for who has a team, the names of teams for who has none. */
export function UseIt({
  practiceId,
  hasTeam,
  isStopped,
  mayUse,
}: {
  practiceId: string;
  /** This reader belongs to a team or coaches one. */
  hasTeam: boolean;
  isStopped: boolean;
  mayUse: MayUse;
}) {
  if (!hasTeam) return isStopped ? null : <WhoMayUse {...mayUse} />;
  return (
    <a className={isStopped ? 'btn text' : 'btn'} href={paths.takePractice(practiceId)}>
      {isStopped ? 'Use it all the same' : 'Use this practice'}
    </a>
  );
}

/** For who is on no team: whom to ask. */
export function WhoMayUse({ teams, hasMore }: MayUse) {
  if (teams.length === 0) {
    return (
      <p>
        A team uses it in a cycle of its own, and you are on no team. No other team is left to begin with it.
      </p>
    );
  }
  return (
    <p>
      Teams that may use it:{' '}
      {teams.map(({ id, name }, position) => (
        <span key={id}>
          {position > 0 ? ', ' : ''}
          <a href={paths.team(id)}>{name}</a>
        </span>
      ))}
      {hasMore ? (
        <>
          {' '}
          and <a href={paths.teams()}>others</a>
        </>
      ) : null}
      . A team uses it in a cycle of its own, and you are on no team: ask the people of one of them.
    </p>
  );
}

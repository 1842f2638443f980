/** The same form for one's other teams. */
export function OtherTeams({
  teams,
  href,
}: {
  teams: { id: string; name: string }[];
  href: (teamId: string) => string;
}) {
  if (teams.length === 0) return null;
  return (
    <>
      Or for{' '}
      {teams.map((team, position) => (
        <span key={team.id}>
          {position > 0 ? ', ' : ''}
          <a href={href(team.id)}>{team.name}</a>
        </span>
      ))}
      .
    </>
  );
}

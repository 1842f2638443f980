import { paths } from '~/paths';
import { DeedButton } from '~/ui/sheet';

interface Away {
  id: string;
  name: string;
}

/** Ideas and drivers that were put away: still to be read, each with a way back. */
export function PutAway({
  teamId,
  away,
  mayWrite,
}: {
  teamId: string;
  away: { ideas: (Away & { cycles: { id: string; number: number }[] })[]; drivers: Away[] };
  mayWrite: boolean;
}) {
  return (
    <ul className="rows">
      {away.ideas.map((idea) => (
        <li key={idea.id}>
          <a href={paths.idea(teamId, idea.id)}>{idea.name}</a>
          <span>
            Change idea
            {idea.cycles.map(({ id, number }) => (
              <span key={id}>
                {', '}
                <a href={paths.cycle(teamId, id)}>Cycle {number}</a>
              </span>
            ))}
          </span>
          {mayWrite ? (
            <DeedButton action={paths.bringBackIdea(teamId, idea.id)} kind="text">
              Bring back<span className="vh"> {idea.name}</span>
            </DeedButton>
          ) : null}
        </li>
      ))}
      {away.drivers.map((driver) => (
        <li key={driver.id}>
          <a href={paths.driver(teamId, driver.id)}>{driver.name}</a>
          <span>Driver</span>
          {mayWrite ? (
            <DeedButton action={paths.bringBackDriver(teamId, driver.id)} kind="text">
              Bring back<span className="vh"> {driver.name}</span>
            </DeedButton>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

import { paths } from '~/paths';
import { dayWithYear } from '~/ui/dates';
import { Icon } from '~/ui/icons';
import { DeedButton } from '~/ui/sheet';
import { listed } from '~/ui/words';
import { type Aim, aimSentence } from './aim-sentence';

export interface ListedTeam extends Aim {
  id: string;
  name: string;
  about: string;
  archivedAt: string | null;
  homePartner: string | null;
  members: number;
  openCycles: number;
  coaches: string[];
}

export function TeamTable({ teams }: { teams: ListedTeam[] }) {
  return (
    <table className="tbl stacked">
      <thead>
        <tr>
          <th scope="col">Team</th>
          <th scope="col">Aim</th>
          <th scope="col">Home</th>
          <th scope="col">Coach</th>
          <th scope="col" className="r">
            People
          </th>
          <th scope="col" className="r">
            Open cycles
          </th>
        </tr>
      </thead>
      <tbody>
        {teams.map((team) => (
          <tr key={team.id}>
            <th scope="row">
              <a href={paths.team(team.id)}>{team.name}</a>
            </th>
            <td>{aimSentence(team) ?? <span className="soft">Not written yet</span>}</td>
            <td data-label="Home">{team.homePartner}</td>
            <td data-label="Coach">{listed(team.coaches)}</td>
            <td className="r" data-label="People">
              {team.members}
            </td>
            <td className="r" data-label="Open cycles">
              {team.openCycles}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function ArchivedTeams({
  teams,
  isOpen,
  mayBringBack,
}: {
  teams: ListedTeam[];
  isOpen: boolean;
  mayBringBack: boolean;
}) {
  return (
    <details className="more" open={isOpen}>
      <summary>
        Show archived teams <Icon name="down" size={16} />
      </summary>
      <ul className="rows">
        {teams.map((team) => (
          <li key={team.id}>
            <a href={paths.team(team.id)}>{team.name}</a>
            <span>Archived {team.archivedAt ? dayWithYear(team.archivedAt.slice(0, 10)) : ''}</span>
            {mayBringBack ? (
              <DeedButton action={paths.bringBackTeam(team.id)} kind="text">
                Bring back<span className="vh">: {team.name}</span>
              </DeedButton>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}

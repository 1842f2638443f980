import { type Role, roleWords } from '#db/vocabulary';
import { paths } from '~/paths';

export interface PersonRow {
  personId: string;
  name: string;
  email: string;
  role: Role;
  partner: string | null;
  pendingSince: string | null;
  endedAt: string | null;
  hasPassword: boolean;
}

export function PeopleTable({ people }: { people: PersonRow[] }) {
  return (
    <table className="tbl stacked">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">E-mail</th>
          <th scope="col">Role</th>
          <th scope="col">Organization</th>
          <th scope="col">Account</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.personId}>
            <th scope="row">
              <a href={paths.person(person.personId)}>{person.name}</a>
            </th>
            <td>{person.email}</td>
            <td>{roleWords[person.role]}</td>
            <td>{person.partner}</td>
            <td>{stateInWords(person)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function stateInWords({
  pendingSince,
  endedAt,
  hasPassword,
}: Pick<PersonRow, 'pendingSince' | 'endedAt' | 'hasPassword'>): string {
  if (endedAt !== null) return pendingSince === null ? 'Deactivated' : 'The invitation ended';
  if (pendingSince !== null) return 'Invited, has not said yes';
  return hasPassword ? 'Active' : 'Has not used the link yet';
}

import type { Sector } from '#db/vocabulary';
import { paths } from '~/paths';
import { DeedButton } from '~/ui/sheet';
import { capital } from './sector-words';

export function PartnerTable({ partners }: { partners: { id: string; name: string; sector: Sector }[] }) {
  return (
    <table className="tbl stacked">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Sector</th>
          <th scope="col">
            <span className="vh">Archive it</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {partners.map((partner) => (
          <tr key={partner.id}>
            <th scope="row">{partner.name}</th>
            <td>{capital(partner.sector)}</td>
            <td>
              <DeedButton
                action={paths.partners()}
                kind="text"
                values={{ deed: 'archive', partnerId: partner.id }}
              >
                Archive<span className="vh"> {partner.name}</span>
              </DeedButton>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

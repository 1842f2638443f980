import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { practiceSettingWords } from '#db/vocabulary';
import { requireCommunity } from '~/access/gate.server';
import { paths } from '~/paths';
import { listOffered } from '~/practices/offers.server';
import { Page, Row } from '~/ui/page';
import { plural } from '~/ui/words';

export const meta: MetaFunction = () => [{ title: 'Practices of the network · Upcurve' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireCommunity(request);
  return { practices: await listOffered(access) };
}

export default function OfferedPractices() {
  const { practices } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Practices of the network"
      crumbs={[{ href: paths.practices(), label: 'Practices' }]}
      meta="Other communities offer these to everyone. You can read how each is done. Their numbers stay with them, so what works here is for your own teams to find out."
    >
      <Row id="offered" title="Offered" note={plural(practices.length, 'practice')} wide>
        {practices.length === 0 ? (
          <p className="lead">No other community offers a practice yet.</p>
        ) : (
          <table className="tbl stacked">
            <thead>
              <tr>
                <th scope="col">Practice</th>
                <th scope="col">What it is</th>
                <th scope="col">Where</th>
                <th scope="col">From</th>
              </tr>
            </thead>
            <tbody>
              {practices.map((practice) => (
                <tr key={practice.id}>
                  <th scope="row">
                    <a href={paths.offeredPractice(practice.id)}>{practice.name}</a>
                  </th>
                  <td>{practice.description}</td>
                  <td>{practice.setting ? practiceSettingWords[practice.setting] : ''}</td>
                  <td>{practice.community}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Row>
    </Page>
  );
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireCommunity } from '~/access/gate.server';
import { paths } from '~/paths';
import { listPractices } from '~/practices/queries.server';
import { Page, Row } from '~/ui/page';
import { plural } from '~/ui/words';

export const meta: MetaFunction = () => [{ title: 'Practices · Upcurve' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireCommunity(request);
  return { practices: await listPractices(access), mayAdd: access.may('manage practices') };
}

export default function Practices() {
  const { practices, mayAdd } = useLoaderData<typeof loader>();
  const add = mayAdd ? (
    <a className="btn" href={paths.newPractice()}>
      Add a practice
    </a>
  ) : undefined;
  return (
    <Page
      title="Practices"
      meta="Ways of working that several teams can use. What each team tried with them, and what it decided, is kept with them."
      actions={
        <>
          {add}
          <a className="btn text" href={paths.offeredPractices()}>
            Practices of the network
          </a>
        </>
      }
    >
      <Row id="library" title="The library" note={plural(practices.length, 'practice')} wide>
        {practices.length === 0 ? (
          <p className="lead">
            No practices yet. A practice is a way of working that one team tried and another could use, such
            as “Text first, then call”.
          </p>
        ) : (
          <table className="tbl stacked">
            <thead>
              <tr>
                <th scope="col">Practice</th>
                <th scope="col">For whom</th>
                <th scope="col" className="r">
                  Teams
                </th>
                <th scope="col" className="r">
                  Cycles
                </th>
              </tr>
            </thead>
            <tbody>
              {practices.map((practice) => (
                <tr key={practice.id}>
                  <th scope="row">
                    <a href={paths.practice(practice.id)}>{practice.name}</a>
                  </th>
                  <td>{practice.forWhom}</td>
                  <td className="r">{practice.teams}</td>
                  <td className="r">{practice.cycles}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Row>
    </Page>
  );
}

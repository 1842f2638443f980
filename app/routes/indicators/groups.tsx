import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireCommunity } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { splitForm } from '~/indicators/forms';
import { answerOf, NameSheet, PlaceButtons, RefusedDeed } from '~/indicators/list-deeds';
import { changeSplits, splitsWithUse } from '~/indicators/splits.server';
import { paths } from '~/paths';
import { useFormRound } from '~/ui/form-round';
import { Page, Row } from '~/ui/page';
import { plural } from '~/ui/words';

export const meta: MetaFunction = () => [{ title: 'Groups · Upcurve' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireCommunity(request, 'manage indicators');
  return { splits: await splitsWithUse(access) };
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireCommunity(request, 'manage indicators');
  return submit(request, splitForm, async (fields) =>
    redirectSaying(paths.indicatorGroups(), await changeSplits(access, fields)),
  );
}

export default function Groups() {
  const { splits } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const round = useFormRound(answer);
  const place = paths.indicatorGroups();
  return (
    <Page
      title="Groups"
      crumbs={[{ href: paths.indicators(), label: 'Indicators' }]}
      meta="How your indicators split people, and into which groups. Who the others are compared with is chosen on each indicator’s page."
    >
      {splits.map((split, index) => (
        <Row
          key={split.id}
          id={`split-${split.id}`}
          title={split.name}
          note={plural(split.groups.length, 'group')}
          side={
            <div className="stack">
              <details open={answerOf(answer, 'rename', split.id) !== undefined}>
                <summary>
                  Rename<span className="vh"> {split.name}</span>
                </summary>
                <NameSheet
                  key={`${round} ${split.name}`}
                  id={`rename-${split.id}`}
                  answer={answerOf(answer, 'rename', split.id)}
                  values={{ deed: 'rename', id: split.id }}
                  label={`New name of ${split.name}`}
                  name={split.name}
                  words="Rename"
                  kind="line"
                />
              </details>
              <PlaceButtons
                action={place}
                id={split.id}
                name={split.name}
                isFirst={index === 0}
                mayGo={split.groups.length === 0}
              />
            </div>
          }
        >
          <div className="stack">
            {index === 0 ? <RefusedDeed answer={answer} /> : null}
            {split.groups.length > 0 ? (
              <table className="tbl stacked">
                <thead>
                  <tr>
                    <th scope="col">Group</th>
                    <th scope="col">Numbers</th>
                    <th scope="col">
                      <span className="vh">Its name</span>
                    </th>
                    <th scope="col">
                      <span className="vh">Its place</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {split.groups.map((group, at) => (
                    <tr key={group.id}>
                      <th scope="row">{group.name}</th>
                      <td data-label="Numbers">{group.figures}</td>
                      <td>
                        <details open={answerOf(answer, 'rename', group.id) !== undefined}>
                          <summary>
                            Rename<span className="vh"> {group.name}</span>
                          </summary>
                          <NameSheet
                            key={`${round} ${group.name}`}
                            id={`rename-${group.id}`}
                            answer={answerOf(answer, 'rename', group.id)}
                            values={{ deed: 'rename', id: group.id }}
                            label={`New name of ${group.name}`}
                            name={group.name}
                            words="Rename"
                            kind="line"
                          />
                        </details>
                      </td>
                      <td>
                        <PlaceButtons
                          action={place}
                          id={group.id}
                          name={group.name}
                          isFirst={at === 0}
                          mayGo={group.figures === 0}
                        />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            ) : (
              <p className="hint">No groups yet. They also come by themselves with a file.</p>
            )}
            <details open={answerOf(answer, 'add group', split.id) !== undefined}>
              <summary>
                Add a group<span className="vh"> to {split.name}</span>
              </summary>
              <NameSheet
                key={`${round} ${split.groups.length}`}
                id={`add-${split.id}`}
                answer={answerOf(answer, 'add group', split.id)}
                values={{ deed: 'add group', splitId: split.id }}
                label={`New group of ${split.name}`}
                words="Add the group"
                kind="line"
              />
            </details>
          </div>
        </Row>
      ))}
      <Row id="add" title="Add a split">
        {splits.length === 0 ? <RefusedDeed answer={answer} /> : null}
        <NameSheet
          key={`${round} ${splits.length}`}
          id="add-split"
          answer={answerOf(answer, 'add')}
          values={{ deed: 'add' }}
          label="What are people split by?"
          hint="Such as “Foster care” or “Grade”."
          words="Add the split"
        />
      </Row>
    </Page>
  );
}

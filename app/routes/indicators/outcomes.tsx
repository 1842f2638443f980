import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireCommunity } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { archivedIndicators } from '~/indicators/archive.server';
import { outcomeForm } from '~/indicators/forms';
import { answerOf, NameSheet, PlaceButtons, RefusedDeed } from '~/indicators/list-deeds';
import { changeOutcomes, outcomesWithUse } from '~/indicators/outcomes.server';
import { paths } from '~/paths';
import { useFormRound } from '~/ui/form-round';
import { Page, Row } from '~/ui/page';
import { DeedButton } from '~/ui/sheet';
import { plural } from '~/ui/words';

export const meta: MetaFunction = () => [{ title: 'Outcomes · Upcurve' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireCommunity(request, 'manage indicators');
  const [outcomes, archived] = await Promise.all([outcomesWithUse(access), archivedIndicators(access)]);
  return { outcomes, archived };
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireCommunity(request, 'manage indicators');
  return submit(request, outcomeForm, async (fields) =>
    redirectSaying(paths.indicatorOutcomes(), await changeOutcomes(access, fields)),
  );
}

export default function Outcomes() {
  const { outcomes, archived } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const round = useFormRound(answer);
  return (
    <Page
      title="Outcomes"
      crumbs={[{ href: paths.indicators(), label: 'Indicators' }]}
      meta="The results that your indicators stand under, from cradle to career, in the order people read them."
    >
      <Row id="list" title="In order" note={plural(outcomes.length, 'outcome')} wide>
        <RefusedDeed answer={answer} />
        <table className="tbl stacked">
          <thead>
            <tr>
              <th scope="col">Outcome</th>
              <th scope="col">Indicators</th>
              <th scope="col">Its name</th>
              <th scope="col">
                <span className="vh">Its place</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {outcomes.map(({ id, name, indicators }, index) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td data-label="Indicators">{indicators}</td>
                <td>
                  <details open={answerOf(answer, 'rename', id) !== undefined}>
                    <summary>
                      Rename<span className="vh"> {name}</span>
                    </summary>
                    <NameSheet
                      key={`${round} ${name}`}
                      id={`rename-${id}`}
                      answer={answerOf(answer, 'rename', id)}
                      values={{ deed: 'rename', id }}
                      label={`New name of ${name}`}
                      name={name}
                      words="Rename"
                      kind="line"
                    />
                  </details>
                </td>
                <td>
                  <PlaceButtons
                    action={paths.indicatorOutcomes()}
                    id={id}
                    name={name}
                    isFirst={index === 0}
                    mayGo={indicators === 0}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Row>
      <Row id="add" title="Add your own">
        <NameSheet
          key={`${round} ${outcomes.length}`}
          id="add-outcome"
          answer={answerOf(answer, 'add')}
          values={{ deed: 'add' }}
          label="What is it called?"
          hint="A result for children or young adults, such as “Housing” or “Healthy births”."
          words="Add the outcome"
        />
      </Row>
      {archived.length > 0 ? (
        <Row id="archived" title="Archived indicators" note={plural(archived.length, 'indicator')}>
          <table className="tbl stacked">
            <thead>
              <tr>
                <th scope="col">Indicator</th>
                <th scope="col">
                  <span className="vh">Bring it back</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {archived.map(({ id, name }) => (
                <tr key={id}>
                  <th scope="row">
                    <a href={paths.indicator(id)}>{name}</a>
                  </th>
                  <td>
                    <DeedButton action={paths.bringIndicatorBack(id)} kind="text">
                      Bring back<span className="vh"> {name}</span>
                    </DeedButton>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Row>
      ) : null}
    </Page>
  );
}

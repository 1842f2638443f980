import { useForm } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireIndicator } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import type { FormAnswer } from '~/http/form.server';
import { submit } from '~/http/form.server';
import { revisionForm } from '~/indicators/forms';
import { periodLabel } from '~/indicators/periods';
import { findIndicator } from '~/indicators/queries.server';
import { addRevision, takeRevisionOut } from '~/indicators/revisions.server';
import { paths } from '~/paths';
import { TextArea, TextField } from '~/ui/form-fields';
import { useFormRound } from '~/ui/form-round';
import { Page, Row } from '~/ui/page';
import { DeedButton, Sheet, SubmitButton } from '~/ui/sheet';

export const meta: MetaFunction = () => [{ title: 'Counted differently · Upcurve' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireIndicator(request, params, 'manage indicators');
  return { indicator: await findIndicator(access) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireIndicator(request, params, 'manage indicators');
  return submit(request, revisionForm, async (fields) => {
    if (fields.deed === 'add') await addRevision(access, fields);
    else await takeRevisionOut(access, fields.period);
    const place = paths.indicatorRevisions(access.indicatorId);
    return redirectSaying(place, fields.deed === 'add' ? 'Marked as a break.' : 'Taken out.');
  });
}

export default function Revisions() {
  const { indicator } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const round = useFormRound(answer);
  const { revisions } = indicator;
  return (
    <Page
      title="Counted differently"
      crumbs={[
        { href: paths.indicators(), label: 'Indicators' },
        { href: paths.indicator(indicator.id), label: indicator.name },
      ]}
      meta="Where a state or a survey changes what it counts, numbers before and after are not the same thing."
    >
      <Row id="list" title="Breaks on the series" note="Oldest first" wide>
        {revisions.length === 0 ? (
          <p className="lead">None. Every number of this indicator counts the same thing.</p>
        ) : (
          <table className="tbl stacked">
            <thead>
              <tr>
                <th scope="col">From</th>
                <th scope="col">What is different</th>
                <th scope="col">
                  <span className="vh">Take it out</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {revisions.map(({ period, what }) => (
                <tr key={period}>
                  <th scope="row">{periodLabel(period)}</th>
                  <td>{what}</td>
                  <td>
                    <DeedButton
                      action={paths.indicatorRevisions(indicator.id)}
                      kind="text"
                      values={{ deed: 'take out', period }}
                    >
                      Take out<span className="vh"> the break at {periodLabel(period)}</span>
                    </DeedButton>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Row>
      <Row
        id="add"
        title="Mark a break"
        note="Without a chosen baseline, nothing from before the last break is compared with what comes after"
      >
        <RevisionSheet
          key={`${round} ${revisions.length}`}
          answer={answer}
          example={indicator.periodKind === 'year' ? '2025' : '2025-26'}
        />
      </Row>
    </Page>
  );
}

function RevisionSheet({ answer, example }: { answer: FormAnswer | undefined; example: string }) {
  const [form, fields] = useForm<{ period: string; what: string }>({ id: 'revision', lastResult: answer });
  return (
    <Sheet form={form}>
      <input type="hidden" name="deed" value="add" />
      <TextField
        field={fields.period}
        label="From when on?"
        hint={`The first period that is counted the new way, such as ${example}.`}
        short
      />
      <TextArea
        field={fields.what}
        label="What is counted differently?"
        hint="Such as “a new test with a higher bar”."
        rows={3}
      />
      <div className="btns">
        <SubmitButton>Mark the break</SubmitButton>
      </div>
    </Sheet>
  );
}

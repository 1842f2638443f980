import { useActionData, useLoaderData } from '@remix-run/react';
import type { FormAnswer } from '~/http/form.server';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';
import { ReferenceForm } from './choosers';
import type { DimensionReading } from './reading';

interface Shown {
  indicator: { id: string; name: string };
  dimensions: DimensionReading[];
}

/** Why a choice was refused, and the form again. */
export function ReferencePage() {
  const { indicator, dimensions } = useLoaderData<Shown>();
  const answer = useActionData<FormAnswer>();
  const refusals = Object.values(answer?.error ?? {}).flatMap((words) => words ?? []);
  const asked = dimensions.find(({ id }) => id === answer?.initialValue?.dimensionId);
  const dimension = asked ?? dimensions.find(({ reference }) => reference);
  return (
    <Page
      title="The group to compare with"
      crumbs={[
        { href: paths.indicators(), label: 'Indicators' },
        { href: paths.indicator(indicator.id), label: indicator.name },
      ]}
    >
      <Row id="reference" title={dimension?.name ?? 'The groups'}>
        <div className="stack">
          {refusals.length > 0 ? (
            <div className="errors" role="alert">
              {refusals.map((words) => (
                <p key={words} className="err">
                  {words}
                </p>
              ))}
            </div>
          ) : null}
          {dimension?.reference ? (
            <ReferenceForm
              indicatorId={indicator.id}
              dimension={dimension}
              chosenId={dimension.reference.id}
            />
          ) : null}
          <p>
            <a href={paths.indicator(indicator.id)}>Back to {indicator.name}</a>
          </p>
        </div>
      </Row>
    </Page>
  );
}

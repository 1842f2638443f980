import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireCommunity } from '~/access/gate.server';
import { listMembers } from '~/communities/queries.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { newFormKey, once, sentKey } from '~/http/once.server';
import { defineIndicator } from '~/indicators/commands.server';
import { indicatorForm } from '~/indicators/forms';
import { IndicatorSheet } from '~/indicators/indicator-sheet';
import { listOutcomes } from '~/indicators/queries.server';
import { IndicatorTemplateLinks } from '~/indicators/template-links';
import { findIndicatorTemplate, indicatorValues } from '~/indicators/templates';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Define an indicator · Upcurve' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireCommunity(request, 'manage indicators');
  const [outcomes, members] = await Promise.all([listOutcomes(access), listMembers(access)]);
  const template = findIndicatorTemplate(new URL(request.url).searchParams.get('template'));
  const values = { ...usual, everyYears: 1, ...(template && indicatorValues(template, outcomes)) };
  return { outcomes, owners: members, template, values, formKey: newFormKey() };
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireCommunity(request, 'manage indicators');
  return submit(request, indicatorForm, async (fields, form) => {
    const { place } = await once(access.person.id, sentKey(form), async () =>
      paths.indicator(await defineIndicator(access, fields)),
    );
    return redirectSaying(place, 'The indicator was defined. Now bring its numbers.');
  });
}

const usual = { unit: 'percent', direction: 'higher', periodKind: 'school year', isCore: true } as const;

export default function NewIndicator() {
  const { outcomes, owners, template, values, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page title="Define an indicator" crumbs={[{ href: paths.indicators(), label: 'Indicators' }]}>
      <Row id="templates" title="Start from a common one" note="Every answer can be changed" wide>
        <IndicatorTemplateLinks chosen={template} isOpen={template !== null} />
      </Row>
      <Row
        id="about"
        title="About it"
        note="Its numbers come next, typed or from a file"
        side={
          <p className="small soft">
            {template ? (
              <>
                Filled in from “{template.name}”. Change what does not fit, or{' '}
                <a href={paths.newIndicator()}>start empty</a>.{' '}
              </>
            ) : null}
            Your own outcome is missing? <a href={paths.indicatorOutcomes()}>Add it</a>.
          </p>
        }
      >
        <input type="hidden" name="formKey" value={formKey} form="indicator" autoComplete="off" />
        <IndicatorSheet
          answer={answer}
          key={template?.key}
          values={values}
          outcomes={outcomes.map(({ id, name }) => ({ value: id, label: name }))}
          owners={owners.map(({ personId, name }) => ({ value: personId, label: name }))}
          saveWords="Define the indicator"
        />
      </Row>
    </Page>
  );
}

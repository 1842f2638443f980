import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireIndicator } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { newFormKey, once, sentKey } from '~/http/once.server';
import { addFactor } from '~/indicators/factors.server';
import { findIndicator } from '~/indicators/queries.server';
import { factorForm } from '~/indicators/story-forms';
import { FactorSheet } from '~/indicators/story-sheets';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Add a root cause · Upcurve' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireIndicator(request, params, 'write stories');
  const { id, name } = await findIndicator(access);
  return { indicator: { id, name }, formKey: newFormKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireIndicator(request, params, 'write stories');
  return submit(request, factorForm, async (fields, form) => {
    const { place } = await once(access.person.id, sentKey(form), async () => {
      await addFactor(access, fields);
      return `${paths.indicator(access.indicatorId)}#factors-row`;
    });
    return redirectSaying(place, 'The root cause is on the list. Everyone may vote for it.');
  });
}

export default function NewFactor() {
  const { indicator, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title="Add a root cause"
      crumbs={[
        { href: paths.indicators(), label: 'Indicators' },
        { href: paths.indicator(indicator.id), label: indicator.name },
      ]}
      meta="What holds this number where it is? A team can make it a driver of its theory."
    >
      <Row id="about" title="About it">
        <FactorSheet answer={answer} values={{}} formKey={formKey} />
      </Row>
    </Page>
  );
}

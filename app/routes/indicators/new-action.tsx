import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireIndicator } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { newFormKey, once, sentKey } from '~/http/once.server';
import { addAction } from '~/indicators/actions.server';
import { findIndicator } from '~/indicators/queries.server';
import { actionForm } from '~/indicators/story-forms';
import { ActionSheet } from '~/indicators/story-sheets';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Add an action · Upcurve' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireIndicator(request, params, 'write stories');
  const { id, name } = await findIndicator(access);
  return { indicator: { id, name }, formKey: newFormKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireIndicator(request, params, 'write stories');
  return submit(request, actionForm, async (fields, form) => {
    const { place } = await once(access.person.id, sentKey(form), async () => {
      await addAction(access, fields);
      return `${paths.indicator(access.indicatorId)}#actions-head`;
    });
    return redirectSaying(place, 'The action is on the list.');
  });
}

export default function NewAction() {
  const { indicator, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title="Add an action"
      crumbs={[
        { href: paths.indicators(), label: 'Indicators' },
        { href: paths.indicator(indicator.id), label: indicator.name },
      ]}
      meta="What will be done next to turn this curve?"
    >
      <Row id="about" title="The action">
        <ActionSheet answer={answer} values={{}} formKey={formKey} />
      </Row>
    </Page>
  );
}

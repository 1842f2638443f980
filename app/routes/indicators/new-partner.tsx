import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireIndicator } from '~/access/gate.server';
import { listPartners } from '~/communities/queries.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { newFormKey, once, sentKey } from '~/http/once.server';
import { addPartnerRole, partnersWithRole } from '~/indicators/partners.server';
import { findIndicator } from '~/indicators/queries.server';
import { newPartnerForm } from '~/indicators/story-forms';
import { NewPartnerSheet } from '~/indicators/story-sheets';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Add a partner with a role · Upcurve' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireIndicator(request, params, 'write stories');
  const [{ id, name }, partners, known] = await Promise.all([
    findIndicator(access),
    listPartners(access),
    partnersWithRole(access),
  ]);
  const taken = new Set(known.map(({ partnerId }) => partnerId));
  return {
    indicator: { id, name },
    partners: partners
      .filter((partner) => !taken.has(partner.id))
      .map((partner) => ({ value: partner.id, label: partner.name })),
    formKey: newFormKey(),
    mayAddPartners: access.may('manage partners'),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireIndicator(request, params, 'write stories');
  return submit(request, newPartnerForm, async (fields, form) => {
    const { place } = await once(access.person.id, sentKey(form), async () => {
      await addPartnerRole(access, fields);
      return `${paths.indicator(access.indicatorId)}#partners-head`;
    });
    return redirectSaying(place, 'The partner is on the list.');
  });
}

export default function NewPartner() {
  const { indicator, partners, formKey, mayAddPartners } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title="Add a partner with a role"
      crumbs={[
        { href: paths.indicators(), label: 'Indicators' },
        { href: paths.indicator(indicator.id), label: indicator.name },
      ]}
      meta="Who has a part in turning this curve, and which?"
    >
      <Row id="about" title="The partner">
        <div className="stack">
          <NewPartnerSheet answer={answer} formKey={formKey} partners={partners} />
          <p className="hint">
            {mayAddPartners ? (
              <>
                Is the organization not in the list? <a href={paths.partners()}>Add it to the community</a>{' '}
                first.
              </>
            ) : (
              'Is the organization not in the list? A leader adds it to the community first.'
            )}
          </p>
        </div>
      </Row>
    </Page>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireCommunity } from '~/access/gate.server';
import { addPartner, archivePartner } from '~/communities/commands.server';
import { partnerForm } from '~/communities/forms';
import { PartnerSheet } from '~/communities/partner-sheet';
import { PartnerTable } from '~/communities/partner-table';
import { listPartners } from '~/communities/queries.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';
import { useFormRound } from '~/ui/form-round';
import { Page, Row } from '~/ui/page';
import { plural } from '~/ui/words';

export const meta: MetaFunction = () => [{ title: 'Partners · Upcurve' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireCommunity(request, 'manage partners');
  return { partners: await listPartners(access) };
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireCommunity(request, 'manage partners');
  return submit(request, partnerForm, async (fields) => {
    if (fields.deed === 'archive') await archivePartner(access, fields.partnerId);
    else await addPartner(access, fields);
    return redirectSaying(paths.partners(), fields.deed === 'archive' ? 'Archived.' : 'Added.');
  });
}

export default function Partners() {
  const { partners } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const round = useFormRound(answer);
  return (
    <Page title="Partners" meta="The organizations whose people work here.">
      <Row id="list" title="Organizations" note={plural(partners.length, 'partner')} wide>
        {partners.length === 0 ? (
          <p className="lead">
            No partners yet. Add the school district, the health center, or whoever sends people to your
            teams.
          </p>
        ) : (
          <PartnerTable partners={partners} />
        )}
      </Row>
      <Row id="add" title="Add one">
        {/* A name that was taken does not stay in the form. */}
        <PartnerSheet key={`${round} ${partners.length}`} answer={answer} />
      </Row>
    </Page>
  );
}

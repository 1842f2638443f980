import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireIndicator } from '~/access/gate.server';
import { HistoryList } from '~/history/history-list';
import { thingHistory } from '~/history/queries.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { shownIn } from '~/http/meanwhile';
import { findPartnerRole, rewritePartnerRole } from '~/indicators/partners.server';
import { findIndicator } from '~/indicators/queries.server';
import { partnerRoleForm } from '~/indicators/story-forms';
import { RoleSheet } from '~/indicators/story-sheets';
import { WrittenBy } from '~/indicators/written-by';
import { paths } from '~/paths';
import { useSavedRound } from '~/ui/form-round';
import { Page, Row } from '~/ui/page';
import { DeedButton } from '~/ui/sheet';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.role.partner ?? 'Partner'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireIndicator(request, params);
  const role = await findPartnerRole(access, params.roleId);
  const [{ id, name }, lines] = await Promise.all([findIndicator(access), thingHistory(access, role.id)]);
  const { timeZone } = access.community;
  const mayWrite = !access.indicatorIsArchived && access.may('write stories');
  return { indicator: { id, name }, role, lines, timeZone, mayWrite };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireIndicator(request, params, 'write stories');
  const { id } = await findPartnerRole(access, params.roleId);
  return submit(request, partnerRoleForm, async (fields, form) => {
    await rewritePartnerRole(access, id, fields, shownIn(form));
    return redirectSaying(paths.partnerRole(access.indicatorId, id), 'Saved.');
  });
}

export default function PartnerRole() {
  const { indicator, role, lines, timeZone, mayWrite } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const round = useSavedRound(answer);
  const isAway = role.takenOutAt !== null;
  const setAway = (words: string, kind: 'line' | 'text') => (
    <DeedButton
      action={paths.partnerRoleAway(indicator.id, role.id)}
      kind={kind}
      values={{ isAway: isAway ? 'no' : 'yes' }}
    >
      {words}
    </DeedButton>
  );
  return (
    <Page
      title={role.partner}
      crumbs={[
        { href: paths.indicators(), label: 'Indicators' },
        { href: paths.indicator(indicator.id), label: indicator.name },
      ]}
      meta="A partner with a role to play."
    >
      {isAway ? (
        <div className="banner">
          <p>This partner was taken off the list.</p>
          {mayWrite ? setAway('Put it back', 'line') : null}
        </div>
      ) : null}
      <Row id="role-now" title="The role">
        <p className="ans">{role.role}</p>
        <p className="hint">
          <WrittenBy who={role.who} at={role.at} timeZone={timeZone} />
        </p>
      </Row>
      {mayWrite && !isAway ? (
        <Row id="change" title="Change it">
          <div className="stack">
            <RoleSheet key={round} answer={answer} role={role.role} />
            {setAway('Take this partner off the list', 'text')}
          </div>
        </Row>
      ) : null}
      <Row id="history" title="History">
        <HistoryList lines={lines} timeZone={timeZone} />
      </Row>
    </Page>
  );
}

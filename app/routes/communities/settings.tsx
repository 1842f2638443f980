import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireCommunity } from '~/access/gate.server';
import { changeSettings } from '~/communities/commands.server';
import { settingsForm } from '~/communities/forms';
import { listDemo } from '~/communities/queries.server';
import { RemoveDemo } from '~/communities/remove-demo';
import { SettingsSheet } from '~/communities/settings-sheet';
import { listTimeZones } from '~/communities/time-zones.server';
import { HistoryList } from '~/history/history-list';
import { thingHistory } from '~/history/queries.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { shownIn } from '~/http/meanwhile';
import { paths } from '~/paths';
import { useSavedRound } from '~/ui/form-round';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Community settings · Upcurve' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireCommunity(request, 'change settings');
  const { communityName, timeZone, schoolYearFirstMonth, holidays, ruleSet, maskingThreshold, isDemo } =
    access.community;
  return {
    settings: { name: communityName, timeZone, schoolYearFirstMonth, holidays, ruleSet, maskingThreshold },
    timeZones: listTimeZones(timeZone),
    lines: await thingHistory(access, access.communityId),
    demo: isDemo && access.person.isNetworkAdmin ? await listDemo() : [],
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireCommunity(request, 'change settings');
  return submit(request, settingsForm, async (fields, form) => {
    await changeSettings(access, fields, shownIn(form));
    const smallest = fields.maskingThreshold;
    return redirectSaying(
      paths.settings(),
      smallest >= 5
        ? 'Saved.'
        : `Saved. Everybody now sees ${smallest <= 1 ? 'groups of every size' : `groups from ${smallest} people on`}: single people may be recognized.`,
    );
  });
}

export default function Settings() {
  const { settings, timeZones, lines, demo } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const round = useSavedRound(answer);
  return (
    <Page title="Community settings" meta={`How ${settings.name} counts days and shows data.`}>
      <Row id="how" title="Settings">
        <SettingsSheet key={round} answer={answer} settings={settings} timeZones={timeZones} />
      </Row>
      {demo.length > 0 ? (
        <Row id="demo" title="The demo" note="When you are ready for your own">
          <RemoveDemo communities={demo} />
        </Row>
      ) : null}
      <Row id="letters" title="E-mails" note="To people of your community">
        <a className="btn line" href={paths.outbox()}>
          See what was sent
        </a>
      </Row>
      <Row id="history" title="What happened">
        <HistoryList lines={lines} timeZone={settings.timeZone} />
      </Row>
    </Page>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { restoreVersion } from '~/cycles/commands/restore.server';
import { versionsOfCycle } from '~/cycles/commands/versions.server';
import { restoreForm } from '~/cycles/field-forms';
import { choicesOfPlan, findCycle } from '~/cycles/queries.server';
import { fieldLabel } from '~/cycles/sheet-fields';
import { VersionList } from '~/cycles/version-list';
import { versionWords } from '~/cycles/version-words';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Saved versions of Cycle ${data?.cycle.number ?? ''} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  const { id, number, idea } = await findCycle(team, params.cycleId);
  const [versions, { people }] = await Promise.all([versionsOfCycle(team, id), choicesOfPlan(team)]);
  const names = new Map(people.map(({ value, label }) => [value, label]));
  const seen = new Set<string>();
  return {
    team: { id: team.teamId, name: team.teamName },
    cycle: { id, number, idea },
    timeZone: team.community.timeZone,
    today: team.today,
    versions: versions.map(({ value, ...version }) => {
      const isNewest = !seen.has(version.field);
      seen.add(version.field);
      const { field } = version;
      return { ...version, isNewest, label: fieldLabel(field), words: versionWords(field, value, names) };
    }),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  const { id } = await findCycle(team, params.cycleId);
  return submit(request, restoreForm, async (version) => {
    await restoreVersion(team, id, version);
    return redirectSaying(paths.cycleVersions(team.teamId, id), 'It is back, as the newest version.');
  });
}

export default function SavedVersions() {
  const { team, cycle, versions, timeZone, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = Object.values(answer?.error ?? {})
    .flat()
    .filter(Boolean);
  return (
    <Page
      title="Every saved version"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
        { href: paths.cycle(team.id, cycle.id), label: `Cycle ${cycle.number}` },
      ]}
      meta={cycle.idea}
    >
      <Row id="versions" title="Versions" note="The newest first. Bringing one back makes a new one">
        {refused.length > 0 ? (
          <p className="err" role="alert">
            {refused.join(' ')}
          </p>
        ) : null}
        <VersionList
          versions={versions}
          place={paths.cycleVersions(team.id, cycle.id)}
          timeZone={timeZone}
          today={today}
        />
      </Row>
    </Page>
  );
}

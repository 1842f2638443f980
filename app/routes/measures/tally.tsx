import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { submit } from '~/http/form.server';
import { tapsForm } from '~/measures/cell-forms';
import { findMeasure } from '~/measures/queries.server';
import { TallySheet } from '~/measures/tally-sheet';
import { countOn, tallyPage } from '~/measures/taps.server';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Count ${data?.measure.name ?? 'a measure'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  const measure = await findMeasure(access, params.measureId);
  return {
    measure,
    team: { id: access.teamId, name: access.teamName },
    ...(await tallyPage(access, measure, request.url)),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  const { id } = await findMeasure(access, params.measureId);
  return submit(request, tapsForm, async (taps) => {
    await countOn(access, id, taps);
    return redirect(paths.tally(access.teamId, id, { period: taps.period, group: taps.group }));
  });
}

export default function Tally() {
  const { measure, team, words, period, group, groups, count } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = Object.values(answer?.error ?? {}).flat();
  return (
    <Page
      title={`Count ${words}`}
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
        { href: paths.measure(team.id, measure.id), label: measure.name },
      ]}
      meta={measure.name}
    >
      <Row
        id="count"
        title="The count"
        note="For a session: several phones may count at once"
        side={
          measure.definition ? (
            <>
              <h2 className="sideh">How we count it</h2>
              <p className="small soft lines">{measure.definition}</p>
            </>
          ) : undefined
        }
      >
        {groups.length > 1 ? (
          <nav className="seg" aria-label="Groups">
            {groups.map((one) => (
              <a
                key={one.group}
                href={paths.tally(team.id, measure.id, { period, group: one.group })}
                aria-current={one.group === group ? 'true' : undefined}
              >
                {one.words}
              </a>
            ))}
          </nav>
        ) : null}
        {refused.map((sentence) => (
          <p key={sentence} className="err" role="alert">
            {sentence}
          </p>
        ))}
        <TallySheet
          key={`${period} ${group}`}
          teamId={team.id}
          measure={measure}
          period={period}
          group={group}
          count={count}
        />
      </Row>
    </Page>
  );
}

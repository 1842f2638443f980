import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { archivedCycles } from '~/cycles/archived.server';
import { archivedMeasures } from '~/measures/archive.server';
import { paths } from '~/paths';
import { dayWithYear } from '~/ui/dates';
import { Page, Row } from '~/ui/page';
import { DeedButton } from '~/ui/sheet';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Archived in ${data?.team.name ?? 'the team'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params);
  const [cycles, measures] = await Promise.all([archivedCycles(access), archivedMeasures(access)]);
  return {
    team: { id: access.teamId, name: access.teamName },
    cycles,
    measures,
    mayWriteCycles: !access.teamIsArchived && access.may('write cycles'),
    mayWriteMeasures: !access.teamIsArchived && access.may('write measures'),
  };
}

export default function Archived() {
  const { team, cycles, measures, mayWriteCycles, mayWriteMeasures } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Archived"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
      ]}
      meta="What was put away. It is on no list, ramp or chart, and nothing of it is lost."
    >
      <Row id="cycles" title="Cycles">
        {cycles.length === 0 ? <p className="soft">None.</p> : null}
        <ul className="rows">
          {cycles.map((cycle) => (
            <li key={cycle.id}>
              <a href={paths.cycle(team.id, cycle.id)}>
                Cycle {cycle.number}: {cycle.idea}
              </a>
              <When {...cycle} />
              {mayWriteCycles ? (
                <DeedButton action={paths.bringCycleBack(team.id, cycle.id)} kind="text">
                  Bring back<span className="vh"> Cycle {cycle.number}</span>
                </DeedButton>
              ) : null}
            </li>
          ))}
        </ul>
      </Row>
      <Row id="measures" title="Measures">
        {measures.length === 0 ? <p className="soft">None.</p> : null}
        <ul className="rows">
          {measures.map((measure) => (
            <li key={measure.id}>
              <b>{measure.name}</b>
              <When {...measure} />
              {mayWriteMeasures ? (
                <DeedButton action={paths.bringMeasureBack(team.id, measure.id)} kind="text">
                  Bring back<span className="vh"> {measure.name}</span>
                </DeedButton>
              ) : null}
            </li>
          ))}
        </ul>
      </Row>
    </Page>
  );
}

function When({ archivedAt, archivedBy }: { archivedAt: string; archivedBy: string | null }) {
  return (
    <span>
      Archived {dayWithYear(archivedAt.slice(0, 10))}
      {archivedBy ? ` by ${archivedBy}` : ''}
    </span>
  );
}

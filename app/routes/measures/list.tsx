import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { chartEvents } from '~/events/event';
import { eventsForCharts } from '~/events/queries.server';
import { drawn } from '~/http/drawn';
import { FirstChart } from '~/measures/first-chart';
import { listedMeasures } from '~/measures/measure-list';
import { MeasureTable } from '~/measures/measure-table';
import { MeasureTiles } from '~/measures/measure-tiles';
import { cyclesForChart, measuresOfTeam, seriesOfTeam } from '~/measures/queries.server';
import { onSharedScales, sharedScaleWords } from '~/measures/shared-scales';
import { tally } from '~/measures/tally';
import { drawnTiles, tilesOf } from '~/measures/tiles';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Measures of ${data?.team.name ?? 'the team'} · Upcurve` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params);
  const [measures, series, cycles, events] = await Promise.all([
    measuresOfTeam(access),
    seriesOfTeam(access),
    cyclesForChart(access),
    eventsForCharts(access),
  ]);
  const { today, community } = access;
  const tiles = tilesOf(access, measures, series, cycles, community, (id) => chartEvents(events, id));
  const scaleWords = sharedScaleWords(tiles);
  const isShared = scaleWords !== null && new URL(request.url).searchParams.get('scale') === 'shared';
  return {
    team: { id: access.teamId, name: access.teamName },
    list: listedMeasures(tiles, measures, series, today, community),
    tiles: drawnTiles(isShared ? onSharedScales(tiles) : tiles, (draw) => drawn(context, draw)),
    scaleWords,
    isShared,
    mayWrite: !access.teamIsArchived && access.may('write measures'),
  };
}

export default function Measures() {
  const { team, list, tiles, scaleWords, isShared, mayWrite } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Our measures"
      className="p-team"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
      ]}
      meta={tally(list.map(({ words }) => words.verdict)) || undefined}
      actions={
        mayWrite ? (
          <a className="btn line" href={paths.newMeasure(team.id)}>
            Add a measure
          </a>
        ) : undefined
      }
    >
      {list.length === 0 ? (
        <Row id="list" title="Your first chart" note="It needs time before it can tell you much">
          <FirstChart />
        </Row>
      ) : (
        <>
          <Row id="list" title="All of them" wide>
            <MeasureTable measures={list} />
          </Row>
          <Row
            id="charts"
            title="Side by side"
            note={<a href={paths.printMeasures(team.id)}>Four to a page, to print</a>}
            wide
          >
            <div className="stack-l">
              {scaleWords ? (
                <div>
                  <nav className="seg" aria-label="Scale of the charts">
                    <a
                      href={`${paths.measures(team.id)}#charts-row`}
                      aria-current={isShared ? undefined : 'true'}
                    >
                      Each its own scale
                    </a>
                    <a
                      href={`${paths.measures(team.id, 'shared')}#charts-row`}
                      aria-current={isShared ? 'true' : undefined}
                    >
                      One scale for each unit
                    </a>
                  </nav>
                  <p className="hint">
                    {isShared
                      ? `${scaleWords} A flat line here may be a real change: choose “Each its own scale” to see it.`
                      : 'Each chart fills its frame. Heights of two charts cannot be compared.'}
                  </p>
                </div>
              ) : null}
              <MeasureTiles tiles={tiles} />
            </div>
          </Row>
        </>
      )}
    </Page>
  );
}

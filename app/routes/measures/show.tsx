import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { directionWords, measureTypeWords } from '#db/vocabulary';
import { requireTeam } from '~/access/gate.server';
import { ChartTable } from '~/charts/chart-table';
import { VerdictLine } from '~/charts/mark';
import { RunChart } from '~/charts/run-chart';
import { stageOf } from '~/cycles/stages';
import { chartEvents, eventsOfMeasure } from '~/events/event';
import { EventsOnChart } from '~/events/events-list';
import { eventsForCharts } from '~/events/queries.server';
import { HistoryList } from '~/history/history-list';
import { thingHistory } from '~/history/queries.server';
import { askedChart } from '~/measures/asked-chart';
import { askedDays, dayChoices, windowWords } from '~/measures/asked-days';
import { ChartList, ChartTabs } from '~/measures/chart-tabs';
import { CyclesTested } from '~/measures/cycles-tested';
import { DaysForm } from '~/measures/days-form';
import { changesSentence, definitionChanges } from '~/measures/definition-versions';
import { definitionLines } from '~/measures/definition-versions.server';
import { FirstChart } from '~/measures/first-chart';
import { lastNumberWords } from '~/measures/freshness';
import { numbersOf } from '~/measures/grid.server';
import { leadFor, medianWords } from '~/measures/lead';
import { linksOfMeasure } from '~/measures/links.server';
import { goalWord, rhythmWords } from '~/measures/measure';
import { Feeds, HowWeCount, RulesSaid } from '~/measures/measure-parts';
import { NumbersRow } from '~/measures/numbers-row';
import { whenWord } from '~/measures/periods';
import { qualityFlags } from '~/measures/quality';
import { QualityNotes } from '~/measures/quality-notes';
import { cyclesForChart, findMeasure, ownerName, readSeries } from '~/measures/queries.server';
import { readMeasure } from '~/measures/reading';
import { rulesSaid } from '~/measures/rules-said';
import { TakeOut } from '~/measures/take-out';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';
import { plural } from '~/ui/words';

const newest = 8;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.measure.name ?? 'Measure'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params);
  const measure = await findMeasure(access, params.measureId);
  const [points, cycles, events, feeds, lines, versions, owner] = await Promise.all([
    readSeries(access, measure.id),
    cyclesForChart(access),
    eventsForCharts(access),
    linksOfMeasure(access, measure.id),
    thingHistory(access, measure.id),
    definitionLines(access, measure.id),
    ownerName(measure),
  ]);
  const { searchParams } = new URL(request.url);
  const days = askedDays(searchParams, points, access.today);
  const reading = readMeasure(measure, points, cycles, access.community.ruleSet, access.community, {
    chart: askedChart(searchParams),
    events: chartEvents(events, measure.id),
  });
  const isOpen = !access.teamIsArchived;
  const mayWrite = isOpen && access.may('write measures');
  const { teamId, today } = access;
  return {
    measure,
    team: { id: access.teamId, name: access.teamName },
    chart: days.window ? { ...reading.chart, window: days.window } : reading.chart,
    days,
    daysWords: windowWords(measure, days, points.length),
    dayChoices: dayChoices(measure, points, access.today, access.community),
    kind: reading.kind,
    offer: reading.offer,
    notDrawn: reading.notDrawn,
    words: reading.words,
    median: medianWords(measure, reading),
    lead: leadFor(measure, reading),
    rules: rulesSaid(reading),
    ruleSet: reading.ruleSet,
    useful: reading.chart.reading.phases.at(-1)?.useful ?? 0,
    cycles: reading.cycles.map((cycle) => ({ ...cycle, stage: stageOf(cycle) })),
    events: eventsOfMeasure(events, measure.id),
    points: points.slice(-newest).reverse(),
    numbers: await numbersOf(access, measure, points, mayWrite ? request.url : null),
    count: points.length,
    changes: changesSentence(definitionChanges(measure, versions)),
    owner,
    feeds,
    lines,
    timeZone: access.community.timeZone,
    today,
    flags: mayWrite ? qualityFlags(measure, points, { teamId, today, calendar: access.community }) : [],
    last: lastNumberWords(measure, points, today, access.community.timeZone),
    mayWrite,
    mayLink: isOpen && access.may('link measures'),
  };
}

export default function MeasurePage() {
  const page = useLoaderData<typeof loader>();
  const { measure, team, chart, words, count, mayWrite } = page;
  return (
    <Page
      title={measure.name}
      className="p-measure"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
      ]}
      meta={
        <>
          {measureTypeWords[measure.type]} measure, {rhythmWords(measure).toLowerCase()}.{' '}
          {directionWords[measure.direction]}.
          {page.feeds[0] ? (
            <>
              {' '}
              Feeds the indicator{' '}
              <a href={paths.indicator(page.feeds[0].indicatorId)}>{page.feeds[0].indicator}</a>.
            </>
          ) : null}
        </>
      }
      actions={
        mayWrite ? (
          <>
            <a className="btn" href={paths.enterPoint(team.id, measure.id)}>
              Enter a number
            </a>
            <a className="btn line" href={paths.editMeasure(team.id, measure.id)}>
              Edit
            </a>
          </>
        ) : undefined
      }
    >
      <Row
        id="chart"
        title="The chart"
        note={count === 0 ? 'It needs time before it can tell you much' : page.median}
        side={
          <div className="stack-l">
            <div>
              <h2 className="sideh">What the rules say</h2>
              <RulesSaid rules={page.rules} ruleSet={page.ruleSet} useful={page.useful} />
            </div>
            <div>
              <h2 className="sideh">What the chart cannot say</h2>
              <p className="small soft">
                A signal tells you that something changed, not why. Ask what else changed at that time, and
                look at places that did not try this, before you credit a cycle.
              </p>
            </div>
            <QualityNotes flags={page.flags} />
          </div>
        }
      >
        {count === 0 ? (
          <FirstChart />
        ) : (
          <>
            <VerdictLine verdict={words.verdict}>{words.word}</VerdictLine>
            <p className={`bigsig t-${words.verdict === 'early' ? 'none' : words.verdict}`}>{words.text}</p>
            {words.others.map((other) => (
              <p key={other}>{other}</p>
            ))}
          </>
        )}
        <p className="lead">{page.lead}</p>
        {measure.strata.length > 0 ? (
          <p>
            <a href={paths.measureGroups(team.id, measure.id)}>
              See {plural(measure.strata.length, 'group')} beside each other
            </a>
          </p>
        ) : null}
        {count === 0 ? null : (
          <>
            <ChartTabs kind={page.kind} offer={page.offer} />
            {page.notDrawn ? <p className="hint">{page.notDrawn}</p> : null}
            {page.daysWords ? <p className="hint">{page.daysWords}</p> : null}
            <figure>
              <RunChart data={chart} />
            </figure>
            <p className="hint">{page.last}</p>
            <ChartTable data={chart} when={whenWord(measure.frequency)} />
            <TakeOut teamId={team.id} measure={measure} chart={chart} mayShare={mayWrite} />
            {count > 1 ? <DaysForm asked={page.days} choices={page.dayChoices} /> : null}
            <ChartList kind={page.kind} offer={page.offer} />
            {count > 1 ? (
              <p>
                <a href={paths.compareStretches(team.id, measure.id)}>Compare two stretches of time</a>
              </p>
            ) : null}
          </>
        )}
      </Row>
      <Row
        id="cycles"
        title="Cycles"
        note={page.cycles.length > 0 ? 'The numbers on the time line' : undefined}
      >
        <CyclesTested cycles={page.cycles} />
      </Row>
      <Row id="events" title="On the time line" note="What else happened">
        <EventsOnChart
          teamId={team.id}
          measureId={measure.id}
          events={page.events}
          today={page.today}
          mayWrite={mayWrite}
        />
      </Row>
      <NumbersRow
        {...page.numbers}
        measure={measure}
        points={page.points}
        count={count}
        back={`${paths.measure(team.id, measure.id)}#numbers-row`}
      />
      <Row
        id="definition"
        title="How we count it"
        note="Operational definition"
        side={
          page.changes || mayWrite ? (
            <>
              <h2 className="sideh">Changes</h2>
              {page.changes ? (
                <p className="small soft">
                  {page.changes} <a href={paths.measureVersions(team.id, measure.id)}>See both versions</a>
                </p>
              ) : null}
              {mayWrite ? (
                <p className="small soft">
                  <a href={paths.measureGoals(team.id, measure.id)}>
                    Set the next {goalWord(measure.type).toLowerCase()}
                  </a>{' '}
                  with its day.
                </p>
              ) : null}
            </>
          ) : undefined
        }
      >
        <HowWeCount measure={measure} owner={page.owner} />
      </Row>
      <Row id="feeds" title="What it feeds" note="Numbers of the whole community">
        <Feeds teamId={team.id} measureId={measure.id} feeds={page.feeds} mayLink={page.mayLink} />
      </Row>
      <Row id="history" title="History">
        <HistoryList lines={page.lines} timeZone={page.timeZone} />
      </Row>
    </Page>
  );
}

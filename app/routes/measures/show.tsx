import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { directionWords, measureTypeWords } from '#db/vocabulary';
import { requireTeam } from '~/access/gate.server';
import { runChartMarkup } from '~/charts/chart-markup';
import { isLongTable, tableMarkup } from '~/charts/table-markup';
import { NoteList } from '~/coaching/note-list';
import { notesOf } from '~/coaching/notes.server';
import { Comments } from '~/conversations/notes';
import { stageOf } from '~/cycles/stages';
import { chartEvents, eventsOfMeasure } from '~/events/event';
import { EventsOnChart } from '~/events/events-list';
import { eventsForCharts } from '~/events/queries.server';
import { HistoryList } from '~/history/history-list';
import { thingHistory } from '~/history/queries.server';
import { drawn } from '~/http/drawn';
import { redirectSaying } from '~/http/flash.server';
import { askedChart } from '~/measures/asked-chart';
import { askedDays, dayChoices, windowWords } from '~/measures/asked-days';
import { ChartRow } from '~/measures/chart-row';
import { chartSection } from '~/measures/chart-section';
import { CyclesTested } from '~/measures/cycles-tested';
import { DaysForm } from '~/measures/days-form';
import { changesSentence, definitionChanges } from '~/measures/definition-versions';
import { definitionLines } from '~/measures/definition-versions.server';
import { lastNumberWords } from '~/measures/freshness';
import { numbersOf } from '~/measures/grid.server';
import { judgedLines } from '~/measures/judged';
import { JudgedRow } from '~/measures/judged-row';
import { judgingOf } from '~/measures/judging.server';
import { linksOfMeasure } from '~/measures/links.server';
import { goalWord, rhythmWords } from '~/measures/measure';
import { Feeds, HowWeCount } from '~/measures/measure-parts';
import { NumbersRow } from '~/measures/numbers-row';
import { whenWord } from '~/measures/periods';
import { qualityFlags } from '~/measures/quality';
import { QualityNotes } from '~/measures/quality-notes';
import {
  cyclesForChart,
  findMeasure,
  isArchivedMeasure,
  ownerHasLeft,
  ownerName,
  readGroups,
} from '~/measures/queries.server';
import { readMeasure } from '~/measures/reading';
import { TakeOut } from '~/measures/take-out';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';
import { plural } from '~/ui/words';
import { readComments } from '../conversations/read-comments.server';

const newest = 8;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.measure.name ?? 'Measure'} · Upcurve` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params);
  if (await isArchivedMeasure(access, params.measureId)) {
    throw await redirectSaying(
      paths.archived(access.teamId),
      'This measure is archived. Bring it back to see its chart.',
    );
  }
  const measure = await findMeasure(access, params.measureId);
  const [groups, judging, cycles, events, feeds, lines, versions, owner, hasLeft, talk, notes] =
    await Promise.all([
      readGroups(access, measure.id),
      judgingOf(access, measure.id),
      cyclesForChart(access),
      eventsForCharts(access),
      linksOfMeasure(access, measure.id),
      thingHistory(access, measure.id),
      definitionLines(access, measure.id),
      ownerName(measure),
      ownerHasLeft(access, measure),
      readComments(access, 'measure', measure.id),
      notesOf(access, { measureId: measure.id }),
    ]);
  const points = groups.get('') ?? [];
  const { searchParams } = new URL(request.url);
  const days = askedDays(searchParams, points, access.today);
  const reading = readMeasure(measure, points, cycles, access.community.ruleSet, access.community, {
    chart: askedChart(searchParams),
    events: chartEvents(events, measure.id),
  });
  const chart = days.window ? { ...reading.chart, window: days.window } : reading.chart;
  const isOpen = !access.teamIsArchived;
  const mayWrite = isOpen && access.may('write measures');
  const { teamId, today } = access;
  return {
    measure,
    team: { id: access.teamId, name: access.teamName },
    ...chartSection(measure, reading),
    drawing: drawn(context, () => runChartMarkup(chart, 'full', 'chart')),
    table: isLongTable(chart) ? null : drawn(context, () => tableMarkup(chart, whenWord(measure.frequency))),
    judged: judgedLines(measure, reading, judging, groups, today),
    days,
    daysWords: windowWords(measure, days, points.length),
    dayChoices: dayChoices(measure, points, access.today, access.community),
    cycles: reading.cycles.map((cycle) => ({ ...cycle, stage: stageOf(cycle) })),
    events: eventsOfMeasure(events, measure.id),
    points: points.slice(-newest).reverse(),
    numbers: await numbersOf(access, measure, points, mayWrite ? request.url : null),
    count: points.length,
    changes: changesSentence(definitionChanges(measure, versions)),
    owner,
    ownerHasLeft: hasLeft,
    feeds,
    lines,
    talk,
    notes,
    mayAsk: isOpen && access.may('write cycles') && !access.may('review cycles'),
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
  const { measure, team, count, mayWrite } = page;
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
            {page.mayAsk ? (
              <a className="btn text" href={paths.askHelp(team.id, { measure: measure.id })}>
                Ask for help
              </a>
            ) : null}
          </>
        ) : undefined
      }
    >
      <ChartRow
        teamId={team.id}
        measure={measure}
        section={page}
        drawing={page.drawing}
        table={page.table}
        count={count}
        mayWrite={mayWrite}
        first={
          measure.strata.length > 0 ? (
            <p>
              <a href={paths.measureGroups(team.id, measure.id)}>
                See {plural(measure.strata.length, 'group')} beside each other
              </a>
            </p>
          ) : null
        }
        over={page.daysWords ? <p className="hint">{page.daysWords}</p> : null}
        under={<p className="hint">{page.last}</p>}
        choices={
          <>
            <TakeOut
              teamId={team.id}
              measureId={measure.id}
              says={`${page.title}. ${page.sentence}`}
              mayShare={mayWrite}
            />
            {count > 1 ? (
              <>
                <DaysForm asked={page.days} choices={page.dayChoices} />
                <p>
                  <a href={paths.compareStretches(team.id, measure.id)}>Compare two stretches of time</a>
                </p>
              </>
            ) : null}
          </>
        }
        aside={<QualityNotes flags={page.flags} />}
      />
      <JudgedRow
        teamId={team.id}
        measureId={measure.id}
        judged={page.judged}
        proposal={page.proposal}
        mayWrite={mayWrite}
      />
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
        <div className="stack">
          <HowWeCount measure={measure} owner={page.owner} ownerHasLeft={page.ownerHasLeft} />
          {page.owner && page.ownerHasLeft && mayWrite ? (
            <p>
              <a href={`${paths.editMeasure(team.id, measure.id)}#measure-form-ownerId`}>
                Choose whose list it is on now
              </a>
            </p>
          ) : null}
        </div>
      </Row>
      <Row id="feeds" title="What it feeds" note="Numbers of the whole community">
        <Feeds teamId={team.id} measureId={measure.id} feeds={page.feeds} mayLink={page.mayLink} />
      </Row>
      {page.notes.length > 0 ? (
        <Row id="notes" title="From your coach">
          <NoteList notes={page.notes} timeZone={page.timeZone} />
        </Row>
      ) : null}
      <Row id="comments" title="Comments">
        <Comments {...page.talk} />
      </Row>
      <Row id="history" title="History">
        <HistoryList lines={page.lines} timeZone={page.timeZone} />
      </Row>
    </Page>
  );
}

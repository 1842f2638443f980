import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { directionWords } from '#db/vocabulary';
import { requireIndicator } from '~/access/gate.server';
import { dayIn } from '~/access/today';
import { Comments } from '~/conversations/notes';
import { HistoryList } from '~/history/history-list';
import { thingHistory } from '~/history/queries.server';
import { actionsOf } from '~/indicators/actions.server';
import { DimensionChooser, GroupChooser, ReferenceForm } from '~/indicators/choosers';
import { FactorList } from '~/indicators/factor-list';
import { factorsOf } from '~/indicators/factors.server';
import { Facts } from '~/indicators/facts';
import { WhoWorksOnThis } from '~/indicators/feeders';
import { GapSection } from '~/indicators/gap-section';
import { EveryoneChart, GroupsChart } from '~/indicators/groups-chart';
import { GroupsTable } from '~/indicators/groups-table';
import { countsSentence } from '~/indicators/heading';
import { WhereItIsHeading } from '~/indicators/heading-section';
import { standingImports } from '~/indicators/imports.server';
import { partnersWithRole } from '~/indicators/partners.server';
import { readIndicator } from '~/indicators/show.server';
import { storyNow } from '~/indicators/story';
import { newestVersionsOf } from '~/indicators/story.server';
import { StoryTold } from '~/indicators/story-told';
import { Turning } from '~/indicators/turning';
import { Unbroken } from '~/indicators/unbroken';
import { paths } from '~/paths';
import { Answer } from '~/ui/answer';
import { dayWithYear } from '~/ui/dates';
import { Page, Row } from '~/ui/page';
import { DeedButton } from '~/ui/sheet';
import { readComments } from '../conversations/read-comments.server';
import { readWork } from './read-work.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.page.indicator.name ?? 'Indicator'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireIndicator(request, params);
  const page = await readIndicator(access, new URL(request.url).searchParams);
  const isOpen = !access.indicatorIsArchived;
  const mayEdit = isOpen && access.may('manage indicators');
  const [work, lines, versions, partners, actions, factors, talk, standing] = await Promise.all([
    readWork(access, page),
    thingHistory(access, access.indicatorId),
    newestVersionsOf(access),
    partnersWithRole(access),
    actionsOf(access),
    factorsOf(access),
    readComments(access, 'indicator', access.indicatorId),
    mayEdit ? standingImports(access) : Promise.resolve<string[]>([]),
  ]);
  const { timeZone, maskingThreshold } = access.community;
  const { archivedAt } = page.indicator;
  return {
    page,
    work,
    lines,
    talk,
    told: { story: storyNow(versions), hasVersions: versions.length > 0 },
    partners,
    actions,
    factors,
    timeZone,
    today: access.today,
    maskingThreshold,
    archivedOn: archivedAt && dayIn(timeZone, new Date(archivedAt)),
    mayBringBack: access.may('archive indicators'),
    standing,
    mayEdit,
    mayWrite: isOpen && access.may('write stories'),
    mayVote: isOpen && access.may('vote'),
    mayStartTeams: isOpen && access.may('start teams'),
  };
}

/** A definition as it was typed may lack its full stop. */
const ended = (words: string) => (words === '' || /[.!?]$/.test(words) ? words : `${words}.`);

export default function Indicator() {
  const data = useLoaderData<typeof loader>();
  const { page, work, lines, standing, timeZone, maskingThreshold, mayEdit, mayWrite } = data;
  const { indicator, overall, dimensions, chosen, targetLabel } = page;
  const gap = chosen?.gap ?? null;
  const told = (
    <StoryTold
      indicatorId={indicator.id}
      {...data.told}
      mayWrite={mayWrite}
      maySuggest={data.talk.mayWrite}
      timeZone={timeZone}
    />
  );
  return (
    <Page
      title={indicator.name}
      className="p-ind"
      crumbs={[
        { href: paths.indicators(), label: 'Indicators' },
        { href: `${paths.indicators()}#outcome-${indicator.outcomeId}`, label: indicator.outcome },
      ]}
      meta={
        <Unbroken words={[ended(indicator.definition), countsSentence(overall)].filter(Boolean).join(' ')} />
      }
      actions={
        mayEdit ? (
          <>
            <a className="btn" href={paths.bringFile(indicator.id)}>
              Bring a file
            </a>
            <a className="btn line" href={paths.indicatorNumbers(indicator.id)}>
              Type numbers
            </a>
            <a className="btn line" href={paths.editIndicator(indicator.id)}>
              Edit
            </a>
          </>
        ) : undefined
      }
    >
      {data.archivedOn ? (
        <div className="banner">
          <p>
            This indicator was archived on {dayWithYear(data.archivedOn)}. It is off the scoreboard, and
            nothing more is written to it. Its numbers, its story and its history stay.
          </p>
          {data.mayBringBack ? (
            <DeedButton action={paths.bringIndicatorBack(indicator.id)}>Bring back</DeedButton>
          ) : null}
        </div>
      ) : null}
      <Facts overall={overall} target={indicator.target} targetLabel={targetLabel} />
      {overall.periods.length === 0 ? (
        <Row id="none" title="The numbers" side={told}>
          <p className="lead">
            No numbers yet.{' '}
            {mayEdit
              ? 'Bring the file in which they are published, as it is.'
              : data.archivedOn
                ? ''
                : 'A leader brings them.'}
          </p>
        </Row>
      ) : null}
      {overall.periods.length > 0 && !chosen ? (
        <Row id="everyone" title="Every year" side={told}>
          <div className="stack">
            <EveryoneChart overall={overall} target={indicator.target} />
            <p className="hint">Only numbers for everyone are kept, so no groups can be compared.</p>
          </div>
        </Row>
      ) : null}
      {chosen ? (
        <Row
          id="gap"
          title="The gap"
          note="Choose how to compare"
          side={
            <div className="stack-l">
              {told}
              {mayEdit && chosen.dimension.reference ? (
                <ReferenceForm
                  key={chosen.dimension.id}
                  indicatorId={indicator.id}
                  dimension={chosen.dimension}
                  chosenId={chosen.chosenReferenceId}
                />
              ) : null}
              <p className="hint">
                {chosen.chosenReferenceId === chosen.dimension.reference?.id
                  ? 'The group to compare with was chosen by a leader.'
                  : 'Compared with the group that did best at the baseline, unless a leader chooses another.'}
              </p>
            </div>
          }
        >
          <div className="stack">
            <DimensionChooser
              indicatorId={indicator.id}
              dimensions={dimensions}
              chosenId={chosen.dimension.id}
            />
            {gap ? (
              <>
                <GroupChooser dimension={chosen.dimension} gap={gap} isSame={chosen.isSame} />
                <GapSection
                  overall={overall}
                  dimension={chosen.dimension}
                  gap={gap}
                  direction={indicator.direction}
                  target={indicator.target}
                  baselinePeriod={indicator.baselinePeriod}
                />
              </>
            ) : (
              <p className="lead">Fewer than two of these groups have figures that can be shown.</p>
            )}
          </div>
        </Row>
      ) : null}
      {chosen ? (
        <Row
          id="groups"
          title="Every group"
          note="Open circle is then, filled mark is now. The dashed line is everyone."
          wide
        >
          <div className="stack">
            <GroupsTable overall={overall} dimensions={dimensions} />
            <p className="hint">
              Groups under {maskingThreshold} are hidden from people who cannot edit them. * is a number that
              its publisher held back.
            </p>
            <GroupsChart overall={overall} dimension={chosen.dimension} gap={gap} target={indicator.target} />
          </div>
        </Row>
      ) : null}
      {overall.periods.length > 1 ? (
        <Row id="heading" title="Where it is heading" note="What the past says of the years to come">
          <WhereItIsHeading
            overall={overall}
            outlook={page.outlook}
            trends={page.trends}
            target={indicator.target}
          />
        </Row>
      ) : null}
      <Row id="factors" title="Root causes" note="What holds it where it is. Everyone has one vote for each">
        <FactorList
          indicatorId={indicator.id}
          factors={data.factors}
          mayWrite={mayWrite}
          mayVote={data.mayVote}
          timeZone={timeZone}
        />
      </Row>
      <Row id="turning" title="Turning the curve" note="What works, with whom, and what is next" wide>
        <Turning
          indicatorId={indicator.id}
          works={data.told.story.works}
          partners={data.partners}
          actions={data.actions}
          mayWrite={mayWrite}
          today={data.today}
          timeZone={timeZone}
        />
      </Row>
      <Row id="who" title="Who works on this" note="Working on it is not proof of causing it" wide>
        <WhoWorksOnThis {...work} mayStartTeams={data.mayStartTeams} />
      </Row>
      <Row id="about" title="About it">
        <dl className="def">
          <Answer term="Better" words={directionWords[indicator.direction]} />
          <Answer term="Where the numbers come from" words={indicator.source} />
          <Answer term="Who looks after it" words={indicator.owner ?? ''} />
        </dl>
        <nav className="takeout" aria-label="Take it out">
          <span aria-hidden="true">Take it out:</span>
          <a href={paths.figuresCsv(indicator.id)} download>
            Numbers (CSV)
          </a>
          <a href={`${paths.figuresCsv(indicator.id)}?excel=1`} download>
            CSV for Excel
          </a>
        </nav>
      </Row>
      <Row id="comments" title="Comments">
        <Comments {...data.talk} />
      </Row>
      <Row id="history" title="History">
        <div className="stack">
          <HistoryList
            lines={lines}
            timeZone={timeZone}
            more={({ importId }) =>
              importId && standing.includes(importId) ? (
                <a href={paths.filesBefore(indicator.id)}>Take it back</a>
              ) : null
            }
          />
          {standing.length > 0 ? (
            <p className="small">
              Each file that was saved here can be taken back:{' '}
              <a href={paths.filesBefore(indicator.id)}>Files before</a>.
            </p>
          ) : null}
        </div>
      </Row>
    </Page>
  );
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireCommunity } from '~/access/gate.server';
import { drawn } from '~/http/drawn';
import { archivedIndicators } from '~/indicators/archive.server';
import { boardAddress } from '~/indicators/board';
import { BoardFilters } from '~/indicators/board-filters';
import { BoardMarks, BoardRule, BoardTitle } from '~/indicators/board-parts';
import { scoreMarkup } from '~/indicators/score-markup.server';
import { paths } from '~/paths';
import { dayWithYear } from '~/ui/dates';
import { DrawnHere } from '~/ui/drawn';
import { plural } from '~/ui/words';
import { readBoard } from './read-board.server';

export const meta: MetaFunction = () => [{ title: 'Indicators · Upcurve' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const access = await requireCommunity(request);
  const { areas, ...board } = await readBoard(access, new URL(request.url).searchParams);
  // Written here: React cannot write markup while it writes the page.
  const rows = scoreMarkup(areas);
  return {
    ...board,
    rows: drawn(context, () => rows),
    isEmpty: areas.length === 0,
    today: access.today,
    mayDefine: access.may('manage indicators'),
    archived: access.may('manage indicators') ? (await archivedIndicators(access)).length : 0,
    mayPublish: access.may('publish indicators'),
    isLeader: access.may('answer barriers'),
  };
}

export default function Indicators() {
  const { asked, head, asOf, shown, rows, isEmpty, today, archived, mayDefine, mayPublish, isLeader } =
    useLoaderData<typeof loader>();
  const day = dayWithYear(asOf);
  const hasAny = head.areas.length > 0;
  return (
    <main id="main" className="page p-inds">
      <BoardTitle
        kick={asked.on ? `Community indicators, as they were known on ${day}` : 'Community indicators'}
        head={head}
      />
      <p className="btns boardbtns">
        {mayDefine ? (
          <a className="btn" href={paths.newIndicator()}>
            Define an indicator
          </a>
        ) : null}
        {mayDefine ? (
          <a className="btn line" href={paths.indicatorOutcomes()}>
            Outcomes
          </a>
        ) : null}
        {mayDefine ? (
          <a className="btn line" href={paths.indicatorGroups()}>
            Groups
          </a>
        ) : null}
        <a className="btn line" href={paths.annual()}>
          Annual figures
        </a>
        {mayPublish ? (
          <a className="btn line" href={paths.publicPages()}>
            Public page
          </a>
        ) : null}
        {isLeader ? (
          <a className="btn line" href={paths.leaders()}>
            For leaders
          </a>
        ) : null}
      </p>
      {hasAny ? (
        <BoardMarks
          head={head}
          hrefOf={(outcomeId) => boardAddress(paths.indicators(), asked, { outcomeId, show: 'all' })}
        />
      ) : null}
      {hasAny || asked.on || asked.problem ? (
        <BoardFilters asked={asked} shown={shown} areas={head.areas} today={today} />
      ) : (
        <div className="empty">
          <h2>No indicators yet</h2>
          <p>
            An indicator is one number about the whole community, usually one a year, such as “Graduated in
            four years”. Split by group, it shows for whom things get better.
          </p>
        </div>
      )}
      {isEmpty && (hasAny || asked.on) ? (
        <p className="lead">
          {hasAny ? 'No indicator fits what you chose.' : `No indicator was defined by ${day}.`}{' '}
          <a href={paths.indicators()}>Show all as they are now</a>
        </p>
      ) : null}
      <DrawnHere markup={rows} />
      {hasAny ? <BoardRule on={day} isPast={asked.on !== null} /> : null}
      {archived > 0 ? (
        <p className="small">
          <a href={`${paths.indicatorOutcomes()}#archived-row`}>{plural(archived, 'archived indicator')}</a>
        </p>
      ) : null}
    </main>
  );
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireCommunity } from '~/access/gate.server';
import { drawn } from '~/http/drawn';
import { boardAddress, showWords } from '~/indicators/board';
import { BoardMarks, BoardRule, BoardTitle } from '~/indicators/board-parts';
import { scoreMarkup } from '~/indicators/score-markup.server';
import { paths } from '~/paths';
import { dayWithYear } from '~/ui/dates';
import { DrawnHere } from '~/ui/drawn';
import { readBoard } from './read-board.server';

export const meta: MetaFunction = () => [{ title: 'The scoreboard on paper · Upcurve' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const access = await requireCommunity(request);
  const { areas, ...board } = await readBoard(access, new URL(request.url).searchParams);
  // Written here: React cannot write markup while it writes the page.
  const rows = scoreMarkup(areas);
  return {
    ...board,
    rows: drawn(context, () => rows),
    community: access.community.communityName,
  };
}

export default function PrintBoard() {
  const { asked, head, asOf, rows, community } = useLoaderData<typeof loader>();
  const outcome = head.areas.find(({ id }) => id === asked.outcomeId);
  const day = dayWithYear(asOf);
  const parts = [asked.show === 'all' ? '' : showWords[asked.show], outcome?.name ?? ''].filter(Boolean);
  return (
    <main id="main" className="page p-inds p-printboard">
      <p className="inline small soft">
        Print this page with your browser. <a href={boardAddress(paths.indicators(), asked)}>Back</a>
      </p>
      <BoardTitle kick={`${community}, community indicators, ${day}`} head={head} />
      <BoardMarks head={head} hrefOf={null} />
      {parts.length > 0 ? <p className="lead">Shown below: {parts.join(', ')}.</p> : null}
      <DrawnHere markup={rows} />
      <BoardRule on={day} />
    </main>
  );
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireCommunity } from '~/access/gate.server';
import { Mark } from '~/charts/mark';
import { Wheel } from '~/charts/wheel';
import {
  type PortfolioOrder,
  portfolioGroups,
  portfolioOrders,
  portfolioOrderWords,
  type StageGroup,
  signalGroupOf,
  signalGroupWords,
} from '~/coaching/portfolio';
import { scoreWords } from '~/coaching/score';
import { newestScores } from '~/coaching/scores.server';
import { openCyclesOfTeams } from '~/cycles/my-work.server';
import { scheduleOf, wheelPhaseOf, wheelPhaseWords, wheelStates } from '~/cycles/stages';
import { paths } from '~/paths';
import { listTeams } from '~/teams/queries.server';
import { Page, Row } from '~/ui/page';
import { listed, plural } from '~/ui/words';
import { readSuggestions } from './read-progress.server';
import { readTeams } from './read-signals.server';

export const meta: MetaFunction = () => [{ title: 'Where our teams stand · Upcurve' }];

/** So many teams on a page: their measures are all read. */
const onPage = 60;

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireCommunity(request, 'see the portfolio');
  const { searchParams } = new URL(request.url);
  const order = portfolioOrders.find((one) => one === searchParams.get('by')) ?? 'name';
  const all = await listTeams(access);
  const pages = Math.max(1, Math.ceil(all.length / onPage));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(searchParams.get('page'))) || 1));
  const teams = all.slice((page - 1) * onPage, page * onPage);
  const ids = teams.map(({ id }) => id);
  const [read, given, open] = await Promise.all([
    readTeams(access, ids),
    newestScores(access, ids),
    openCyclesOfTeams(access, ids),
  ]);
  const suggestions = await readSuggestions(access, ids, read);
  const { today, community } = access;
  return {
    order,
    page,
    pages,
    count: all.length,
    teams: teams.map(({ id, name, coaches }) => {
      const own = read.filter(
        ({ teamId, chart }) => teamId === id && chart.points.some(({ value }) => value !== null),
      );
      const cycle = open.find(({ teamId }) => teamId === id);
      const schedule = cycle && scheduleOf(cycle, today, community.holidays);
      const phase = schedule && wheelPhaseOf[schedule.stage];
      const signal = signalGroupOf(own.map(({ words }) => words.verdict));
      const verdict = signal === 'improving' ? 'better' : 'worse';
      const said = own.find(({ words }) => words.verdict === verdict);
      return {
        ...{ id, name, signal, coaches: listed(coaches) },
        settled: given.get(id)?.settled ?? null,
        claimed: given.get(id)?.claimed ?? null,
        suggested: suggestions.get(id)?.score ?? 0.5,
        stage: (phase ? wheelPhaseWords[phase] : 'No open cycle') as StageGroup,
        wheel: schedule ? wheelStates(schedule) : null,
        cycle: cycle ? { number: cycle.number, href: paths.cycle(id, cycle.id) } : null,
        said: said ? `${said.measure.name}. ${said.words.text}` : '',
      };
    }),
  };
}

type Team = ReturnType<typeof useLoaderData<typeof loader>>['teams'][number];

const at = (order: PortfolioOrder, page = 1) => {
  const asked = new URLSearchParams({
    ...(order === 'name' ? {} : { by: order }),
    ...(page > 1 ? { page: String(page) } : {}),
  });
  return `${paths.portfolio()}${asked.size > 0 ? `?${asked}` : ''}`;
};

export default function Portfolio() {
  const { order, page, pages, count, teams } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Where our teams stand"
      className="p-coach"
      meta={`${plural(count, 'team')}. The score is the coach’s; beside it is what the team claims and what the data suggest. Teams stand by name: this is no ranking.`}
    >
      <nav className="qfilter" aria-label="How to group them">
        <div className="qtabs">
          {portfolioOrders.map((one) => (
            <a key={one} href={at(one)} aria-current={one === order ? 'true' : undefined}>
              {portfolioOrderWords[one]}
            </a>
          ))}
        </div>
      </nav>
      {teams.length === 0 ? <p className="lead">No team has begun yet.</p> : null}
      {portfolioGroups(teams, order).map((group) => (
        <Row
          key={group.name}
          id={group.name.toLowerCase().replaceAll(/\W+/g, '-')}
          title={group.name}
          note={plural(group.teams.length, 'team')}
          wide
        >
          <TeamScores teams={group.teams} caption={group.name} />
        </Row>
      ))}
      {pages > 1 ? (
        <nav className="btns" aria-label="Pages">
          {page > 1 ? (
            <a className="btn line" href={at(order, page - 1)}>
              Before
            </a>
          ) : null}
          <span className="soft">
            Page {page} of {pages}
          </span>
          {page < pages ? (
            <a className="btn line" href={at(order, page + 1)}>
              More teams
            </a>
          ) : null}
        </nav>
      ) : null}
    </Page>
  );
}

const said = (score: number | null) => (score === null ? 'Not yet' : scoreWords(score));

function TeamScores({ teams, caption }: { teams: Team[]; caption: string }) {
  return (
    <table className="tbl stacked">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Team</th>
          <th scope="col">Settled</th>
          <th scope="col">Claimed</th>
          <th scope="col">Suggested</th>
          <th scope="col">Stage</th>
          <th scope="col">Signal</th>
          <th scope="col">Coach</th>
        </tr>
      </thead>
      <tbody>
        {teams.map((team) => (
          <tr key={team.id}>
            <th scope="row">
              <a href={paths.team(team.id)}>{team.name}</a>
            </th>
            <td data-label="Settled" className="nowrap">
              <a href={paths.progress(team.id)}>
                {said(team.settled)}
                <span className="vh">: progress of {team.name}</span>
              </a>
            </td>
            <td data-label="Claimed" className="nowrap">
              {said(team.claimed)}
            </td>
            <td data-label="Suggested">{scoreWords(team.suggested)}</td>
            <td data-label="Stage" className="nowrap">
              <span className="with-wheel">
                {team.wheel ? <Wheel size={26} states={team.wheel} decorative /> : null}
                {team.cycle ? (
                  <a href={team.cycle.href}>
                    {team.stage}, Cycle {team.cycle.number}
                  </a>
                ) : (
                  team.stage
                )}
              </span>
            </td>
            <td data-label="Signal">
              {team.signal === 'improving' || team.signal === 'worse' ? (
                <>
                  <Mark verdict={team.signal === 'improving' ? 'better' : 'worse'} /> {team.said}
                </>
              ) : (
                signalGroupWords[team.signal]
              )}
            </td>
            <td data-label="Coach">{team.coaches || 'None yet'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

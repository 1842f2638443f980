import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { Ramp } from '~/charts/ramp';
import { cyclesOfTeam } from '~/cycles/queries.server';
import { rampsOf } from '~/cycles/ramp';
import { rampSteps } from '~/cycles/ramp-steps';
import { HistoryList } from '~/history/history-list';
import { thingHistory } from '~/history/queries.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';
import { listPractices } from '~/practices/queries.server';
import { rewriteIdea } from '~/theories/commands.server';
import { ideaForm } from '~/theories/forms';
import { IdeaSheet } from '~/theories/idea-sheet';
import { findIdea } from '~/theories/queries.server';
import { Page, Row } from '~/ui/page';
import { withPresent } from '~/ui/with-present';
import { plural } from '~/ui/words';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.idea.name ?? 'Change idea'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params);
  const idea = await findIdea(team, params.ideaId);
  const [cycles, practices, lines] = await Promise.all([
    cyclesOfTeam(team),
    listPractices(team),
    thingHistory(team, idea.id),
  ]);
  const own = cycles.filter((cycle) => cycle.ideaId === idea.id);
  const href = (id: string) => paths.cycle(team.teamId, id);
  return {
    teamId: team.teamId,
    team: team.teamName,
    idea,
    tested: own.length,
    ramps: rampsOf(own).map(({ steps }) => rampSteps(steps, team.today, team.community.holidays, href)),
    practices: withPresent(
      practices.map(({ id, name }) => ({ value: id, label: name })),
      idea.practiceId,
      idea.practice,
    ),
    lines,
    timeZone: team.community.timeZone,
    mayWrite: team.may('write ideas') && !team.teamIsArchived,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write ideas');
  const idea = await findIdea(team, params.ideaId);
  return submit(request, ideaForm, async (fields) => {
    await rewriteIdea(team, idea.id, fields);
    return redirectSaying(paths.idea(team.teamId, idea.id), 'Saved.');
  });
}

export default function Idea() {
  const { teamId, team, idea, tested, ramps, practices, lines, timeZone, mayWrite } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title={idea.name}
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(teamId), label: team },
      ]}
      meta={
        <>
          A change idea of {team}.{' '}
          {idea.practiceId ? (
            <>
              It comes from the practice <a href={paths.practice(idea.practiceId)}>{idea.practice}</a>.
            </>
          ) : (
            'It comes from no practice of the library.'
          )}
        </>
      }
      actions={
        mayWrite ? (
          <a className="btn" href={`${paths.newCycle(teamId)}?idea=${idea.id}`}>
            Test it
          </a>
        ) : undefined
      }
    >
      <Row id="tests" title="Its tests" note={tested > 0 ? plural(tested, 'cycle') : undefined} wide>
        {tested === 0 ? <p className="lead">Nobody has tested it yet.</p> : null}
        <div className="stack-l">
          {ramps.map((steps) => (
            <Ramp key={steps[0]?.id} steps={steps} />
          ))}
        </div>
      </Row>
      {idea.adaptation ? (
        <Row id="adaptation" title="What we do differently">
          <p className="ans">{idea.adaptation}</p>
        </Row>
      ) : null}
      {mayWrite ? (
        <Row id="about" title="Edit it">
          <IdeaSheet answer={answer} values={idea} practices={practices} />
        </Row>
      ) : null}
      <Row id="history" title="History">
        <HistoryList lines={lines} timeZone={timeZone} />
      </Row>
    </Page>
  );
}

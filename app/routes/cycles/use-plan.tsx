import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { transaction } from '#db/client.server';
import { requireTeam } from '~/access/gate.server';
import { workingDayFrom } from '~/access/working-days';
import { startWithPlan } from '~/cycles/commands/use-plan.server';
import { usePlanForm } from '~/cycles/forms';
import { myTeams } from '~/cycles/my-work.server';
import { findCycle } from '~/cycles/queries.server';
import { UsePlanSheet } from '~/cycles/use-plan-sheet';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { newFormKey, once, sentKey } from '~/http/once.server';
import { paths } from '~/paths';
import { takeOverIdea } from '~/theories/commands.server';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: data ? `Use the plan of ${data.team}, Cycle ${data.number} · Upcurve` : 'Use this plan · Upcurve',
  },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const from = await requireTeam(request, params);
  const [cycle, mine] = await Promise.all([findCycle(from, params.cycleId), myTeams(from)]);
  const asked = new URL(request.url).searchParams.get('team');
  const chosen = mine.find(({ id }) => id === asked) ?? mine.find(({ id }) => id !== from.teamId) ?? mine[0];
  return {
    teamId: from.teamId,
    team: from.teamName,
    cycleId: cycle.id,
    number: cycle.number,
    questions: cycle.questions.map(({ id, question }) => ({ id, question })),
    objective: cycle.objective,
    teams: mine.map(({ id, name }) => ({ value: id, label: name })),
    values: {
      teamId: chosen?.id,
      idea: cycle.idea,
      startsOn: workingDayFrom(from.today, from.community.holidays),
    },
    formKey: newFormKey(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const from = await requireTeam(request, params);
  const cycle = await findCycle(from, params.cycleId);
  return submit(request, usePlanForm, async (fields, form) => {
    const into = await requireTeam(request, { teamId: fields.teamId }, 'write cycles');
    const { place } = await once(into.person.id, sentKey(form), async () => {
      const started = await transaction(async () => {
        const { idea: name, adaptation } = fields;
        const ideaId = await takeOverIdea(into, cycle.ideaId, { name, adaptation });
        return startWithPlan(into, { team: from, cycleId: cycle.id }, ideaId, fields.startsOn);
      });
      return paths.cycle(into.teamId, started.id);
    });
    return redirectSaying(
      place,
      'The plan is yours now. Change what is different for you, and predict again.',
    );
  });
}

export default function UseThisPlan() {
  const { teamId, team, cycleId, number, questions, objective, teams, values, formKey } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title="Use this plan"
      crumbs={[
        { href: paths.team(teamId), label: team },
        { href: paths.cycle(teamId, cycleId), label: `Cycle ${number}` },
      ]}
      meta={`The plan of ${team}, Cycle ${number}: ${values.idea}`}
    >
      <Row id="what" title="What you take over">
        <div className="stack">
          {objective ? <p className="ans">{objective}</p> : null}
          <ul className="plain">
            {questions.map(({ id, question }) => (
              <li key={id}>{question}</li>
            ))}
          </ul>
          <p className="hint">
            The questions and what was expected, the tasks, the data to collect and the size are copied.
            Names, days and predicted numbers are not: those are theirs.
          </p>
        </div>
      </Row>
      <Row id="yours" title="Make it yours">
        {teams.length === 0 ? (
          <p className="lead">You need a team of your own to use it in. Its coach or a leader can add you.</p>
        ) : (
          <UsePlanSheet answer={answer} formKey={formKey} values={values} teams={teams} />
        )}
      </Row>
    </Page>
  );
}

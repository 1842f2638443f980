import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { transaction } from '#db/client.server';
import { requirePractice, requireTeam } from '~/access/gate.server';
import { workingDayFrom } from '~/access/working-days';
import { startWithPractice } from '~/cycles/commands/start-with-practice.server';
import { myTeams } from '~/cycles/my-work.server';
import { RuleBroken } from '~/http/errors';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { newFormKey, once, sentKey } from '~/http/once.server';
import { paths } from '~/paths';
import { decisionsOfPractice } from '~/practices/decide.server';
import { usePracticeForm } from '~/practices/forms';
import { cyclesOfPractice, findPractice } from '~/practices/queries.server';
import { linesOf } from '~/practices/steps';
import { WhyStopped, whyStopped } from '~/practices/stopped';
import { whatWentWrong } from '~/practices/told';
import { WhoMayUse } from '~/practices/use-it';
import { teamsWithoutIt } from '~/practices/use-it.server';
import { UsePracticeSheet } from '~/practices/use-practice-sheet';
import { ideaForPractice } from '~/theories/commands.server';
import { Page, Row } from '~/ui/page';
import { listed } from '~/ui/words';
import { evidenceOfPractice } from './read-evidence.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Use ${data?.practice.name ?? 'a practice'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requirePractice(request, params);
  const evidence = await evidenceOfPractice(access);
  const [practice, mine, mayUse, decisions, cycles] = await Promise.all([
    findPractice(access),
    myTeams(access),
    teamsWithoutIt(access),
    decisionsOfPractice(access),
    cyclesOfPractice(access),
  ]);
  const asked = new URL(request.url).searchParams.get('team');
  return {
    practice,
    steps: linesOf(practice.steps),
    core: linesOf(practice.coreParts),
    mayChange: listed(linesOf(practice.adaptableParts)),
    stop: whyStopped(evidence?.evidence.tier, decisions, whatWentWrong(cycles)),
    timeZone: access.community.timeZone,
    today: access.today,
    mayUse,
    teams: mine.map(({ id, name }) => ({ value: id, label: name })),
    values: {
      teamId: (mine.find(({ id }) => id === asked) ?? mine[0])?.id,
      idea: practice.name,
      startsOn: workingDayFrom(access.today, access.community.holidays),
    },
    formKey: newFormKey(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requirePractice(request, params);
  const practice = await findPractice(access);
  return submit(request, usePracticeForm, async (fields, form) => {
    if (practice.mergedIntoId !== null)
      throw new RuleBroken('This practice was merged into another one. Use that one.');
    const team = await requireTeam(request, { teamId: fields.teamId }, 'write cycles');
    const { place } = await once(team.person.id, sentKey(form), async () => {
      const started = await transaction(async () => {
        const { idea: name, adaptation, context } = fields;
        const ideaId = await ideaForPractice(team, { name, adaptation, context, practiceId: practice.id });
        return startWithPractice(team, ideaId, fields, {
          objective: practice.description,
          focusGroup: practice.forWhom,
          steps: linesOf(practice.steps),
        });
      });
      return paths.cycle(team.teamId, started.id);
    });
    return redirectSaying(place, 'The cycle is started with the plan of the practice. Make it yours.');
  });
}

export default function UsePractice() {
  const { practice, steps, core, mayChange, stop, timeZone, today, mayUse, teams, values, formKey } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title="Use this practice"
      crumbs={[
        { href: paths.practices(), label: 'Practices' },
        { href: paths.practice(practice.id), label: practice.name },
      ]}
      meta={practice.name}
    >
      {stop ? (
        <Row id="stopped" title="Before you begin">
          <WhyStopped stop={stop} timeZone={timeZone} today={today} />
        </Row>
      ) : null}
      <Row id="what" title="The plan you start with">
        <div className="stack">
          {practice.description ? <p className="ans">{practice.description}</p> : null}
          {steps.length > 0 ? (
            <ol className="plain">
              {steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          ) : (
            <p className="soft">Its steps are not written yet, so the cycle starts without tasks.</p>
          )}
          {core.length > 0 ? (
            <div>
              <h3>What must stay as it is</h3>
              <ul className="plain">
                {core.map((part) => (
                  <li key={part}>{part}</li>
                ))}
              </ul>
            </div>
          ) : null}
          <p className="hint">
            The steps become tasks of the cycle. You can change every word of the plan afterwards.
          </p>
        </div>
      </Row>
      <Row id="yours" title="Make it yours">
        {teams.length === 0 ? (
          <div className="stack">
            {stop ? (
              <p>A team uses it in a cycle of its own, and you are on no team.</p>
            ) : (
              <WhoMayUse {...mayUse} />
            )}
            <div className="btns">
              <a className="btn line" href={paths.practice(practice.id)}>
                Back to the practice
              </a>
            </div>
          </div>
        ) : (
          <UsePracticeSheet
            answer={answer}
            formKey={formKey}
            values={values}
            teams={teams}
            mayChange={mayChange}
            isStopped={stop !== null}
          />
        )}
      </Row>
    </Page>
  );
}

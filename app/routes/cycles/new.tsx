import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { transaction } from '#db/client.server';
import { requireTeam } from '~/access/gate.server';
import { workingDayFrom } from '~/access/working-days';
import { startCycle } from '~/cycles/commands/start.server';
import { chosenIdea, startForm } from '~/cycles/forms';
import { StartSheet } from '~/cycles/start-sheet';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { once, sentKey } from '~/http/once.server';
import { paths } from '~/paths';
import { findTried } from '~/search/tried.server';
import { TriedList } from '~/search/tried-list';
import { useTried } from '~/search/use-tried';
import { addIdea } from '~/theories/commands.server';
import { Page, Row } from '~/ui/page';
import { OtherTeams } from './other-teams';
import { readStart } from './read-start.server';

export const meta: MetaFunction = () => [{ title: 'Start a cycle · Upcurve' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  const start = await readStart(team, request);
  const { searchParams } = new URL(request.url);
  const typed = (name: string) => searchParams.get(name)?.slice(0, 1000) || undefined;
  // Without JavaScript "See what was tried" sends the form to this address, and it comes back as it was.
  const isAsked = searchParams.get('look') === 'tried';
  const chosen = start.ideas.find(({ value }) => value === searchParams.get('ideaId'));
  const about = typed('newIdea') ?? chosen?.label;
  return {
    ...start,
    values: {
      practiceId: typed('practiceId') ?? start.practiceId,
      ideaId: chosen?.value ?? start.ideaId,
      suggestedId: start.ideaId ?? chosen?.value,
      newIdea: typed('newIdea'),
      question: typed('question'),
      prediction: typed('prediction'),
      startsOn: typed('startsOn') ?? workingDayFrom(team.today, team.community.holidays),
    },
    tried: isAsked && about ? await findTried(team, about) : null,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  return submit(request, startForm, async (fields, form) => {
    const { place } = await once(team.person.id, sentKey(form), async () => {
      const cycle = await transaction(async () => {
        const ideaId = chosenIdea(fields) ?? (await addIdea(team, { ...fields, name: fields.newIdea }));
        return startCycle(team, ideaId, fields);
      });
      return paths.cycle(team.teamId, cycle.id);
    });
    return redirectSaying(place, 'The cycle is started. The rest of the Plan can wait until you need it.');
  });
}

export default function NewCycle() {
  const {
    teamId,
    team,
    ideas,
    practices,
    values,
    formKey,
    otherTeams,
    tried: first,
  } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { tried, onIdea } = useTried(teamId, first);
  return (
    <Page
      title="Start a cycle"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(teamId), label: team },
      ]}
      meta={
        <>
          For {team}. <OtherTeams teams={otherTeams} href={paths.newCycle} /> Is the test over already?{' '}
          <a href={paths.finishedCycle(teamId)}>Log a finished test</a>
        </>
      }
    >
      <Row id="four" title="Four questions" note="All else can wait">
        <StartSheet
          key={teamId}
          answer={answer}
          formKey={formKey}
          values={values}
          ideas={ideas}
          practices={practices}
          onIdea={onIdea}
          tried={tried ? <TriedList tried={tried} teamId={teamId} /> : null}
        />
      </Row>
    </Page>
  );
}

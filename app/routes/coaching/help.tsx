import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { AskCard } from '~/coaching/ask-card';
import { asksInBrief, isOpenAsk } from '~/coaching/ask-words';
import { asksOfTeam } from '~/coaching/asks.server';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';
import { DeedButton } from '~/ui/sheet';

export const meta: MetaFunction = () => [{ title: 'What we asked our coach · Upcurve' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  // For those concerned: whoever writes the team's cycles asks, and its coach is one of them.
  const team = await requireTeam(request, params, 'write cycles');
  return {
    team: { id: team.teamId, name: team.teamName },
    asks: await asksOfTeam(team),
    timeZone: team.community.timeZone,
    mayAnswer: team.may('review cycles'),
  };
}

export default function Help() {
  const { team, asks, timeZone, mayAnswer } = useLoaderData<typeof loader>();
  return (
    <Page
      title="What we asked our coach"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
      ]}
      meta={`${asksInBrief(asks)} Only this team and its coach see this.`}
      actions={
        <a className="btn" href={paths.askHelp(team.id)}>
          Ask for help
        </a>
      }
    >
      {asks.length > 0 ? (
        <Row id="asks" title="Asked">
          <ul className="asks-list">
            {asks.map((ask) => (
              <li key={ask.id} id={ask.id}>
                <AskCard ask={ask} timeZone={timeZone} />
                <div className="btns">
                  {mayAnswer && ask.closedAt === null ? (
                    <a className="btn line" href={`${paths.answerAsk(team.id, ask.id)}#panel`}>
                      {ask.answers.length > 0 ? 'Answer again' : 'Answer'}
                      <span className="vh">: {ask.words}</span>
                    </a>
                  ) : null}
                  {ask.closedAt === null ? (
                    <DeedButton action={paths.closeAsk(team.id, ask.id)} kind="text">
                      {isOpenAsk(ask) ? 'No longer needed' : 'That answers it'}
                      <span className="vh">: {ask.words}</span>
                    </DeedButton>
                  ) : null}
                </div>
              </li>
            ))}
          </ul>
        </Row>
      ) : null}
    </Page>
  );
}

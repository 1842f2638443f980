import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { IdeaTag } from '~/charts/idea-glyph';
import { RampFigure } from '~/charts/ramp-drawing';
import { rampsOf, rampTrees } from '~/cycles/ramp';
import { rampPicture } from '~/cycles/ramp-picture';
import { HistoryList } from '~/history/history-list';
import { thingHistory } from '~/history/queries.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { shownIn } from '~/http/meanwhile';
import { paths } from '~/paths';
import { listPractices } from '~/practices/queries.server';
import { unbelieved } from '~/theories/belief';
import { BeliefsList } from '~/theories/beliefs-list';
import { rewriteIdea } from '~/theories/commands.server';
import { ideaForm } from '~/theories/forms';
import { IdeaSheet } from '~/theories/idea-sheet';
import { MeasuresHere } from '~/theories/measures-here';
import { findIdea } from '~/theories/queries.server';
import { driversInOrder } from '~/theories/tree';
import { stateInWords } from '~/theories/view';
import { dayWithYear } from '~/ui/dates';
import { useSavedRound } from '~/ui/form-round';
import { Page, Row } from '~/ui/page';
import { DeedButton } from '~/ui/sheet';
import { withPresent } from '~/ui/with-present';
import { plural } from '~/ui/words';
import { toldBeliefs } from './read-part.server';
import { readWholeTheory } from './read-theory.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.idea.name ?? 'Change idea'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params);
  const idea = await findIdea(team, params.ideaId);
  const [{ rows, cycles, measures, view }, practices, lines] = await Promise.all([
    readWholeTheory(team),
    listPractices(team),
    thingHistory(team, idea.id),
  ]);
  const own = cycles.filter((cycle) => cycle.ideaId === idea.id);
  const href = (id: string) => paths.cycle(team.teamId, id);
  const shown = view.ideas[idea.id];
  const drivers = driversInOrder(view.tree).map(({ id, parentId, ideaIds }) => ({
    id,
    name: view.drivers[id]?.name ?? '',
    isPrimary: parentId === null,
    isOver: ideaIds.includes(idea.id),
  }));
  return {
    teamId: team.teamId,
    team: team.teamName,
    idea,
    tested: own.length,
    state: stateInWords(idea, own, rows.startedElsewhere, rampsOf(own).length),
    isBelieved: !unbelieved(rows.beliefs).has(idea.id),
    hung: shown?.measures ?? [],
    measures: measures.map(({ id, name }) => ({ value: id, label: name })),
    drivers,
    beliefs: toldBeliefs(team, rows, cycles, idea.id),
    ramps: rampTrees(own).map((tree) =>
      rampPicture(tree, { today: team.today, holidays: team.community.holidays, href }),
    ),
    practices: withPresent(
      practices.map(({ id, name }) => ({ value: id, label: name })),
      idea.practiceId,
      idea.practice,
    ),
    lines,
    timeZone: team.community.timeZone,
    mayMakePractice: team.may('manage practices'),
    mayWrite: team.may('write ideas') && !team.teamIsArchived,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write ideas');
  const idea = await findIdea(team, params.ideaId);
  return submit(request, ideaForm, async (fields, form) => {
    // A line of the outline sends its name alone.
    const isWhole = form.has('adaptation') || form.has('practiceId');
    await rewriteIdea(team, idea.id, isWhole ? fields : { name: fields.name }, shownIn(form));
    const place =
      form.get('back') === 'theory' ? paths.theory(team.teamId) : paths.idea(team.teamId, idea.id);
    return redirectSaying(place, 'Saved.');
  });
}

export default function Idea() {
  const page = useLoaderData<typeof loader>();
  const { teamId, team, idea, tested, ramps, state, isBelieved, drivers, beliefs, mayWrite } = page;
  const answer = useActionData<typeof action>();
  const round = useSavedRound(answer);
  const isAway = idea.archivedAt !== null;
  const mayEdit = mayWrite && !isAway;
  const over = drivers.filter(({ isOver }) => isOver);
  const left = drivers.filter(({ isOver }) => !isOver);
  return (
    <Page
      title={isBelieved ? idea.name : <s>{idea.name}</s>}
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(teamId), label: team },
        { href: paths.theory(teamId), label: 'Our theory' },
      ]}
      meta={
        <>
          A change idea of {team}. {isBelieved ? '' : 'We no longer believe in it. '}
          {idea.practiceId ? (
            <>
              It comes from the practice <a href={paths.practice(idea.practiceId)}>{idea.practice}</a>.
            </>
          ) : (
            'It comes from no practice of the library.'
          )}{' '}
          {idea.practiceId === null && page.mayMakePractice ? (
            <>
              <a href={paths.newPractice(idea.id)}>Make a practice of it</a>.{' '}
            </>
          ) : null}
          <IdeaTag state={state.state} words={state.stateWords} />
        </>
      }
      actions={
        mayEdit ? (
          <a className="btn" href={`${paths.newCycle(teamId)}?idea=${idea.id}`}>
            Test it
          </a>
        ) : undefined
      }
    >
      {isAway ? (
        <div className="banner">
          <p>
            This idea was put away on {dayWithYear(idea.archivedAt?.slice(0, 10) ?? '')}. Its cycles can be
            read, and no new cycle is offered it.
          </p>
          {mayWrite ? (
            <DeedButton action={paths.bringBackIdea(teamId, idea.id)}>Bring it back</DeedButton>
          ) : null}
        </div>
      ) : null}
      <Row id="tests" title="Its tests" note={tested > 0 ? plural(tested, 'cycle') : undefined} wide>
        {tested === 0 ? <p className="lead">Nobody has tested it yet.</p> : null}
        <div className="stack-l">
          {ramps.map((picture) => (
            <RampFigure key={picture.bands[0]?.key} picture={picture} />
          ))}
        </div>
      </Row>
      <Row id="drivers" title="Its drivers" note="What it should move">
        <div className="stack">
          {over.length === 0 ? <p className="soft">It is under no driver.</p> : null}
          {over.length > 0 ? (
            <ul className="rows">
              {over.map((driver) => (
                <li key={driver.id}>
                  <a href={paths.driver(teamId, driver.id)}>{driver.name}</a>
                  {mayEdit ? (
                    <DeedButton
                      action={paths.takeIdeaOff(teamId, idea.id)}
                      kind="text"
                      values={{ driverId: driver.id }}
                    >
                      Take off<span className="vh"> the driver {driver.name}</span>
                    </DeedButton>
                  ) : null}
                </li>
              ))}
            </ul>
          ) : null}
          {mayEdit && left.length > 0 ? (
            <Form method="post" action={paths.placeIdea(teamId)} className="inline one" preventScrollReset>
              <input type="hidden" name="ideaId" value={idea.id} />
              <input type="hidden" name="back" value="idea" />
              <div className="field">
                <label htmlFor="under">Put it under another driver too</label>
                <span className="select">
                  <select className="in" id="under" name="driverId" defaultValue="">
                    <option value="">Choose a driver</option>
                    {left.map(({ id, name, isPrimary }) => (
                      <option key={id} value={id}>
                        {isPrimary ? name : `– ${name}`}
                      </option>
                    ))}
                  </select>
                </span>
              </div>
              <button type="submit" className="btn line">
                Put it there
              </button>
            </Form>
          ) : null}
          {mayEdit && drivers.length === 0 ? (
            <p className="btns">
              <a className="btn line" href={paths.newDriver(teamId)}>
                Add a driver
              </a>
            </p>
          ) : null}
        </div>
      </Row>
      <Row id="measures" title="Its measures" note="They show if it works">
        <MeasuresHere
          teamId={teamId}
          measures={page.hung}
          choices={page.measures}
          on={{ idea: idea.id }}
          mayWrite={mayEdit}
        />
      </Row>
      {beliefs.length > 0 || mayEdit ? (
        <Row id="beliefs" title="Do we believe in it?">
          <div className="stack">
            {beliefs.length > 0 ? (
              <BeliefsList teamId={teamId} beliefs={beliefs} />
            ) : (
              <p className="soft">We do, as long as nobody says otherwise.</p>
            )}
            {mayEdit ? (
              <p className="btns">
                <a className="btn line" href={paths.ideaBelief(teamId, idea.id)}>
                  {isBelieved ? 'We no longer believe this' : 'We believe this again'}
                </a>
              </p>
            ) : null}
          </div>
        </Row>
      ) : null}
      {idea.adaptation ? (
        <Row id="adaptation" title="What we do differently">
          <p className="ans">{idea.adaptation}</p>
        </Row>
      ) : null}
      {idea.context ? (
        <Row id="context" title="Where and with whom">
          <p className="ans">{idea.context}</p>
        </Row>
      ) : null}
      {mayEdit ? (
        <Row id="about" title="Edit it">
          <div className="stack-l">
            <IdeaSheet key={round} answer={answer} values={idea} practices={page.practices} />
            <div>
              <DeedButton action={paths.archiveIdea(teamId, idea.id)} kind="text">
                Put this idea away
              </DeedButton>
              <p className="hint">
                It is offered no more, its cycles stay to be read, and it can be brought back.
              </p>
            </div>
          </div>
        </Row>
      ) : null}
      <Row id="history" title="History">
        <HistoryList lines={page.lines} timeZone={page.timeZone} />
      </Row>
    </Page>
  );
}

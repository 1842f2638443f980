import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { IdeaTag } from '~/charts/idea-glyph';
import { HistoryList } from '~/history/history-list';
import { thingHistory } from '~/history/queries.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { shownIn } from '~/http/meanwhile';
import { factorsOfDriver } from '~/indicators/factors.server';
import { paths } from '~/paths';
import { BeliefsList } from '~/theories/beliefs-list';
import { rewriteDriver } from '~/theories/drivers.server';
import { driverForm } from '~/theories/forms';
import { MeasuresHere } from '~/theories/measures-here';
import { DriverSheet } from '~/theories/part-sheets';
import { findDriver } from '~/theories/queries.server';
import { findDriver as driverIn } from '~/theories/tree';
import { dayWithYear } from '~/ui/dates';
import { useSavedRound } from '~/ui/form-round';
import { Page, Row } from '~/ui/page';
import { DeedButton } from '~/ui/sheet';
import { toldBeliefs } from './read-part.server';
import { readWholeTheory } from './read-theory.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.driver.name ?? 'Driver'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params);
  const driver = await findDriver(team, params.driverId);
  const [{ rows, cycles, measures, view }, lines, factors] = await Promise.all([
    readWholeTheory(team),
    thingHistory(team, driver.id),
    factorsOfDriver(team, driver.id),
  ]);
  const node = driverIn(view.tree, driver.id);
  const named = (id: string) => ({ id, name: view.drivers[id]?.name ?? '' });
  return {
    teamId: team.teamId,
    team: team.teamName,
    driver,
    parent: driver.parentId === null ? null : named(driver.parentId),
    isBelieved: view.drivers[driver.id]?.isBelieved ?? true,
    hung: view.drivers[driver.id]?.measures ?? [],
    secondary: (node?.drivers ?? []).map(({ id }) => named(id)),
    ideas: (node?.ideaIds ?? []).flatMap((id) => view.ideas[id] ?? []),
    // Where it could go: under another primary driver, while nothing hangs under it.
    others: view.tree
      .filter(({ id }) => id !== driver.id && (node?.drivers.length ?? 0) === 0)
      .map(({ id }) => named(id)),
    measures: measures.map(({ id, name }) => ({ value: id, label: name })),
    beliefs: toldBeliefs(team, rows, cycles, driver.id),
    lines,
    factors,
    timeZone: team.community.timeZone,
    mayWrite: team.may('write ideas') && !team.teamIsArchived,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write ideas');
  const { id } = await findDriver(team, params.driverId);
  return submit(request, driverForm, async ({ name, detail }, form) => {
    // A line of the outline sends its name alone.
    await rewriteDriver(team, id, form.has('detail') ? { name, detail } : { name }, shownIn(form));
    const place = form.get('back') === 'theory' ? paths.theory(team.teamId) : paths.driver(team.teamId, id);
    return redirectSaying(place, 'Saved.');
  });
}

export default function Driver() {
  const page = useLoaderData<typeof loader>();
  const { teamId, team, driver, parent, isBelieved, hung, secondary, ideas, beliefs, mayWrite } = page;
  const answer = useActionData<typeof action>();
  const round = useSavedRound(answer);
  const isAway = driver.archivedAt !== null;
  const mayEdit = mayWrite && !isAway;
  return (
    <Page
      title={isBelieved ? driver.name : <s>{driver.name}</s>}
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(teamId), label: team },
        { href: paths.theory(teamId), label: 'Our theory' },
      ]}
      meta={
        <>
          {isBelieved ? '' : 'We no longer believe this. '}
          {parent ? (
            <>
              A secondary driver, under <a href={paths.driver(teamId, parent.id)}>{parent.name}</a>.
            </>
          ) : (
            'A primary driver, right under the aim.'
          )}
        </>
      }
    >
      {isAway ? (
        <div className="banner">
          <p>This driver was put away on {dayWithYear(driver.archivedAt?.slice(0, 10) ?? '')}.</p>
          {mayWrite ? (
            <DeedButton action={paths.bringBackDriver(teamId, driver.id)}>Bring it back</DeedButton>
          ) : null}
        </div>
      ) : null}
      {driver.detail ? (
        <Row id="detail" title="What we mean">
          <p className="ans lines">{driver.detail}</p>
        </Row>
      ) : null}
      {page.factors.length > 0 ? (
        <Row id="from" title="Where it came from">
          <ul className="rows">
            {page.factors.map((factor) => (
              <li key={factor.id}>
                <a href={paths.factor(factor.indicatorId, factor.id)}>{factor.name}</a>
                <span>
                  A root cause of <a href={paths.indicator(factor.indicatorId)}>{factor.indicator}</a>
                </span>
              </li>
            ))}
          </ul>
        </Row>
      ) : null}
      <Row id="under" title="Under it">
        <div className="stack">
          {secondary.length + ideas.length === 0 ? <p className="soft">Nothing yet.</p> : null}
          {secondary.length > 0 ? (
            <ul className="rows">
              {secondary.map(({ id, name }) => (
                <li key={id}>
                  <a href={paths.driver(teamId, id)}>{name}</a>
                  <span>Secondary driver</span>
                </li>
              ))}
            </ul>
          ) : null}
          {ideas.length > 0 ? (
            <ul className="rows">
              {ideas.map((idea) => (
                <li key={idea.id}>
                  <a href={paths.idea(teamId, idea.id)}>{idea.name}</a>
                  <IdeaTag state={idea.state} words={idea.stateWords} />
                </li>
              ))}
            </ul>
          ) : null}
          {mayEdit ? (
            <p className="btns">
              <a className="btn line" href={paths.placeIdea(teamId, driver.id)}>
                Add a change idea
              </a>
              {parent ? null : (
                <a className="btn line" href={paths.newDriver(teamId, driver.id)}>
                  Add a secondary driver
                </a>
              )}
            </p>
          ) : null}
        </div>
      </Row>
      <Row id="measures" title="Its measures" note="They show if it moves">
        <MeasuresHere
          teamId={teamId}
          measures={hung}
          choices={page.measures}
          on={{ driver: driver.id }}
          mayWrite={mayEdit}
        />
      </Row>
      {beliefs.length > 0 || mayEdit ? (
        <Row id="beliefs" title="Do we believe it?">
          <div className="stack">
            {beliefs.length > 0 ? (
              <BeliefsList teamId={teamId} beliefs={beliefs} />
            ) : (
              <p className="soft">We do, as long as nobody says otherwise.</p>
            )}
            {mayEdit ? (
              <p className="btns">
                <a className="btn line" href={paths.driverBelief(teamId, driver.id)}>
                  {isBelieved ? 'We no longer believe this' : 'We believe this again'}
                </a>
              </p>
            ) : null}
          </div>
        </Row>
      ) : null}
      {mayEdit ? (
        <Row id="about" title="Edit it">
          <div className="stack-l">
            <DriverSheet key={round} answer={answer} values={{ name: driver.name, detail: driver.detail }} />
            {parent || page.others.length > 0 ? (
              <Form method="post" action={paths.putDriverUnder(teamId, driver.id)} className="inline one">
                <div className="field">
                  <label htmlFor="parent">Put it under</label>
                  <span className="select">
                    <select className="in" id="parent" name="parentId" defaultValue={driver.parentId ?? ''}>
                      <option value="">The aim: a primary driver</option>
                      {page.others.map(({ id, name }) => (
                        <option key={id} value={id}>
                          {name}
                        </option>
                      ))}
                    </select>
                  </span>
                </div>
                <button type="submit" className="btn line">
                  Move it
                </button>
              </Form>
            ) : null}
            <div>
              <DeedButton action={paths.archiveDriver(teamId, driver.id)} kind="text">
                Put this driver away
              </DeedButton>
              <p className="hint">It leaves the theory with what is under it, and can be brought back.</p>
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

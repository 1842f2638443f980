import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { pointForm } from '~/measures/cell-forms';
import { enterPoint } from '~/measures/enter-point.server';
import { enteredWords } from '~/measures/entry';
import { entryPage } from '~/measures/grid.server';
import { NumbersGrid } from '~/measures/numbers-grid';
import { GridChoices, GridHelp } from '~/measures/numbers-parts';
import { PointSheet } from '~/measures/point-sheet';
import { findMeasure } from '~/measures/queries.server';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Enter ${data?.measure.name ?? 'a number'} · Upcurve` },
];

/** After a refusal too: what stands there now is part of the form. */
export const shouldRevalidate = () => true;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  const measure = await findMeasure(access, params.measureId);
  return {
    measure,
    team: { id: access.teamId, name: access.teamName },
    ...(await entryPage(access, measure, request.url)),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  const { id } = await findMeasure(access, params.measureId);
  return submit(request, pointForm, async ({ after, ...fields }) => {
    const entered = await enterPoint(access, id, fields);
    const of = fields.group === '' ? '' : `?columns=${encodeURIComponent(fields.group)}`;
    const next = `${paths.enterPoint(access.teamId, id)}${of}`;
    return redirectSaying(after === 'next' ? next : paths.measure(access.teamId, id), enteredWords(entered));
  });
}

/** Wide: the grid, on the oldest period that waits. Narrow: that one period, for one thumb. */
export default function EnterNumber() {
  const { measure, team, open, grid, group, cell } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title={open.title}
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
        { href: paths.measure(team.id, measure.id), label: measure.name },
      ]}
      meta={measure.name}
    >
      <Row
        id="numbers"
        title="The number"
        note={open.due}
        side={
          <div className="stack-l">
            <div className="entry-wide">
              <GridHelp grid={grid} />
            </div>
            {measure.definition ? (
              <div>
                <h2 className="sideh">How we count it</h2>
                <p className="small soft lines">{measure.definition}</p>
              </div>
            ) : null}
          </div>
        }
      >
        <div className="entry-wide">
          <GridChoices grid={grid} />
          <NumbersGrid grid={grid} back={paths.enterPoint(team.id, measure.id)} opens />
        </div>
        <div className="entry-narrow">
          <PointSheet
            key={`${open.period} ${group}`}
            answer={answer}
            teamId={team.id}
            measure={measure}
            open={open}
            group={group}
            groups={grid.allGroups}
            {...cell}
          />
        </div>
      </Row>
    </Page>
  );
}

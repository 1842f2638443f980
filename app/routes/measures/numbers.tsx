import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { type FormAnswer, submit } from '~/http/form.server';
import { safeNext } from '~/http/next';
import type { TypedChange } from '~/measures/cell-decision';
import { changesOfForm, numbersForm } from '~/measures/cell-forms';
import { enterCells } from '~/measures/entries.server';
import { savedEntryWords } from '~/measures/entry-words';
import type { CellAnswer } from '~/measures/grid';
import { answerOf, gridAsked, gridOf } from '~/measures/grid.server';
import { answered, draftsOf, typedAll } from '~/measures/grid-drafts';
import { NumbersGrid } from '~/measures/numbers-grid';
import { GridChoices, GridHelp } from '~/measures/numbers-parts';
import { PointSources } from '~/measures/point-sources-list';
import { findMeasure, readSeries } from '~/measures/queries.server';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Numbers of ${data?.grid.measure.name ?? 'a measure'} · Upcurve` },
];

/** Two people in one cell: what this person typed, and how the cells stand. */
interface Clashed {
  typed: TypedChange[];
  cells: CellAnswer[];
  sentence: string;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  const measure = await findMeasure(access, params.measureId);
  const series = await readSeries(access, measure.id);
  return {
    grid: await gridOf(access, measure, series, gridAsked(request.url)),
    team: { id: access.teamId, name: access.teamName },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  const { id } = await findMeasure(access, params.measureId);
  return submit(request, numbersForm, async ({ drawn, back }, form) => {
    const typed = changesOfForm(form, drawn);
    const entered = await enterCells(access, id, typed);
    const sentence = savedEntryWords(entered.counts);
    if (entered.counts.clashed === 0) {
      return redirectSaying(back ? safeNext(back) : paths.measure(access.teamId, id), sentence);
    }
    const { cells } = await answerOf(access, entered);
    const answer: Clashed = { typed, cells, sentence };
    return data(answer, { status: 422 });
  });
}

export default function NumbersPage() {
  const { grid, team } = useLoaderData<typeof loader>();
  const answer = useActionData() as Clashed | FormAnswer | undefined;
  const clashed = answer && 'cells' in answer ? answer : null;
  const refused = answer && 'error' in answer ? Object.values(answer.error ?? {}).flat() : [];
  const place = paths.numbers(team.id, grid.measure.id);
  return (
    <Page
      title="Numbers"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
        { href: paths.measure(team.id, grid.measure.id), label: grid.measure.name },
      ]}
      meta={grid.measure.name}
    >
      <Row id="numbers" title="Numbers" side={<GridHelp grid={grid} />} wide={grid.groups.length > 2}>
        {clashed || refused.length > 0 ? (
          <div className="errors" role="alert">
            {clashed ? <p className="err">Somebody else changed a number that you changed too.</p> : null}
            {refused.map((sentence) => (
              <p key={sentence} className="err">
                {sentence}
              </p>
            ))}
          </div>
        ) : null}
        <GridChoices grid={grid} />
        <NumbersGrid
          key={clashed ? 'clashed' : 'plain'}
          grid={grid}
          back={place}
          start={
            clashed
              ? answered(typedAll(draftsOf(grid.rows), clashed.typed), clashed.typed, clashed.cells)
              : null
          }
        />
        <PointSources sources={grid.sources} />
      </Row>
    </Page>
  );
}

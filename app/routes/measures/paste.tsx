import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { type FormAnswer, submit } from '~/http/form.server';
import { pastePoints } from '~/measures/commands.server';
import { pasteForm } from '~/measures/forms';
import { changesOf, type PastedChange, savedWords } from '~/measures/paste-changes';
import { PastePreview, PasteSheet } from '~/measures/paste-sheet';
import { findMeasure, readSeries } from '~/measures/queries.server';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Paste into ${data?.measure.name ?? 'a measure'} · Upcurve` },
];

interface Preview {
  preview: { text: string; changes: PastedChange[] };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  const measure = await findMeasure(access, params.measureId);
  return { measure, team: { id: access.teamId, name: access.teamName } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  const measure = await findMeasure(access, params.measureId);
  const points = await readSeries(access, measure.id);
  const schema = pasteForm(measure, { today: access.today, calendar: access.community, points });
  return submit(request, schema, async ({ text: rows, checked }, form) => {
    if (checked === null) {
      const changes = changesOf(rows, points);
      const answer: Preview = { preview: { text: String(form.get('text')), changes } };
      return Response.json(answer);
    }
    const counts = await pastePoints(access, measure.id, rows);
    return redirectSaying(paths.measure(access.teamId, measure.id), savedWords(counts));
  });
}

export default function PasteNumbers() {
  const { measure, team } = useLoaderData<typeof loader>();
  const answer = useActionData() as FormAnswer | Preview | undefined;
  const preview = answer && 'preview' in answer ? answer.preview : undefined;
  return (
    <Page
      title={preview ? 'Is this right?' : 'Paste numbers'}
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
        { href: paths.measure(team.id, measure.id), label: measure.name },
      ]}
      meta={measure.name}
    >
      {preview ? (
        <Row id="preview" title="What changes">
          <div className="stack">
            <PastePreview measure={measure} {...preview} />
            <p>
              <a href={paths.pastePoints(team.id, measure.id)}>Start over</a>
            </p>
          </div>
        </Row>
      ) : (
        <Row
          id="paste"
          title="Paste"
          side={
            <div className="stack-s">
              <h2 className="sideh">From Excel or Sheets</h2>
              <p className="small soft">
                Select the columns, copy them, and paste them here. Spaces and commas work too.
              </p>
              <p className="small soft">
                Do not paste names or student numbers. A column that looks like one is refused.
              </p>
            </div>
          }
        >
          <PasteSheet answer={answer as FormAnswer | undefined} measure={measure} />
        </Row>
      )}
    </Page>
  );
}

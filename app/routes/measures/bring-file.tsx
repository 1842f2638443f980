import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { dayIn } from '~/access/today';
import { newFormKey } from '~/http/once.server';
import { bringFile } from '~/imports/bring.server';
import { FileSheet } from '~/imports/file-sheet';
import { PastTable } from '~/imports/past-table';
import { fileForMeasure, pastSeriesImports } from '~/measures/imports.server';
import { findMeasure } from '~/measures/queries.server';
import { paths } from '~/paths';
import { dayWithYear } from '~/ui/dates';
import { Page, Row } from '~/ui/page';
import { DeedButton } from '~/ui/sheet';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Bring a file for ${data?.measure.name ?? 'a measure'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params, 'write measures');
  const measure = await findMeasure(team, params.measureId);
  return {
    measure: { id: measure.id, name: measure.name },
    team: { id: team.teamId, name: team.teamName },
    past: await pastSeriesImports(team, measure.id),
    timeZone: team.community.timeZone,
    formKey: newFormKey(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write measures');
  const { id } = await findMeasure(team, params.measureId);
  return bringFile(request, team, fileForMeasure(id), (importId) =>
    paths.previewSeries(team.teamId, id, importId),
  );
}

export default function BringSeriesFile() {
  const { measure, team, past, timeZone, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const dayOf = (instant: string) => dayWithYear(dayIn(timeZone, new Date(instant)));
  return (
    <Page
      title="Bring a file"
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(team.id), label: team.name },
        { href: paths.measure(team.id, measure.id), label: measure.name },
      ]}
    >
      <Row
        id="file-row"
        title="The file"
        note="Nothing is saved before you have seen what is in it"
        side={
          <>
            <h2 className="sideh">What works</h2>
            <p className="small">
              A table as it comes from your system: a date in each row, or a column for each week or month.
              Title lines above it are fine. Only counts and values are kept, never names of people.
            </p>
          </>
        }
      >
        <FileSheet answer={answer} formKey={formKey} name={measure.name} />
      </Row>
      {past.length > 0 ? (
        <Row id="past" title="Files before" note="Each can be taken back as a whole" wide>
          <PastTable
            imports={past}
            dayOf={dayOf}
            undo={(one) => (
              <DeedButton action={paths.undoSeries(team.id, measure.id, one.id)} kind="text">
                Take back<span className="vh">: {one.fileName}</span>
              </DeedButton>
            )}
          />
        </Row>
      ) : null}
    </Page>
  );
}

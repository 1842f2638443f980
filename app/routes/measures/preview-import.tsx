import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { dayIn } from '~/access/today';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { Asides, RefusedTable } from '~/imports/reading-tables';
import { RepeatList } from '~/imports/repeat-question';
import { SaveSheet } from '~/imports/save-sheet';
import { SheetChoice } from '~/imports/sheet-choice';
import { saveForm } from '~/measures/forms';
import { ImportForm } from '~/measures/import-form';
import { ImportedTable } from '~/measures/import-tables';
import { importedSentence, importSentence } from '~/measures/import-words';
import { previewSeriesImport, saveSeriesImport } from '~/measures/imports.server';
import { findMeasure } from '~/measures/queries.server';
import { paths } from '~/paths';
import { dayWithYear } from '~/ui/dates';
import { Page, Row } from '~/ui/page';
import { DeedButton } from '~/ui/sheet';
import { listed, plural } from '~/ui/words';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.file.fileName ?? 'A file'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params, 'write measures');
  const measure = await findMeasure(team, params.measureId);
  const search = new URL(request.url).searchParams;
  return {
    measure: { id: measure.id, name: measure.name, kind: measure.kind },
    team: { id: team.teamId, name: team.teamName },
    file: await previewSeriesImport(team, measure, params.importId, search),
    timeZone: team.community.timeZone,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write measures');
  const { id } = await findMeasure(team, params.measureId);
  return submit(request, saveForm, async (fields) => {
    const counts = await saveSeriesImport(team, id, params.importId, fields);
    return redirectSaying(paths.measure(team.teamId, id), importedSentence(counts));
  });
}

export default function PreviewSeries() {
  const { measure, team, file, timeZone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { preview } = file;
  const dayOf = (instant: string) => dayWithYear(dayIn(timeZone, new Date(instant)));
  const here = paths.measure(team.id, measure.id);
  const crumbs = [
    { href: paths.teams(), label: 'Teams' },
    { href: paths.team(team.id), label: team.name },
    { href: here, label: measure.name },
  ];
  if (!preview) {
    return (
      <Page title={file.fileName} crumbs={crumbs}>
        <Row id="saved" title="Saved">
          <p className="lead">
            This file is saved{file.savedAt ? `, on ${dayOf(file.savedAt)}` : ''}.{' '}
            {file.result ? importedSentence(file.result) : null}
          </p>
          <p>
            <a href={here}>Back to {measure.name}</a>
          </p>
        </Row>
      </Page>
    );
  }
  const { counts } = preview;
  const news = counts.added + counts.changed;
  const canSave = preview.problems.length === 0 && news > 0;
  const isKept = preview.problems.length === 0 && !canSave && counts.same > 0;
  return (
    <Page title="What is in the file" crumbs={crumbs} meta={[file.fileName, ...preview.titles].join('. ')}>
      <Row
        id="read"
        title="What will be saved"
        note={preview.headerLine ? `The header is on line ${preview.headerLine}` : undefined}
        wide
      >
        <div className="stack">
          {file.earlierSavedAt ? (
            <p className="banner">This same file was saved on {dayOf(file.earlierSavedAt)}.</p>
          ) : null}
          {file.rememberedAt ? (
            <p className="note">Read as last time, on {dayOf(file.rememberedAt)}.</p>
          ) : null}
          {preview.problems.length > 0 ? (
            <div className="errors" role="alert">
              <h2>Nothing can be saved yet</h2>
              <ul>
                {preview.problems.map((problem) => (
                  <li key={problem}>{problem}</li>
                ))}
              </ul>
              <RepeatList preview={preview} />
            </div>
          ) : (
            <p className="lead" role="status">
              {importSentence(counts)}
            </p>
          )}
          {preview.newStrata.length > 0 ? (
            <p className="note">
              {plural(preview.newStrata.length, 'group')} would be added to the measure:{' '}
              {listed(preview.newStrata.map((name) => `“${name}”`))}.
            </p>
          ) : null}
          {preview.warnings.map((warning) => (
            <p key={warning} className="note">
              {warning}
            </p>
          ))}
          <ImportedTable preview={preview} />
          <RefusedTable preview={preview} />
          <Asides preview={preview} />
          {canSave ? (
            <SaveSheet
              answer={answer}
              choices={preview.address}
              refused={preview.refusedCount}
              words={`Save ${plural(news, 'number')}`}
            />
          ) : null}
          {isKept ? (
            <div className="btns">
              <a className="btn" href={here}>
                Back to the measure
              </a>
            </div>
          ) : null}
          <DeedButton action={paths.throwSeriesAway(team.id, measure.id, file.id)} kind="text">
            Throw this file away
          </DeedButton>
        </div>
      </Row>
      <Row
        id="choices"
        title="What the columns mean"
        note="Change what is wrong, then look again"
        side={
          <>
            <h2 className="sideh">Why it is read this way</h2>
            <ul className="stack-s small">
              {preview.reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </>
        }
      >
        <div className="stack">
          <SheetChoice preview={preview} />
          <ImportForm preview={preview} measure={measure} isOnly={!canSave && !isKept} />
        </div>
      </Row>
    </Page>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireIndicator } from '~/access/gate.server';
import { dayIn } from '~/access/today';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { Asides, RefusedTable } from '~/imports/reading-tables';
import { RepeatList } from '~/imports/repeat-question';
import { SaveSheet } from '~/imports/save-sheet';
import { SheetChoice } from '~/imports/sheet-choice';
import { ChoicesForm } from '~/indicators/choices-form';
import { saveForm } from '~/indicators/forms';
import { PlacesSaid } from '~/indicators/group-fields';
import { allOf, figuresInWords, previewSentence, savedSentence } from '~/indicators/import-words';
import { previewImport, saveImport } from '~/indicators/imports.server';
import { ReadTable } from '~/indicators/preview-tables';
import { findIndicator } from '~/indicators/queries.server';
import { paths } from '~/paths';
import { dayWithYear } from '~/ui/dates';
import { Page, Row } from '~/ui/page';
import { DeedButton } from '~/ui/sheet';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.file.fileName ?? 'A file'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireIndicator(request, params, 'manage indicators');
  const search = new URL(request.url).searchParams;
  const file = await previewImport(access, params.importId, search);
  return { indicator: await findIndicator(access), file, timeZone: access.community.timeZone };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireIndicator(request, params, 'manage indicators');
  return submit(request, saveForm, async (fields) => {
    const { counts, newGroups } = await saveImport(access, params.importId, fields);
    const { indicatorId } = access;
    return redirectSaying(paths.indicator(indicatorId), savedSentence(counts, newGroups), null, {
      href: paths.filesBefore(indicatorId),
      label: 'Take it back',
    });
  });
}

export default function PreviewImport() {
  const { indicator, file, timeZone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { preview } = file;
  const dayOf = (instant: string) => dayWithYear(dayIn(timeZone, new Date(instant)));
  const crumbs = [
    { href: paths.indicators(), label: 'Indicators' },
    { href: paths.indicator(indicator.id), label: indicator.name },
  ];
  if (!preview) {
    return (
      <Page title={file.fileName} crumbs={crumbs}>
        <Row id="saved" title="Saved">
          <p className="lead">
            This file is saved{file.savedAt ? `, on ${dayOf(file.savedAt)}` : ''}.{' '}
            {file.result ? savedSentence(file.result) : null}
          </p>
          <p>
            <a href={paths.indicator(indicator.id)}>Back to {indicator.name}</a>.{' '}
            <a href={paths.filesBefore(indicator.id)}>Take it back</a>.
          </p>
        </Row>
      </Page>
    );
  }
  const { counts } = preview;
  const canSave = preview.problems.length === 0 && counts.added + counts.changed > 0;
  const isKept = preview.problems.length === 0 && !canSave && counts.unchanged > 0;
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
              {preview.isOtherCalendar ? (
                <p>
                  <a href={paths.editIndicator(indicator.id)}>Edit the indicator</a>
                </p>
              ) : null}
            </div>
          ) : (
            <p className="lead" role="status">
              {previewSentence(counts)}
            </p>
          )}
          <PlacesSaid places={preview.places} />
          {preview.warnings.map((warning) => (
            <p key={warning} className="note">
              {warning}
            </p>
          ))}
          <ReadTable preview={preview} />
          <RefusedTable preview={preview} />
          <Asides preview={preview} />
          {canSave ? (
            <SaveSheet
              answer={answer}
              choices={preview.address}
              refused={preview.refusedCount}
              words={`Save ${figuresInWords(allOf(counts), counts.suppressed)}`}
            />
          ) : null}
          {isKept ? (
            <div className="btns">
              <a className="btn" href={paths.indicator(indicator.id)}>
                Back to the indicator
              </a>
            </div>
          ) : null}
          <DeedButton action={paths.throwFileAway(indicator.id, file.id)} kind="text">
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
          <ChoicesForm
            preview={preview}
            splits={preview.splits}
            unit={indicator.unit}
            isOnly={!canSave && !isKept}
          />
        </div>
      </Row>
    </Page>
  );
}

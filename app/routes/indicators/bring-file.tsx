import { useForm } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireIndicator } from '~/access/gate.server';
import { dayIn } from '~/access/today';
import { submit } from '~/http/form.server';
import { maximumBytes } from '~/imports/decode';
import { keepFile } from '~/imports/keep.server';
import { PastTable } from '~/imports/past-table';
import { Working } from '~/imports/working';
import { fileForm } from '~/indicators/forms';
import { fileFor, pastFiles } from '~/indicators/imports.server';
import { findIndicator } from '~/indicators/queries.server';
import { paths } from '~/paths';
import { dayWithYear } from '~/ui/dates';
import { TextField } from '~/ui/form-fields';
import { Page, Row } from '~/ui/page';
import { DeedButton, Sheet, SubmitButton } from '~/ui/sheet';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Bring a file for ${data?.indicator.name ?? 'an indicator'} · Upcurve` },
];

/** A file that is only a little too large still gets its sentence at the field. */
const bodyLimit = 2 * maximumBytes;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireIndicator(request, params, 'manage indicators');
  const [indicator, past] = await Promise.all([findIndicator(access), pastFiles(access)]);
  return { indicator, past, timeZone: access.community.timeZone };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireIndicator(request, params, 'manage indicators');
  const work = async ({ file }: { file: File }) => {
    const importId = await keepFile(access, fileFor(access), file);
    return redirect(paths.previewImport(access.indicatorId, importId));
  };
  return submit(request, fileForm, work, { limit: bodyLimit });
}

export default function BringFile() {
  const { indicator, past, timeZone } = useLoaderData<typeof loader>();
  const dayOf = (instant: string) => dayWithYear(dayIn(timeZone, new Date(instant)));
  const [form, fields] = useForm<{ file: string }>({
    id: 'file',
    lastResult: useActionData<typeof action>(),
  });
  return (
    <Page
      title="Bring a file"
      crumbs={[
        { href: paths.indicators(), label: 'Indicators' },
        { href: paths.indicator(indicator.id), label: indicator.name },
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
              A table as its publisher exports it: title lines above it, years across or down, <b>*</b> for
              numbers held back, N/A for none. Only counts and percentages are kept, never names of people.
            </p>
          </>
        }
      >
        <Sheet form={form} encType="multipart/form-data">
          <TextField
            field={fields.file}
            type="file"
            label={`Which file has the numbers of “${indicator.name}”?`}
            hint="An Excel file (.xlsx), CSV or TSV, of up to 10 MB."
          />
          <div className="btns">
            <SubmitButton>Look at the file</SubmitButton>
          </div>
          <Working words="Reading the file. A long one takes a few seconds." />
        </Sheet>
      </Row>
      {past.length > 0 ? (
        <Row id="past" title="Files before" note="Each can be taken back as a whole" wide>
          <PastTable
            imports={past}
            dayOf={dayOf}
            undo={(one) => (
              <DeedButton action={paths.undoImport(indicator.id, one.id)} kind="text">
                Take back<span className="vh">: {one.fileName}</span>
              </DeedButton>
            )}
          />
        </Row>
      ) : null}
    </Page>
  );
}

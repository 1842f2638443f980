import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireIndicator } from '~/access/gate.server';
import { dayIn } from '~/access/today';
import { newFormKey } from '~/http/once.server';
import { bringFile } from '~/imports/bring.server';
import { FileSheet } from '~/imports/file-sheet';
import { PastTable } from '~/imports/past-table';
import { fileFor, pastFiles } from '~/indicators/imports.server';
import { findIndicator } from '~/indicators/queries.server';
import { paths } from '~/paths';
import { dayWithYear } from '~/ui/dates';
import { Page, Row } from '~/ui/page';
import { DeedButton } from '~/ui/sheet';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Bring a file for ${data?.indicator.name ?? 'an indicator'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireIndicator(request, params, 'manage indicators');
  const [indicator, past] = await Promise.all([findIndicator(access), pastFiles(access)]);
  return { indicator, past, timeZone: access.community.timeZone, formKey: newFormKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireIndicator(request, params, 'manage indicators');
  return bringFile(request, access, fileFor(access), (importId) =>
    paths.previewImport(access.indicatorId, importId),
  );
}

export default function BringFile() {
  const { indicator, past, timeZone, formKey } = useLoaderData<typeof loader>();
  const dayOf = (instant: string) => dayWithYear(dayIn(timeZone, new Date(instant)));
  const answer = useActionData<typeof action>();
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
        <FileSheet answer={answer} formKey={formKey} name={indicator.name} />
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

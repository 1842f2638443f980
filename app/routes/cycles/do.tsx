import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { writeDo } from '~/cycles/commands/do.server';
import { doForm } from '~/cycles/forms';
import { findCycle } from '~/cycles/queries.server';
import { submit } from '~/http/form.server';
import { readWorksheet, saveSheet } from './worksheet.server';

export { default } from './worksheet-page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Do for Cycle ${data?.cycle.number ?? ''} · Upcurve` },
];

/** The worksheet with Do open. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  return readWorksheet(team, params.cycleId, 'do', context);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  const { id } = await findCycle(team, params.cycleId);
  return submit(request, doForm, (value, form) =>
    saveSheet(team, id, { phase: 'do', form, value, said: 'Do is saved.' }, writeDo),
  );
}

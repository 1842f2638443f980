import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { readWorksheet } from './worksheet.server';

export { default } from './worksheet-page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Cycle ${data.cycle.number}: ${data.cycle.idea} · Upcurve` : 'Cycle · Upcurve' },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return readWorksheet(await requireTeam(request, params), params.cycleId, null, context);
}

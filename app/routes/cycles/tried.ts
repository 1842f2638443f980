import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { findTried } from '~/search/tried.server';

/** Longer than any idea: what was pasted is cut. */
const longest = 300;

/** What was tried before that is like the idea being typed, as data for the form. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  const idea = (new URL(request.url).searchParams.get('idea') ?? '').slice(0, longest);
  return Response.json(await findTried(team, idea), { headers: { 'Cache-Control': 'private, no-store' } });
}

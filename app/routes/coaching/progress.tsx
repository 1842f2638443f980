import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { ProgressPage } from './progress-page';
import { readTeamProgress } from './read-team-progress.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Progress of ${data?.team.name ?? 'the team'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return readTeamProgress(await requireTeam(request, params));
}

export default function Progress() {
  return <ProgressPage progress={useLoaderData<typeof loader>()} />;
}

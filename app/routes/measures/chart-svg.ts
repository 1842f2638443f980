import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { chartSvg } from '~/exports/chart-svg.server';
import { askedAgain, fileAnswer, fileName } from '~/http/file-answer';
import { takeExport } from '~/people/limits.server';
import { readChart } from './read-chart.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params);
  await takeExport(request, team.person.id);
  const { measure, sheet } = await readChart(team, params.measureId, new URL(request.url).searchParams);
  const svg = chartSvg(sheet);
  return fileAnswer(request, {
    type: 'image/svg+xml; charset=utf-8',
    cache: askedAgain,
    name: fileName([measure.name, team.today], 'svg'),
    source: svg,
    body: () => svg,
  });
}

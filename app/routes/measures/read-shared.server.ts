import type { LoaderFunctionArgs } from '@remix-run/node';
import { followChartLink } from '~/access/links.server';
import { plainPage } from '~/http/outside-page';
import { noChartPage, tooManyPage } from '~/measures/shared-chart.server';
import { secondsToWait } from '~/people/limits.server';
import stylesheet from '~/ui/embed.css?url';
import { readChart } from './read-chart.server';

export { stylesheet };

/**
 * What a link to a chart shows. No session is read for it.
 * @throws Response 404 where there is no such link any more, 429 where one address asks more than 120 times a minute.
 */
export async function readShared({ request, params, context }: LoaderFunctionArgs) {
  const wait = await secondsToWait('shared chart', context.address);
  if (wait > 0) throw plainPage(tooManyPage(stylesheet), 429, { 'Retry-After': String(wait) });
  const link = await followChartLink(params.token);
  if (!link) throw plainPage(noChartPage(stylesheet), 404);
  return readChart(link, link.measureId, new URL(request.url).searchParams);
}

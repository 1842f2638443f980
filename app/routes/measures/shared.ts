import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileAnswer } from '~/http/file-answer';
import { aMinute, notFoundBySearch } from '~/http/outside-page';
import { whenWord } from '~/measures/periods';
import { sharedChartPage } from '~/measures/shared-chart.server';
import { readShared, stylesheet } from './read-shared.server';

export async function loader(args: LoaderFunctionArgs) {
  const { measure, sheet } = await readShared(args);
  const html = sharedChartPage(sheet, whenWord(measure.frequency), stylesheet);
  return fileAnswer(args.request, {
    type: 'text/html; charset=utf-8',
    cache: aMinute,
    headers: notFoundBySearch,
    source: html,
    body: () => html,
  });
}

import type { LoaderFunctionArgs } from '@remix-run/node';
import { chartSvg } from '~/exports/chart-svg.server';
import { pngOf } from '~/exports/png.server';
import { fileAnswer, fileName } from '~/http/file-answer';
import { aMinute, notFoundBySearch } from '~/http/outside-page';
import { readShared } from './read-shared.server';

export async function loader(args: LoaderFunctionArgs) {
  const { measure, sheet } = await readShared(args);
  const svg = chartSvg(sheet);
  return fileAnswer(args.request, {
    type: 'image/png',
    cache: aMinute,
    headers: notFoundBySearch,
    name: fileName([measure.name], 'png'),
    source: `png ${svg}`,
    body: () => pngOf(svg),
  });
}

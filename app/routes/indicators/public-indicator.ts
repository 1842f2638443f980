import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileAnswer } from '~/http/file-answer';
import { aMinute, notFoundBySearch } from '~/http/outside-page';
import { publicIndicatorDocument } from '~/indicators/public-document.server';
import { readPublished } from '~/indicators/public-pages.server';
import { paths } from '~/paths';
import { notThere, readPublicPage, stylesheet } from './read-public.server';

export async function loader(args: LoaderFunctionArgs) {
  const page = await readPublicPage(args);
  const published = (await readPublished(page, args.params.indicatorId)) ?? notThere();
  const html = publicIndicatorDocument({
    community: page.community,
    asOf: page.today,
    published,
    boardHref: paths.publicBoard(args.params.token ?? ''),
    stylesheet,
  });
  return fileAnswer(args.request, {
    type: 'text/html; charset=utf-8',
    cache: aMinute,
    headers: notFoundBySearch,
    source: html,
    body: () => html,
  });
}

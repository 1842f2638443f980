import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileAnswer } from '~/http/file-answer';
import { aMinute, notFoundBySearch } from '~/http/outside-page';
import { publicBoardDocument } from '~/indicators/public-document.server';
import { publishedIndicators } from '~/indicators/public-pages.server';
import { paths } from '~/paths';
import { boardHead } from './read-board.server';
import { readPublicPage, stylesheet } from './read-public.server';

export async function loader(args: LoaderFunctionArgs) {
  const page = await readPublicPage(args);
  const [{ head, areas }, published] = await Promise.all([boardHead(page), publishedIndicators(page)]);
  const { token = '' } = args.params;
  const html = publicBoardDocument({
    community: page.community,
    asOf: page.today,
    head,
    areas,
    hrefOf: (id) => (published.has(id) ? paths.publicIndicator(token, id) : null),
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

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { foundKindWords } from '#db/vocabulary';
import { requireCommunity } from '~/access/gate.server';
import { paths } from '~/paths';
import { groupsOf, kindAsked } from '~/search/hits';
import { search } from '~/search/queries.server';
import { foundInWords, Results, WhatToTry } from '~/search/results';
import { SearchForm } from '~/search/search-form';
import { Page } from '~/ui/page';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.typed ? `${data.typed} · Search · Upcurve` : 'Search · Upcurve' },
];

/** Longer than any search; a pasted page is cut. */
const longest = 300;

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireCommunity(request);
  const { searchParams } = new URL(request.url);
  const typed = [...(searchParams.get('q') ?? '').replaceAll(/\p{Cc}+/gu, ' ').trim()]
    .slice(0, longest)
    .join('');
  const only = kindAsked(searchParams.get('in'));
  return { typed, only, groups: typed ? groupsOf(await search(access, typed, only)) : [] };
}

export default function Search() {
  const { typed, only, groups } = useLoaderData<typeof loader>();
  return (
    <Page
      title={only ? `Search: ${foundKindWords[only].toLowerCase()}` : 'Search'}
      crumbs={only ? [{ href: paths.search(typed), label: 'All that was found' }] : []}
    >
      <SearchForm typed={typed} />
      {typed ? (
        <p className="found" role="status">
          {foundInWords(groups, typed)}
        </p>
      ) : null}
      {groups.length > 0 ? (
        <Results groups={groups} typed={typed} isOne={only !== undefined} />
      ) : (
        <WhatToTry typed={typed} />
      )}
    </Page>
  );
}

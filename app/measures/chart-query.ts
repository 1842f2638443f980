/** What of a page's address is the chart's: the same chart and the same days go along. */
export function chartQuery(search: string): string {
  const asked = new URLSearchParams(search);
  const kept = new URLSearchParams();
  for (const name of ['chart', 'from', 'to']) {
    const value = asked.get(name);
    if (value) kept.set(name, value);
  }
  return kept.toString();
}

export const withQuery = (path: string, ...queries: string[]): string => {
  const query = queries.filter(Boolean).join('&');
  return query ? `${path}?${query}` : path;
};

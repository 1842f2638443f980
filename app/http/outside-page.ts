/* What pages for people outside have in common: no session is read for them. */

/** Anybody may keep one for a minute: a link that was taken back is dead a minute later everywhere. */
export const aMinute = 'public, max-age=60';

export const notFoundBySearch = { 'X-Robots-Tag': 'noindex, nofollow' };

/** A page that says why there is nothing to see. */
export const plainPage = (html: string, status: number, headers: Record<string, string> = {}) =>
  new Response(html, {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', ...notFoundBySearch, ...headers },
  });

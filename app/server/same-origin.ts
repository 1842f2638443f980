import type { RequestHandler } from 'express';

const forms = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i;

/**
 * Refuses requests that another site makes the browser send (OWASP ASVS 5 V3.5): a change is taken only where
 * the browser says it comes from us. A browser says so by Sec-Fetch-Site or Origin; a request with a cookie and
 * neither is no browser of today, and is refused too.
 */
export function sameOrigin(publicOrigin: string | undefined): RequestHandler {
  return (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next();
    if (!isOurs(publicOrigin, request.headers, request.protocol)) {
      response
        .status(403)
        .type('text/plain')
        .send('This request came from another site. Nothing was changed.');
      return;
    }
    const type = request.headers['content-type'];
    if (type !== undefined && !forms.test(type)) {
      response.status(403).type('text/plain').send('Only forms are taken here. Nothing was changed.');
      return;
    }
    next();
  };
}

function isOurs(
  publicOrigin: string | undefined,
  headers: Record<string, string | string[] | undefined>,
  protocol: string,
): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const origin = headers.origin;
  if (origin !== undefined) return origin === (publicOrigin ?? `${protocol}://${String(headers.host)}`);
  return site !== undefined || headers.cookie === undefined;
}

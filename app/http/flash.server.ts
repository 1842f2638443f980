import { createCookie, redirect } from '@remix-run/node';
import { isHttps } from './settings.server';

/** One sentence that the next page says once, carried by a signed cookie so that it needs no JavaScript. */
function flashCookie() {
  const secure = isHttps();
  return createCookie(secure ? '__Host-upcurve-says' : 'upcurve-says', {
    httpOnly: true,
    sameSite: 'lax',
    secure,
    path: '/',
    maxAge: 60,
    secrets: [process.env.SESSION_SECRET ?? 'only for tests'],
  });
}

/** The form of one button that takes back what was just done. */
export interface Undo {
  action: string;
  values?: Record<string, string>;
}

/** Where to go on from what was just done. */
export interface FlashLink {
  href: string;
  label: string;
}

export interface Said {
  sentence: string;
  undo: Undo | null;
  link?: FlashLink | null;
}

/**
 * Redirects, and the page it leads to says the sentence, with the button that takes the deed back, or the link to where
 * it can be, where there is one.
 */
export async function redirectSaying(
  to: string,
  sentence: string,
  undo: Undo | null = null,
  link: FlashLink | null = null,
): Promise<Response> {
  const headers = new Headers();
  headers.append('Set-Cookie', await flashCookie().serialize({ sentence, undo, ...(link && { link }) }));
  return redirect(to, { headers });
}

/** What the page says. The cookie is signed: what it holds, we have written. */
export async function readFlash(request: Request): Promise<Said | null> {
  const said = (await flashCookie().parse(request.headers.get('cookie'))) as Said | string | null;
  if (said === null || typeof said === 'string') return null;
  return said.sentence ? said : null;
}

export async function clearedFlash(): Promise<string> {
  return flashCookie().serialize('', { maxAge: 0 });
}

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

/** Redirects, and the page it leads to says the sentence. */
export async function redirectSaying(
  to: string,
  sentence: string,
  headers = new Headers(),
): Promise<Response> {
  headers.append('Set-Cookie', await flashCookie().serialize(sentence));
  return redirect(to, { headers });
}

export async function readFlash(request: Request): Promise<string | null> {
  const said: unknown = await flashCookie().parse(request.headers.get('cookie'));
  return typeof said === 'string' && said !== '' ? said : null;
}

export async function clearedFlash(): Promise<string> {
  return flashCookie().serialize('', { maxAge: 0 });
}

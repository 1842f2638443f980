import { createCookie } from '@remix-run/node';
import { newToken } from '~/access/session.server';
import { isHttps } from '~/http/settings.server';

/**
 * A browser that somebody has signed in with before, told by a signed cookie. Its tries are counted apart, so that a
 * stranger who guesses at an account cannot lock its owner out (after OWASP's "device cookies").
 */
interface KnownDevice {
  id: string;
  /** Who signed in here, the last one first. */
  people: string[];
}

/** People who share a computer; a longer list would outgrow the cookie. */
const mostPeople = 10;

function deviceCookie() {
  const secure = isHttps();
  return createCookie(secure ? '__Host-upcurve-device' : 'upcurve-device', {
    httpOnly: true,
    sameSite: 'lax',
    secure,
    path: '/',
    maxAge: 365 * 86_400,
    secrets: [process.env.SESSION_SECRET ?? 'only for tests'],
  });
}

async function readDevice(request: Request): Promise<KnownDevice | null> {
  const device = (await deviceCookie().parse(request.headers.get('cookie'))) as Partial<KnownDevice> | null;
  const isWhole = typeof device?.id === 'string' && Array.isArray(device.people);
  return isWhole ? (device as KnownDevice) : null;
}

/** The device's id where this person has signed in with it before. */
export async function deviceKnownTo(request: Request, personId: string | undefined): Promise<string | null> {
  const device = await readDevice(request);
  return personId !== undefined && device?.people.includes(personId) ? device.id : null;
}

/** Adds the cookie by which this browser is known from now on. */
export async function rememberDevice(request: Request, personId: string, headers: Headers): Promise<Headers> {
  const device = await readDevice(request);
  const people = [personId, ...(device?.people ?? []).filter((id) => id !== personId)].slice(0, mostPeople);
  headers.append('Set-Cookie', await deviceCookie().serialize({ id: device?.id ?? newToken(), people }));
  return headers;
}

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ActionFunctionArgs, AppLoadContext } from '@remix-run/node';
import { pino } from 'pino';
import { beforeEach } from 'vitest';
import { openLimits, setLimits } from '~/people/limits.server';
import { hashPassword } from '~/people/passwords.server';
import { action as signIn } from '~/routes/people/sign-in';

/** A password that the rules take, and its hash, made once. */
export const goodPassword = 'four lanterns over harbor';
let hashed: Promise<string> | undefined;
export const goodHash = () => {
  hashed ??= hashPassword(goodPassword);
  return hashed;
};

/** Each test counts its tries from nothing. */
export function withFreshLimits(): void {
  beforeEach(() => setLimits(openLimits(':memory:')));
}

export const limitsFile = () =>
  path.join(mkdtempSync(path.join(tmpdir(), 'upcurve-limits-')), 'limits.sqlite');

export interface Try {
  email: string;
  password?: string;
  address?: string;
  cookie?: string;
  next?: string;
  log?: AppLoadContext['log'];
}

/** One try to sign in, from an address and with cookies of one's own. */
export async function trySignIn({ email, password = 'wrong', address = '10.0.0.1', cookie, next, log }: Try) {
  const request = new Request(
    `http://localhost:3000/sign-in${next ? `?next=${encodeURIComponent(next)}` : ''}`,
    {
      method: 'POST',
      body: new URLSearchParams({ email, password }),
      headers: cookie ? { cookie } : {},
    },
  );
  const context = { log: log ?? pino({ level: 'silent' }), requestId: 'test', address } as AppLoadContext;
  const answer = await signIn({ request, context, params: {} } as ActionFunctionArgs);
  if (answer instanceof Response) {
    return { status: answer.status, headers: answer.headers, error: undefined, body: await answer.text() };
  }
  return {
    status: answer.init?.status ?? 200,
    headers: new Headers(answer.init?.headers),
    error: answer.data.error,
    body: JSON.stringify(answer.data),
  };
}

/** What a browser would send back of the cookies it was given. */
export const cookiesOf = (headers: Headers) =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node';
import { pino } from 'pino';
import { startSession } from '~/access/session.server';

const origin = 'http://localhost:3000';

/** The cookie header of a person who has just signed in. */
export async function signedIn(personId: string): Promise<string> {
  const headers = await startSession(new Request(origin), personId);
  return (headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

const context = { log: pino({ level: 'silent' }), requestId: 'test', address: '127.0.0.1' } as AppLoadContext;

type Handler = (args: LoaderFunctionArgs) => unknown;
type Params = Record<string, string>;

/** Asks a route's loader for a page, as a browser with this cookie would. */
export function get(
  loader: Handler,
  place: string,
  { cookie = '', params = {} as Params, headers = {} as Record<string, string> } = {},
): Promise<Answer> {
  const request = new Request(origin + place, { headers: cookie ? { ...headers, cookie } : headers });
  return answerOf(() => loader({ request, params, context }));
}

/** Sends a form to a route's action. A field may be given several times. */
export function post(
  action: Handler,
  place: string,
  fields: Record<string, string | string[] | File>,
  { cookie = '', params = {} as Params } = {},
): Promise<Answer> {
  const hasFile = Object.values(fields).some((value) => value instanceof File);
  const body = hasFile ? new FormData() : new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of Array.isArray(value) ? value : [value]) body.append(name, one as string);
  }
  const request = new Request(origin + place, { method: 'POST', body, headers: cookie ? { cookie } : {} });
  return answerOf(() => action({ request, params, context }));
}

export interface Answer {
  status: number;
  /** Where a redirect leads. */
  location: string | null;
  headers: Headers;
  /** What a loader returned, or a refused form's reply. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
  data: any;
}

/** A returned or thrown Response, a `data()` with its status, or plain data, all as one kind of answer. */
async function answerOf(work: () => unknown): Promise<Answer> {
  let result: unknown;
  try {
    result = await work();
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    result = thrown;
  }
  if (result instanceof Response) {
    return {
      status: result.status,
      location: result.headers.get('location'),
      headers: result.headers,
      data: await result.clone().text(),
    };
  }
  const wrapped = result as {
    type?: string;
    data?: unknown;
    init?: { status?: number; headers?: HeadersInit } | null;
  };
  if (wrapped?.type === 'DataWithResponseInit') {
    return {
      status: wrapped.init?.status ?? 200,
      location: null,
      headers: new Headers(wrapped.init?.headers),
      data: wrapped.data,
    };
  }
  return { status: 200, location: null, headers: new Headers(), data: result };
}

/*
 * When the connection goes while a page is read again, Remix puts its page of errors in the place of the page, and what
 * was being typed is gone with it. So a reading that finds no connection waits for one and asks again.
 */

type Ask = typeof fetch;

export interface Connection {
  isThere: () => boolean;
  /** Resolves when it may be worth another try; rejects when nobody waits any more. */
  nextTry: (signal: AbortSignal | undefined) => Promise<void>;
}

/** With a connection, so many tries are made: then the server itself is away, and that is said. */
const mostTries = 3;

/** The same way of asking, which waits for the connection where a page's data is only read. */
export function patiently(ask: Ask, connection: Connection): Ask {
  return async (what, how) => {
    if (!isReading(what, how)) return ask(what, how);
    for (let tries = 1; ; tries += 1) {
      try {
        return await whole(await ask(what, how));
      } catch (error) {
        const isGone = how?.signal?.aborted || (connection.isThere() && tries >= mostTries);
        if (isGone || !(error instanceof TypeError)) throw error;
        await connection.nextTry(how?.signal ?? undefined);
      }
    }
  };
}

/** The answer once all of it is here: a connection can go in the middle of it too. */
async function whole(answer: Response): Promise<Response> {
  if (!answer.body) return answer;
  const { status, statusText, headers } = answer;
  return new Response(await answer.arrayBuffer(), { status, statusText, headers });
}

/** Remix reads the data of pages from addresses that end in ".data". */
function isReading(what: RequestInfo | URL, how: RequestInit | undefined): boolean {
  if (what instanceof Request || (how?.method ?? 'GET').toUpperCase() !== 'GET') return false;
  return /\.data(?:\?|$)/.test(String(what));
}

const betweenTries = 2000;

/** The browser's connection: tried again when it is back, and in any case a little later. */
export const browserConnection: Connection = {
  isThere: () => navigator.onLine,
  nextTry: (signal) =>
    new Promise((resolve, reject) => {
      const done = (end: () => void) => () => {
        clearTimeout(timer);
        window.removeEventListener('online', goOn);
        signal?.removeEventListener('abort', stop);
        end();
      };
      const goOn = done(resolve);
      const stop = done(() => reject(signal?.reason));
      const timer = setTimeout(goOn, betweenTries);
      window.addEventListener('online', goOn);
      signal?.addEventListener('abort', stop);
    }),
};

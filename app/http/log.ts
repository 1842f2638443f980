import type { Logger } from 'pino';

// The server and the Remix build are two bundles of one process: what they share hangs here.
const shared = globalThis as { upcurveLogger?: Logger };

export function setLogger(logger: Logger): void {
  shared.upcurveLogger = logger;
}

/** One JSON line about who did or was refused what, for code that no request's logger reaches. Never a secret. */
export function note(event: string, facts: Record<string, unknown>): void {
  shared.upcurveLogger?.info(facts, event);
}

/** A link's token is a key: it does not belong in a log. */
export const withoutTokens = (url: string) =>
  url.replace(/(\/(?:welcome|embed|bright-spot|public|mail\/stop|calendar\/feed)\/)[^/?.]+/, '$1…');

/** The rule says no: shown on the form it came from, with status 422. The message is a plain sentence. */
export class RuleBroken extends Error {
  override name = 'RuleBroken';
  constructor(
    message: string,
    /** The field it belongs to, where there is one. */
    readonly field?: string,
  ) {
    super(message);
  }
}

/** It is not there, or it is another community's: the two look alike. */
export function notFound(): Response {
  return new Response('Not found', { status: 404, statusText: 'Not Found' });
}

/** It is there, and this person may not. */
export function forbidden(): Response {
  return new Response('Not allowed', { status: 403, statusText: 'Forbidden' });
}

/** What a query found, or the answer 404. */
export function found<T>(thing: T | undefined | null): T {
  if (thing === undefined || thing === null) throw notFound();
  return thing;
}

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

/** Several fields break rules at once: a sentence for each. */
export class RulesBroken extends RuleBroken {
  constructor(readonly sentences: ReadonlyMap<string, string>) {
    super([...new Set(sentences.values())].join(' '), [...sentences.keys()][0]);
  }
}

/** What a broken rule says, by field; the empty name is the form as a whole. */
export const sentencesOf = (error: RuleBroken): Record<string, string[]> =>
  error instanceof RulesBroken
    ? Object.fromEntries([...error.sentences].map(([field, sentence]) => [field, [sentence]]))
    : { [error.field ?? '']: [error.message] };

/** A field that somebody else changed while a form was open. */
export interface Clash {
  field: string;
  /** What stands there now, in words. */
  sentence: string;
  /** The hidden fields of the form that say which version the person has been shown. */
  shown: Record<string, string>;
}

/**
 * Somebody else saved meanwhile. The form comes back with what stands there now and what was typed, and sent again it
 * is taken: `shown` travels with the sentence, so that only what the person has read can be written over.
 */
export class ChangedMeanwhile extends RuleBroken {
  constructor(readonly clashes: readonly Clash[]) {
    super(clashes.map(({ sentence }) => sentence).join(' '));
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

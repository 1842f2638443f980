import type { FormAnswer } from './form.server';

/**
 * What a hidden field says that tells which version a person has been shown: what the page was drawn with, and after a
 * refusal what was sent, or what the refusal itself has shown. A newer version on the page's way back was not seen.
 */
export function shownBy(answer: FormAnswer | undefined, name: string, drawn: string): string {
  if (!answer?.initialValue) return drawn;
  const said = answer.initialValue[name];
  return typeof said === 'string' ? said : '';
}

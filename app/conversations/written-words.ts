import type { CommentFields } from './forms';

/** What was just done, said on the page of the thing. */
export function writtenWords({
  rootId,
  resolves,
  body,
}: Pick<CommentFields, 'rootId' | 'resolves' | 'body'>) {
  if (resolves) {
    return body === ''
      ? 'Resolved. It is kept with the comments.'
      : 'Resolved, with your answer as its last words. It is kept with the comments.';
  }
  return rootId === null ? 'Your comment is there.' : 'Your answer is there.';
}

/** " Nobody here is called @nobodyhere, so nobody is told by that name."; empty where each name is somebody's. */
export function unknownWords(names: readonly string[]): string {
  if (names.length === 0) return '';
  const which = names.map((name) => `@${name}`).join(' or ');
  return ` Nobody here is called ${which}, so nobody is told by ${names.length === 1 ? 'that name' : 'those names'}.`;
}

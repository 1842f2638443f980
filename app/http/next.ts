/**
 * Where to go after signing in: the address asked for when it is one of ours, else the first page.
 * Anything a browser could read as another host is refused ("//evil", "/\evil", "https:evil", tabs).
 */
export function safeNext(next: string | null | undefined): string {
  if (!next || !/^\/(?![/\\])/.test(next) || /[\\\s]|%2f%2f|%5c/i.test(next)) return '/';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here.
  if (/[\u0000-\u001f]/.test(next)) return '/';
  try {
    const url = new URL(next, 'http://upcurve.invalid');
    return url.host === 'upcurve.invalid' ? url.pathname + url.search + url.hash : '/';
  } catch {
    return '/';
  }
}

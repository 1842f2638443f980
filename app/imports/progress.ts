/** How far a file has come: of its bytes sent, of its rows read and checked, of its numbers saved. */
export interface Progress {
  what: 'sent' | 'read' | 'checked' | 'saved';
  done: number;
  /** How many there are; of rows that are still being found, about how many. */
  all: number;
}

export type Report = (progress: Progress) => void;

const say = (count: number) => count.toLocaleString('en-US');
const megabytes = (bytes: number) =>
  (bytes / 1024 / 1024).toLocaleString('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** “38,000 of 100,000 rows read” */
export function progressWords({ what, done, all }: Progress): string {
  if (what === 'sent') return `${megabytes(done)} of ${megabytes(all)} MB sent`;
  if (what === 'saved') return `${say(done)} of ${say(all)} numbers saved`;
  return `${say(done)} of ${say(all)} rows ${what}`;
}

/** From 0 to 1. */
export const shareDone = ({ done, all }: Progress) => (all > 0 ? Math.min(1, done / all) : 0);

/** A program that reads aloud says it at each quarter, not each time it moves. */
export const quarterOf = (progress: Progress) => `${progress.what} ${Math.floor(shareDone(progress) * 4)}`;

/**
 * Where a page asks how far it is, told by where it is going: to a file's own page while that is read or saved, or to
 * the page that takes files, with the key it has given this one. Null for every other place.
 */
export function progressPlace(to: { pathname: string; search: string }): string | null {
  if (/\/imports\/[\w-]+$/.test(to.pathname)) return `${to.pathname}/progress`;
  const key = new URLSearchParams(to.search).get('key');
  return key !== null && /\/import$/.test(to.pathname) ? `${to.pathname}s/${key}/progress` : null;
}

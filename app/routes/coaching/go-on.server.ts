import type { CommunityAccess } from '~/access/gate.server';
import { nextAfter } from '~/coaching/queue';
import { filtered, filterOf, filterWords } from '~/coaching/queue-filter';
import { paths } from '~/paths';
import { placeOf, readLines } from './read-queue.server';

export interface NextPlace {
  place: string;
  /** Said behind what was just done: the page that comes is another team's. Empty where nothing comes. */
  words: string;
}

/** Where a coach goes on once a line is dealt with, in the list they look at: asked for before it is gone. */
export async function nextPlace(access: CommunityAccess, request: Request, key: string): Promise<NextPlace> {
  const filter = filterOf(new URL(request.url).searchParams);
  const { lines } = await readLines(access);
  const next = nextAfter(filtered(lines, filter), key);
  const asked = filterWords(filter);
  return next
    ? { place: placeOf(next, asked), words: ` Next on your list: ${next.team}.` }
    : { place: paths.coaching(asked), words: '' };
}

import type { ToldReason } from '#db/vocabulary';
import { listed, plural } from '~/ui/words';
import { type NamedThing, placeOfThing } from './things';

/** A comment that somebody was told of and is not done with. */
export interface Told extends NamedThing {
  /** The comment's. */
  id: string;
  reason: ToldReason;
  writer: string | null;
  body: string;
  createdAt: string;
  rootId: string;
}

export interface InboxThing {
  key: string;
  thing: NamedThing['thing'];
  thingId: string;
  name: string;
  teamId: string | null;
  team: string | null;
  /** "Renee Castillo mentioned you. Luis Ortega answered." */
  sentence: string;
  count: number;
  /** The comments, oldest first. */
  commentIds: string[];
  /** The last words, cut short. */
  newest: { writer: string; body: string; at: string };
  href: string;
  /** Where to answer: the newest thread. */
  answer: { rootId: string };
}

const somebody = 'Somebody who left';
const deeds: Record<ToldReason, string> = {
  mention: 'mentioned you',
  answer: 'answered',
  owner: 'wrote a comment',
};
const most = 240;

/** One entry a thing, however many comments: the one talked about last comes first. */
export function inboxThings(told: readonly Told[]): InboxThing[] {
  const things = new Map<string, Told[]>();
  for (const one of told) {
    const key = `${one.thing} ${one.thingId}`;
    things.set(key, [...(things.get(key) ?? []), one]);
  }
  return [...things]
    .flatMap(([key, comments]): InboxThing[] => {
      const inOrder = [...comments].sort((a, b) => a.createdAt.localeCompare(b.createdAt));
      const last = inOrder.at(-1);
      if (!last) return [];
      const { thing, thingId, name, teamId, team } = last;
      return [
        {
          ...{ key, thing, thingId, name, teamId, team },
          sentence: whatHappened(inOrder),
          count: inOrder.length,
          commentIds: inOrder.map(({ id }) => id),
          newest: { writer: last.writer ?? somebody, body: cut(last.body), at: last.createdAt },
          href: `${placeOfThing(last)}#comments-row`,
          answer: { rootId: last.rootId },
        },
      ];
    })
    .sort((a, b) => b.newest.at.localeCompare(a.newest.at));
}

/** "Renee Castillo mentioned you. Luis Ortega and Amina Warsame answered." */
export function whatHappened(told: readonly Pick<Told, 'reason' | 'writer'>[]): string {
  return (Object.keys(deeds) as ToldReason[])
    .flatMap((reason) => {
      const writers = new Set(
        told.filter((one) => one.reason === reason).map(({ writer }) => writer ?? somebody),
      );
      return writers.size > 0 ? [`${listed([...writers])} ${deeds[reason]}.`] : [];
    })
    .join(' ');
}

const cut = (body: string) => (body.length > most ? `${body.slice(0, most).trimEnd()} …` : body);

/** "3 things wait for an answer" */
export const inboxTitle = (count: number) =>
  count === 0
    ? 'Nothing waits for you'
    : `${plural(count, 'thing')} ${count === 1 ? 'waits' : 'wait'} for you`;

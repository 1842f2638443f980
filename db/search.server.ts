import { sql } from 'drizzle-orm';
import { db } from './client.server';
import { asked, everyWord, halfTyped, tellingWords } from './search-query';
import type { FoundKind } from './vocabulary';

/*
 * Full-text search over what people wrote. It stands on SQLite's own index (migration "search"), whose tables nothing
 * else may name: on PostgreSQL this file alone is written anew.
 */

/** A stretch of text; one that was asked for is marked. */
export interface Piece {
  text: string;
  isMarked: boolean;
}

export interface Found {
  kind: FoundKind;
  id: string;
  teamId: string | null;
  team: string | null;
  name: Piece[];
  /** The words around what was asked for; where only the name has it, the first words. */
  snippet: Piece[];
  /** It, or its team, is archived. */
  isArchived: boolean;
  /** How many of its kind were found. */
  ofKind: number;
}

const [open, close] = ['\u0002', '\u0003'];

/** A name that has the word counts for so much more than a text that has it. */
const nameWeight = 10;

/**
 * What of a community has all the words somebody typed, or begins with them: the best `most` of each kind, best
 * first. Plurals, other endings and accents are forgiven. Whatever was typed, it is words and never an order.
 */
export async function findWords(
  communityId: string,
  typed: string,
  { most, kind }: { most: number; kind?: FoundKind },
): Promise<Found[]> {
  const strict = everyWord(typed);
  if (strict === null) return [];
  const found = await matching(communityId, strict, most, kind);
  const lenient = found.length === 0 ? halfTyped(typed) : null;
  return lenient === null ? found : matching(communityId, lenient, most, kind);
}

async function matching(
  communityId: string,
  asks: string,
  most: number,
  kind: FoundKind | undefined,
): Promise<Found[]> {
  const ofKind = kind ? sql`and e.kind = ${kind}` : sql``;
  // The best are chosen first, by the index on places alone: to read each of thousands, and to cut a snippet out of
  // it, would cost far more than to find it.
  const rows = await db.all<
    [FoundKind, string, string | null, string | null, string, string, number, number]
  >(sql`
    with hits as materialized (
      select e.id, e.kind, bm25(search_words, ${nameWeight}, 1.0) as place
      from search_words join search_entries e indexed by search_entries_community on e.id = search_words.rowid
      where search_words match ${asks} and e.community_id = ${communityId} ${ofKind}
    ), best as materialized (
      select id, place, in_kind, count_of_kind from (
        select id, place,
          row_number() over (partition by kind order by place, id desc) as in_kind,
          count(*) over (partition by kind) as count_of_kind
        from hits)
      where in_kind <= ${most}
    )
    select e.kind, e.thing_id, e.team_id, t.name,
      highlight(search_words, 0, ${open}, ${close}),
      snippet(search_words, 1, ${open}, ${close}, '…', 24),
      e.archived_at is not null or t.archived_at is not null,
      best.count_of_kind
    from search_words
    join best on best.id = +search_words.rowid
    join search_entries e on e.id = best.id
    left join teams t on t.id = e.team_id
    where search_words match ${asks}
    order by best.in_kind, best.place`);
  return rows.map(([kindOf, id, teamId, team, name, snippet, isArchived, count]) => ({
    kind: kindOf,
    id,
    teamId,
    team,
    name: piecesOf(name),
    snippet: piecesOf(snippet),
    isArchived: Boolean(isArchived),
    ofKind: count,
  }));
}

/** Text with marks in it as its stretches. */
export function piecesOf(marked: string): Piece[] {
  return marked
    .split(open)
    .flatMap((part, position) => {
      const [inside = '', outside = ''] = position === 0 ? ['', part] : part.split(close);
      return [
        { text: inside, isMarked: true },
        { text: outside, isMarked: false },
      ];
    })
    .filter(({ text }) => text !== '');
}

/** An idea, practice or cycle that says much the same as a sentence. */
export interface Alike {
  kind: FoundKind;
  id: string;
  /** How many of the sentence's telling words it has. */
  words: number;
  /** Its name alone has as many as are asked for: it is the same thing, and does not only speak of it. */
  isNamedSo: boolean;
}

/**
 * Ideas, practices and cycles of a community that have at least half of the telling words of a sentence (of two, both),
 * those with most of them first.
 */
export async function findAlike(communityId: string, sentence: string, most: number): Promise<Alike[]> {
  const words = tellingWords(sentence);
  if (words.length === 0) return [];
  const needed = words.length <= 2 ? words.length : Math.ceil(words.length / 2);
  const each = words.map(
    (word) => sql`
      select rowid as id, 1 as anywhere, 0 as in_name from search_words where search_words match ${asked(word)}
      union all
      select rowid, 0, 1 from search_words where search_words match ${`name : ${asked(word)}`}`,
  );
  const any = words.map(asked).join(' OR ');
  const rows = await db.all<[FoundKind, string, number, number]>(sql`
    with has as (
      select id, sum(anywhere) as words, sum(in_name) as in_name from (${sql.join(each, sql` union all `)})
      group by id having sum(anywhere) >= ${needed}
    )
    select e.kind, e.thing_id, has.words, has.in_name >= ${needed}
    from search_words
    join has on has.id = +search_words.rowid
    join search_entries e indexed by search_entries_community on e.id = has.id
    where search_words match ${any} and e.community_id = ${communityId} and e.kind in ('idea', 'practice', 'cycle')
    order by has.in_name desc, has.words desc, bm25(search_words, ${nameWeight}, 1.0), e.id desc
    limit ${most}`);
  return rows.map(([kind, id, count, isNamed]) => ({ kind, id, words: count, isNamedSo: Boolean(isNamed) }));
}

/** Writes the index anew from what can be found now, so that no word of what was removed stays behind in it. */
export async function forgetRemovedWords(): Promise<void> {
  await db.run(sql`insert into search_words (search_words) values ('rebuild')`);
}

import { and, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { db } from '#db/client.server';
import type { partners } from '#db/schema/communities';
import { history } from '#db/schema/history';
import type { outcomes } from '#db/schema/indicators';
import type { measures } from '#db/schema/measures';
import { people } from '#db/schema/people';
import type { practices } from '#db/schema/practices';
import { writtenOrder } from '#db/written-order';
import type { CommunityAccess } from '~/access/gate.server';
import { ChangedMeanwhile } from '~/http/errors';
import { heldTogether, shownField, type Writing } from '~/http/meanwhile';
import { longDay } from '~/ui/dates';

type Named = typeof people | typeof outcomes | typeof partners | typeof practices | typeof measures;

interface Beside<Fields extends object> extends Writing<Fields> {
  /** Whose history tells who saved meanwhile: a thing, or a team itself. */
  of: { thingId: string } | { teamId: string };
  /** How the words of a closed list read. */
  words?: Partial<Record<keyof Fields, Readonly<Record<string, string>>>>;
  /** Whose names the ids stand for. */
  named?: Partial<Record<keyof Fields, Named>>;
  /** Nobody else may write here: it was this person, in another tab. */
  isOwn?: boolean;
  /** What a field is called, where several share one place for what is wrong with them. */
  names?: Partial<Record<keyof Fields, string>>;
}

/**
 * What to keep of a form that others may have saved beside, see `heldTogether`. To be called in the transaction that
 * writes it.
 * @throws ChangedMeanwhile with what stands there now, where a field was changed by both; sent again, it is taken.
 */
export async function keptBeside<Fields extends object>(
  access: CommunityAccess,
  { of, words = {}, named = {}, names = {}, isOwn = false, ...writing }: Beside<Fields>,
): Promise<Fields> {
  const { fields, clashing } = heldTogether(writing);
  if (clashing.length === 0) return fields;
  const { typed, now, shown } = writing;
  const nowShown = Object.fromEntries(clashing.map((field) => [field, now[field]]));
  const hidden = { [shownField]: JSON.stringify({ ...shown, ...nowShown }) };
  const lines = await linesWithDetail(access, of);
  const clashes = clashing.map(async (field) => {
    const line = lines.find(({ detail }) => tellsOf(detail, field));
    const isThem = isOwn || line?.personId === access.person.id;
    const who = isThem ? 'You' : line?.who;
    const value = plainWords(now[field]);
    const table = named[field];
    const said = table ? await namesIn(table, [now[field]].flat()) : (words[field]?.[value] ?? value);
    const told = { who: who ?? 'Somebody', subject: names[field] ?? 'this', words: said };
    return { field, sentence: sentence(told, plainWords(typed[field]) === ''), shown: hidden };
  });
  throw new ChangedMeanwhile(await Promise.all(clashes));
}

function sentence(
  { who, subject, words }: Record<'who' | 'subject' | 'words', string>,
  isEmpty: boolean,
): string {
  if (words === '') return `${who} took ${subject} out meanwhile. Save again to put yours there.`;
  const next = isEmpty ? 'Save again to take it out.' : 'Put the two together, or save again to keep yours.';
  return `${who} changed ${subject} meanwhile. It says now: “${words}” ${next}`;
}

async function namesIn(table: Named, ids: unknown[]): Promise<string> {
  const rows = await db
    .select({ name: table.name })
    .from(table)
    .where(
      inArray(
        table.id,
        ids.filter((id) => typeof id === 'string'),
      ),
    );
  return rows.map(({ name }) => name).join(', ');
}

function plainWords(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return value.toLocaleString('en-US');
  if (Array.isArray(value)) return value.map(plainWords).join(', ');
  const words = String(value).trim();
  return /^\d{4}-\d{2}-\d{2}$/.test(words) ? longDay(words) : words;
}

/** Does a line of history tell of a change of this field? */
function tellsOf(detail: Record<string, unknown> | null, field: string): boolean {
  return [detail, detail?.before, detail?.was].some(
    (part) => typeof part === 'object' && part !== null && Object.hasOwn(part, field),
  );
}

const linesWithDetail = (access: CommunityAccess, of: Beside<object>['of']) =>
  db
    .select({ personId: history.personId, who: people.name, detail: history.detail })
    .from(history)
    .leftJoin(people, eq(people.id, history.personId))
    .where(
      and(
        eq(history.communityId, access.communityId),
        isNotNull(history.detail),
        'thingId' in of
          ? eq(history.thingId, of.thingId)
          : and(eq(history.teamId, of.teamId), eq(history.thingId, ''), isNull(history.cycleId)),
      ),
    )
    .orderBy(desc(history.at), desc(writtenOrder(history)))
    .limit(50);

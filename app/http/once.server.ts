import { eq, lt } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { newId } from '#db/ids';
import { sentForms } from '#db/schema/sent-forms';

const keptDays = 7;

/** A key for a form that makes something new: drawn into the page, sent with the form. */
export const newFormKey = (): string => newId();

/** The key that a form was sent with; null where it has none, or what is no key of ours. */
export function sentKey(form: FormData): string | null {
  const key = form.get('formKey');
  return typeof key === 'string' && /^[\w-]{1,40}$/.test(key) ? key : null;
}

/**
 * Does the work of a form once for its key: sent again (a double click, a page reloaded), it leads to where the first
 * sending led. A form without a key, as from an old page, does its work each time.
 * The work and its mark are one transaction; `work` answers with where it leads and what the next page says.
 */
export async function once(
  personId: string,
  key: string | null,
  work: () => Promise<string>,
): Promise<{ place: string; isFirst: boolean }> {
  if (key === null) return { place: await work(), isFirst: true };
  return transaction(async () => {
    const before = await db
      .select({ ledTo: sentForms.ledTo, personId: sentForms.personId })
      .from(sentForms)
      .where(eq(sentForms.key, key))
      .get();
    if (before?.personId === personId) return { place: before.ledTo, isFirst: false };
    const place = await work();
    if (before) return { place, isFirst: true };
    const old = new Date(Date.now() - keptDays * 86_400_000).toISOString();
    await db.delete(sentForms).where(lt(sentForms.createdAt, old));
    await db.insert(sentForms).values({ key, personId, ledTo: place });
    return { place, isFirst: true };
  });
}

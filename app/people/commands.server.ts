import { and, eq } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { memberships } from '#db/schema/memberships';
import { people } from '#db/schema/people';
import type { CommunityAccess } from '~/access/gate.server';
import { changedFrom } from '~/history/changed-from';
import { keptBeside } from '~/history/meanwhile.server';
import { record } from '~/history/record.server';
import { RuleBroken } from '~/http/errors';
import type { Shown } from '~/http/meanwhile';
import type { AccountFields, NewPersonFields, PersonFields } from './forms';
import { voidLinks } from './links.server';
import { hashPassword, requireGoodPassword } from './passwords.server';
import { emailName, findPerson, opensOtherDoors } from './queries.server';

export interface AddedPerson {
  personId: string;
  /** What the admin calls them here: what their account says of them is theirs until they say yes. */
  name: string;
  /** Their account opens another door, so they are asked; else whoever adds them may pass on a link to it. */
  isInvited: boolean;
}

/**
 * The account for an e-mail address, made where there is none. Whether they belong to the community is the
 * communities room's to write: the page does both in one transaction.
 */
export async function addPerson(
  access: CommunityAccess,
  fields: Pick<NewPersonFields, 'name' | 'email'>,
): Promise<AddedPerson> {
  return transaction(async () => {
    const person = await db
      .select({ id: people.id })
      .from(people)
      .where(eq(people.email, fields.email))
      .get();
    if (!person) {
      const { name, email } = fields;
      const added = await db.insert(people).values({ name, email }).returning({ id: people.id }).get();
      return { personId: added.id, name, isInvited: false };
    }
    const isInvited = await opensOtherDoors(access, person.id);
    await requireNotHereYet(access, person.id, isInvited);
    return { personId: person.id, name: isInvited ? fields.email : fields.name, isInvited };
  });
}

/** An invitation may be sent anew where nobody is left who could answer it: the person belongs nowhere else now. */
async function requireNotHereYet(
  access: CommunityAccess,
  personId: string,
  isAnswerable: boolean,
): Promise<void> {
  const here = await db
    .select({ pendingSince: memberships.pendingSince, endedAt: memberships.endedAt })
    .from(memberships)
    .where(and(eq(memberships.personId, personId), eq(memberships.communityId, access.communityId)))
    .get();
  if (!here) return;
  if (here.endedAt !== null) {
    throw new RuleBroken(
      'They were in your community before. Open their page in the list of people and bring them back.',
      'email',
    );
  }
  if (here.pendingSince !== null && !isAnswerable) return;
  throw new RuleBroken(
    here.pendingSince === null
      ? 'Somebody with that e-mail is in your community already.'
      : 'They are invited already, and have not said yes yet.',
    'email',
  );
}

/** Changes the name and e-mail of a person whose account is this community's alone; `shown` is what the form was drawn with. */
export async function correctPerson(
  access: CommunityAccess,
  personId: string | undefined,
  typed: Pick<PersonFields, 'name' | 'email'>,
  shown: Shown | null = null,
): Promise<void> {
  await transaction(async () => {
    const person = await findPerson(access, personId);
    const fields = await keptBeside<{ name: string; email: string | undefined }>(access, {
      typed: { name: typed.name, email: typed.email },
      ...{ now: person, shown, of: { thingId: person.personId } },
    });
    const isSame =
      (fields.name || person.name) === person.name && (fields.email ?? person.email) === person.email;
    if (isSame && !person.mayTouchAccount) return;
    if (!person.mayTouchAccount) {
      throw new RuleBroken(
        'Their account is not of this community alone, so only they can change their name, and nobody here their e-mail.',
      );
    }
    if (!fields.name) throw new RuleBroken('Write their name.', 'name');
    if (!fields.email) throw new RuleBroken('Write an e-mail address.', 'email');
    if (isSame) return;
    const { name, email } = fields;
    await requireFreeEmail(email, person.personId);
    await db.update(people).set({ name, email }).where(eq(people.id, person.personId));
    // A link that went to the old address is not for whoever reads there.
    if (email !== person.email) await voidLinks(person.personId);
    await record(access, {
      deed:
        name === person.name
          ? `changed the e-mail of ${name}`
          : `changed the name of ${person.name} to ${name}`,
      thing: 'person',
      thingId: person.personId,
      detail: { ...changedFrom(person, { name, email }) },
    });
  });
}

async function requireFreeEmail(email: string, personId: string): Promise<void> {
  const other = await db.select({ id: people.id }).from(people).where(eq(people.email, email)).get();
  if (other && other.id !== personId)
    throw new RuleBroken('Somebody else uses that e-mail already.', 'email');
}

/** One's own name and looks. */
export async function changeAccount(access: CommunityAccess, fields: AccountFields): Promise<void> {
  await transaction(async () => {
    const { name, theme } = fields;
    await db.update(people).set({ name, theme }).where(eq(people.id, access.person.id));
    if (name === access.person.name) return;
    await record(access, {
      deed: `changed their name from ${access.person.name}`,
      thing: 'person',
      thingId: access.person.id,
    });
  });
}

export interface FirstAdmin {
  name: string;
  email: string;
  password: string;
}

/** A password that will do for somebody who is not there yet, hashed. @throws RuleBroken at "password". */
export async function passwordOfFirstAdmin(admin: FirstAdmin, places: readonly string[]): Promise<string> {
  requireGoodPassword(admin.password, [admin.name, admin.email, emailName(admin.email), ...places]);
  return hashPassword(admin.password);
}

/** Set-up's one person, who runs the network. */
export async function addFirstAdmin(
  admin: Omit<FirstAdmin, 'password'>,
  passwordHash: string,
): Promise<string> {
  const { name, email } = admin;
  const person = await db
    .insert(people)
    .values({ name, email, passwordHash, isNetworkAdmin: true })
    .returning({ id: people.id })
    .get();
  return person.id;
}

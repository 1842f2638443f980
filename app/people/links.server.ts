import { and, eq, gt, isNull } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { memberships } from '#db/schema/memberships';
import { people, signInLinks } from '#db/schema/people';
import type { CommunityAccess } from '~/access/gate.server';
import { endSessions, hashOf, isActiveMembership, newToken } from '~/access/session.server';
import { record } from '~/history/record.server';
import { RuleBroken } from '~/http/errors';
import { readSettings } from '~/http/settings.server';
import { paths } from '~/paths';
import { limits } from './limits.server';
import { hashPassword, requireGoodPassword } from './passwords.server';
import { findPerson, knownOf } from './queries.server';

/** OWASP ASVS 5 V6.4.1: an invitation holds at most a week. */
const linkDays = 7;

export interface MadeLink {
  /** The whole address with its token: shown once and kept nowhere. */
  address: string;
  name: string;
}

/** A link by which a person of the community chooses a password and is signed in, once; older ones end. */
export async function makeLink(
  access: CommunityAccess,
  personId: string | undefined,
  request: Request,
): Promise<MadeLink> {
  return transaction(async () => {
    const person = await findPerson(access, personId);
    if (person.endedAt !== null) throw new RuleBroken('They are deactivated. Bring them back first.');
    if (person.pendingSince !== null) {
      throw new RuleBroken('They have an account and have not said yes yet: no link is needed.');
    }
    if (!person.mayTouchAccount) {
      throw new RuleBroken(
        'Their account also opens another community, so a link can only be made by the network’s admin.',
      );
    }
    await voidLinks(person.personId);
    const token = newToken();
    await db.insert(signInLinks).values({
      tokenHash: hashOf(token),
      personId: person.personId,
      purpose: person.hasPassword ? 'reset' : 'welcome',
      madeBy: access.person.id,
      expiresAt: new Date(Date.now() + linkDays * 86_400_000).toISOString(),
    });
    await record(access, {
      deed: `made a one-time link for ${person.name}`,
      thing: 'person',
      thingId: person.personId,
    });
    const origin = readSettings().PUBLIC_URL ?? new URL(request.url).origin;
    return { address: origin + paths.welcome(token), name: person.name };
  });
}

/** Ends what links a person has that nobody used. */
export async function voidLinks(personId: string): Promise<void> {
  const now = new Date().toISOString();
  await db
    .update(signInLinks)
    .set({ expiresAt: now })
    .where(
      and(eq(signInLinks.personId, personId), isNull(signInLinks.usedAt), gt(signInLinks.expiresAt, now)),
    );
}

/** Whom an unused link is for; null where it was used, ran out, or never was. Reading it changes nothing. */
export async function findLink(token: string | undefined) {
  const link = await db
    .select({ linkId: signInLinks.id, personId: people.id, name: people.name, email: people.email })
    .from(signInLinks)
    .innerJoin(people, eq(people.id, signInLinks.personId))
    .innerJoin(memberships, and(eq(memberships.personId, people.id), isActiveMembership))
    .where(
      and(
        eq(signInLinks.tokenHash, hashOf(token ?? '')),
        isNull(signInLinks.usedAt),
        gt(signInLinks.expiresAt, new Date().toISOString()),
      ),
    )
    .limit(1)
    .get();
  return link ?? null;
}

/**
 * Uses a link: sets the password, ends all sessions of the person and every other link. Returns the person's id, or
 * null where the link no longer works. Of two who use it at once, one does.
 */
export async function followLink(
  token: string | undefined,
  password: string,
  address: string,
): Promise<string | null> {
  const link = await findLink(token);
  if (!link) {
    await limits().take('link', address);
    return null;
  }
  requireGoodPassword(password, await knownOf(link.personId));
  const passwordHash = await hashPassword(password);
  return transaction(async () => {
    // Asked again: it may have been used, or ended, while the password was being hashed.
    if (!(await findLink(token))) return null;
    await db
      .update(signInLinks)
      .set({ usedAt: new Date().toISOString() })
      .where(eq(signInLinks.id, link.linkId));
    await db.update(people).set({ passwordHash }).where(eq(people.id, link.personId));
    await voidLinks(link.personId);
    await endSessions(link.personId);
    return link.personId;
  });
}

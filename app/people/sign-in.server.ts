import { type AppLoadContext, redirect } from '@remix-run/node';
import { and, eq } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { memberships } from '#db/schema/memberships';
import { people } from '#db/schema/people';
import type { PersonAccess } from '~/access/gate.server';
import { endSessions, isActiveMembership, startSession } from '~/access/session.server';
import { RuleBroken } from '~/http/errors';
import type { ChangePasswordFields, SignInFields } from './forms';
import { deviceKnownTo, rememberDevice } from './known-device.server';
import { limits } from './limits.server';
import { voidLinks } from './links.server';
import { hashPassword, isPassword, requireGoodPassword } from './passwords.server';
import { knownOf } from './queries.server';

/** The same words for a wrong password, an unknown e-mail, and somebody who no longer belongs anywhere. */
const refusal = 'That e-mail and password do not go together.';

/**
 * Who signs in with this e-mail and password.
 * @throws RuleBroken with the one refusal; TooManyTries.
 */
export async function whoSignsIn(
  request: Request,
  context: AppLoadContext,
  { email, password }: SignInFields,
): Promise<string> {
  const person = await db
    .select({ id: people.id, passwordHash: people.passwordHash, membershipId: memberships.id })
    .from(people)
    .leftJoin(memberships, and(eq(memberships.personId, people.id), isActiveMembership))
    .where(eq(people.email, email))
    .limit(1)
    .get();
  const device = await deviceKnownTo(request, person?.id);
  const account = device === null ? `account ${email}` : `device ${device} ${email}`;
  // Counted before the password is looked at, so that many tries at once are counted too.
  await limits().take('address', context.address);
  await limits().take('account', account);
  const isRight = await isPassword(person?.passwordHash ?? null, password);
  if (!isRight || !person?.membershipId) {
    context.log.warn({ personId: person?.id ?? null, address: context.address }, 'sign-in refused');
    throw new RuleBroken(refusal);
  }
  await limits().giveBack('address', context.address);
  await limits().giveBack('account', account);
  return person.id;
}

/** Signs a person in on this browser and goes on. */
export async function letIn(
  request: Request,
  context: AppLoadContext,
  personId: string,
  to: string,
): Promise<Response> {
  const headers = await rememberDevice(request, personId, await startSession(request, personId));
  context.log.info({ personId, address: context.address }, 'signed in');
  return redirect(to, { headers });
}

/** One's own password; all other sessions and every link end. @throws RuleBroken, TooManyTries. */
export async function changePassword(
  { person, signedIn }: PersonAccess,
  context: AppLoadContext,
  { current, password }: ChangePasswordFields,
): Promise<void> {
  const row = await db
    .select({ passwordHash: people.passwordHash })
    .from(people)
    .where(eq(people.id, person.id))
    .get();
  const key = `change ${person.id}`;
  await limits().take('account', key);
  if (!(await isPassword(row?.passwordHash ?? null, current))) {
    throw new RuleBroken('That is not your password.', 'current');
  }
  await limits().giveBack('account', key);
  if (current === password) throw new RuleBroken('Choose one that is not the one you have now.', 'password');
  requireGoodPassword(password, await knownOf(person.id));
  const passwordHash = await hashPassword(password);
  await transaction(async () => {
    await db.update(people).set({ passwordHash }).where(eq(people.id, person.id));
    await voidLinks(person.id);
    await endSessions(person.id, signedIn.sessionId);
  });
  context.log.info({ personId: person.id, address: context.address }, 'password changed');
}

import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { memberships } from '#db/schema/memberships';
import { action as deactivate } from '~/routes/people/deactivate';
import { action as change } from '~/routes/people/show';
import { withDatabase } from '../support/database';
import { aMember, theCast } from '../support/factories';
import { post, signedIn } from '../support/requests';

withDatabase();

const fieldsOf = (person: { name: string; email: string }, role: string) => ({
  name: person.name,
  email: person.email,
  role,
});

test('the only admin of a community can be neither deactivated nor made something less', async () => {
  const { admin } = await theCast();
  const options = { cookie: await signedIn(admin.id), params: { personId: admin.id } };
  for (const answer of [
    await post(deactivate, '/x', {}, options),
    await post(change, '/x', fieldsOf(admin, 'leader'), options),
  ]) {
    expect(answer.status).toBe(422);
    expect(answer.data.error['']).toEqual([
      `${admin.name} is the only admin of the community. Make somebody else an admin first.`,
    ]);
  }
  expect((await post(change, '/x', fieldsOf(admin, 'admin'), options)).status).toBe(302);
});

test('a deactivated admin and an admin elsewhere do not count', async () => {
  const { admin, community } = await theCast();
  const second = await aMember(community.id, 'admin');
  const cookie = await signedIn(admin.id);
  const send = (personId: string) => post(deactivate, '/x', {}, { cookie, params: { personId } });
  expect((await send(second.id)).status).toBe(302);
  expect((await send(admin.id)).status).toBe(422);
});

test('of two admins who step down at once, one stays', async () => {
  const { admin, community } = await theCast();
  const second = await aMember(community.id, 'admin');
  const stepDown = async (person: { id: string }) =>
    post(deactivate, '/x', {}, { cookie: await signedIn(person.id), params: { personId: person.id } });
  const statuses = await Promise.all([stepDown(admin), stepDown(second)]);
  expect(statuses.map((answer) => answer.status).sort()).toEqual([302, 422]);
  const left = await db.select().from(memberships).where(eq(memberships.role, 'admin'));
  const active = left.filter((row) => row.endedAt === null && row.communityId === community.id);
  expect(active).toHaveLength(1);
});

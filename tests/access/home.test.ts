import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { memberships } from '#db/schema/memberships';
import { readSession } from '~/access/session.server';
import { withDatabase } from '../support/database';
import { aCommunity, aMember, aTeam, joinTeam } from '../support/factories';
import { signedIn } from '../support/requests';

withDatabase();

test('somebody of two communities signs in to the one where most of their teams are', async () => {
  const lakeside = await aCommunity({ name: 'A community that is first by name' });
  const riverbend = await aCommunity({ name: 'Riverbend' });
  const coach = await aMember(lakeside.id, 'coach');
  await db.insert(memberships).values({ personId: coach.id, communityId: riverbend.id, role: 'coach' });
  await joinTeam((await aTeam(lakeside.id)).id, coach.id, 'coach');
  await joinTeam((await aTeam(riverbend.id)).id, coach.id, 'coach');
  await joinTeam((await aTeam(riverbend.id)).id, coach.id, 'coach');
  const cookie = await signedIn(coach.id);
  const session = await readSession(new Request('http://localhost:3000', { headers: { cookie } }));
  expect(session?.membership.communityName).toBe('Riverbend');
});

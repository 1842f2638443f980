import { expect, test } from 'vitest';
import type { CommunityAccess } from '~/access/gate.server';
import { withProgress } from '~/imports/progress.server';
import { loader as indicatorProgress } from '~/routes/indicators/import-progress';
import { action as bring } from '~/routes/measures/bring-file';
import { loader as progress } from '~/routes/measures/import-progress';
import { withDatabase } from '../support/database';
import { aMeasure, anIndicator, theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

const half = { what: 'read', done: 500, all: 1_000 } as const;

/** Runs `look` while this person's file is half read. */
async function whileReading(
  who: { id: string },
  communityId: string,
  key: string,
  look: () => Promise<void>,
): Promise<void> {
  const access = { person: { id: who.id }, communityId } as CommunityAccess;
  await withProgress(access, key, async (report) => {
    report(half);
    await look();
  });
}

async function theScene() {
  const cast = await theCast();
  const measure = await aMeasure(cast.team);
  const params = { teamId: cast.team.id, measureId: measure.id };
  const ask = async (who: { id: string }, importId: string) => {
    const answer = await get(progress, '/x', {
      cookie: await signedIn(who.id),
      params: { ...params, importId },
    });
    return answer.status === 200 ? JSON.parse(answer.data) : answer.status;
  };
  return { ...cast, params, ask };
}

test('whoever brings a file is told how far it is; nobody of the team, and nobody from elsewhere', async () => {
  const { ask, member, coach, leader, otherMember, stranger, community } = await theScene();
  await whileReading(member, community.id, 'key-1', async () => {
    expect(await ask(member, 'key-1')).toEqual(half);
    expect(await ask(coach, 'key-1')).toBe(404);
    expect(await ask(leader, 'key-1')).toBe(403);
    expect(await ask(otherMember, 'key-1')).toBe(403);
    expect(await ask(stranger, 'key-1')).toBe(404);
    expect(await ask(member, 'another')).toBeNull();
  });
  expect(await ask(member, 'key-1')).toBeNull();
});

test('of an indicator’s file its leader is told; not another leader, a member or another community', async () => {
  const { member, leader, admin, stranger, community } = await theScene();
  const indicator = await anIndicator(community.id);
  const ask = async (who: { id: string }) =>
    (
      await get(indicatorProgress, '/x', {
        cookie: await signedIn(who.id),
        params: { indicatorId: indicator.id, importId: 'key-2' },
      })
    ).status;
  await whileReading(leader, community.id, 'key-2', async () => {
    expect([await ask(leader), await ask(admin), await ask(member), await ask(stranger)]).toEqual([
      200, 404, 403, 404,
    ]);
  });
});

test('a kept file is nobody else’s to ask about, also while nothing is being done', async () => {
  const { ask, member, coach, params } = await theScene();
  const file = new File(['Week of,Met,Of\n2026-09-07,1,2\n'], 'weeks.csv');
  const answer = await post(bring, '/x?key=mine', { file }, { cookie: await signedIn(member.id), params });
  const importId = answer.location?.split('/').at(-1) ?? '';
  expect(importId).not.toBe('');
  expect(await ask(member, importId)).toBeNull();
  expect(await ask(coach, importId)).toBe(404);
});

test('a key that is in use by somebody else neither tells nor is taken over', async () => {
  const { ask, member, coach, community } = await theScene();
  await whileReading(member, community.id, 'same', async () => {
    await whileReading(coach, community.id, 'same', async () => {
      expect(await ask(coach, 'same')).toBe(404);
    });
    expect(await ask(member, 'same')).toEqual(half);
  });
});

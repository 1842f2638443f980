import { eq, isNull } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { db } from '#db/client.server';
import { measurePoints } from '#db/schema/measures';
import { sessions } from '#db/schema/people';
import { stories, storyLinks } from '#db/schema/stories';
import { teams } from '#db/schema/teams';
import { changeIdeas } from '#db/schema/theories';
import { action as merge } from '~/routes/practices/merge';
import { loader as practicePage } from '~/routes/practices/show';
import { action as begin } from '~/routes/stories/begin';
import { loader as wordsPage, action as write } from '~/routes/stories/edit';
import { loader as linksPage, action as share } from '~/routes/stories/links';
import { action as revoke } from '~/routes/stories/revoke-link';
import { loader as shared } from '~/routes/stories/shared';
import { loader as show } from '~/routes/stories/show';
import { withFreshLimits } from '../people/signing-in';
import { aUse, markStale } from '../practices/scene';
import { withDatabase } from '../support/database';
import { aMember, aPractice, joinTeam, theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();
withFreshLimits();

let cast: Awaited<ReturnType<typeof theCast>>;
let leader: string;
beforeEach(async () => {
  cast = await theCast();
  leader = await signedIn(cast.leader.id);
});

async function aStory() {
  const practice = await aPractice(cast.community.id, {
    name: 'Text first, then call',
    description: 'A short text the same day.',
    forWhom: 'Families',
    sourceKind: 'local',
  });
  const use = await aUse(cast.community.id, practice.id, {
    name: 'Attendance Network',
    idea: { context: 'Ask Mrs. Vega', adaptation: 'Mr. Ortiz writes' },
  });
  await db
    .update(teams)
    .set({ aimWhat: 'chronic absence', aimForWhom: '9th graders', aimFrom: 31, aimTo: 22 })
    .where(eq(teams.id, use.team.id));
  const writer = await aMember(cast.community.id, 'member');
  await joinTeam(use.team.id, writer.id);
  const cookie = await signedIn(writer.id);
  const ofPractice = { teamId: use.team.id, practiceId: practice.id };
  const begun = await post(begin, '/x', {}, { cookie, params: ofPractice });
  const storyId = begun.location?.split('/').at(-1) ?? '';
  return { ...use, practice, writer, cookie, ofPractice, params: { teamId: use.team.id, storyId } };
}

test('a use whose numbers improved becomes one bright spot, told from the data', async () => {
  const { practice, cookie, ofPractice, params, measure } = await aStory();
  expect((await post(begin, '/x', {}, { cookie, params: ofPractice })).location).toContain(params.storyId);
  expect(await db.select().from(stories)).toHaveLength(1);
  const { story, sentence } = (await get(show, '/x', { cookie, params })).data;
  expect(story).toMatchObject({
    title: 'Text first, then call',
    from: 'Attendance Network, Riverbend Cradle to Career',
    aim: 'Cut chronic absence among 9th graders from 31% to 22%.',
    what: 'A short text the same day.',
    tests: '1 test since May 25, 2026.',
    result: `${measure.name} improved after the change, beyond what chance would do.`,
    decision: 'The team decided: adopt (Jun 10, 2026).',
    isBright: true,
  });
  expect(sentence).toMatch(/^Improvement\./);
  expect(story.caveats).toContain(
    'Of 1 team here that can tell, 1 improved; the true share is most likely between 32% and 95% (8 chances in 10).',
  );
  expect(story.provenance[0]).toContain('run rules and a rank test');
  const page = await get(practicePage, '/x', { cookie, params: { practiceId: practice.id } });
  expect(page.data.uses[0]).toMatchObject({ storyId: params.storyId, mayTell: true });
});

test('a use without an improvement is no bright spot', async () => {
  const practice = await aPractice(cast.community.id);
  const { team } = await aUse(cast.community.id, practice.id, { says: 'no signal' });
  const params = { teamId: team.id, practiceId: practice.id };
  const answer = await post(begin, '/x', {}, { cookie: leader, params });
  expect(answer.location).toBe(`/practices/${practice.id}`);
  expect(await db.select().from(stories)).toEqual([]);
});

test('its team and leaders tell it; others of the community read it; nobody else does', async () => {
  const { params, ofPractice } = await aStory();
  const other = await signedIn(cast.otherMember.id);
  const coach = await signedIn(cast.coach.id);
  const stranger = await signedIn(cast.stranger.id);
  for (const cookie of [other, coach]) {
    expect((await get(show, '/x', { cookie, params })).status).toBe(200);
    expect((await post(write, '/x', { whoBenefits: 'Us' }, { cookie, params })).status).toBe(403);
    expect((await post(begin, '/x', {}, { cookie, params: ofPractice })).status).toBe(403);
    expect((await post(share, '/x', { label: 'Me' }, { cookie, params })).status).toBe(403);
  }
  expect((await get(show, '/x', { cookie: stranger, params })).status).toBe(404);
  expect((await get(wordsPage, '/x', { cookie: leader, params })).status).toBe(200);
  const words = { whoBenefits: 'Children who are in class.', caveats: 'A mild winter.' };
  expect((await post(write, '/x', words, { cookie: leader, params })).status).toBe(302);
  const { story } = (await get(show, '/x', { cookie: other, params })).data;
  expect(story.whoBenefits).toContain('Children who are in class.');
  expect(story.caveats.at(-1)).toBe('A mild winter.');
});

const shareIt = async (params: Record<string, string>, cookie: string, fields = {}) => {
  const made = await post(share, '/x', { label: 'the board', ...fields }, { params, cookie });
  const address: string = made.data.made.address;
  const token = address.split('/').at(-1) ?? '';
  return { made, address, token, open: () => get(shared, '/x', { params: { token } }) };
};

test('a link is shown once, kept as a hash, and opens the story without an account', async () => {
  const { params, cookie, writer } = await aStory();
  const { address, token, open } = await shareIt(params, cookie);
  expect(address).toMatch(/^http:\/\/localhost:3000\/bright-spot\/[\w-]{43}$/);
  expect(JSON.stringify(await db.select().from(storyLinks))).not.toContain(token);
  expect(JSON.stringify((await get(linksPage, '/x', { params, cookie })).data)).not.toContain(token);
  const before = await db.select().from(sessions);
  const { status, data, headers } = await open();
  expect(status).toBe(200);
  expect(headers.get('set-cookie')).toBeNull();
  expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
  expect(headers.get('cache-control')).toBe('public, max-age=60');
  expect(data).toContain('Text first, then call');
  expect(data).toContain('Cut chronic absence among 9th graders from 31% to 22%.');
  expect(data.match(/<svg[^>]*only-(wide|narrow)/g)).toHaveLength(2);
  // No person, and nothing the team wrote for itself.
  expect(data).not.toMatch(/Vega|Ortiz|It works here|It held/);
  expect(data).not.toContain(writer.name);
  expect(data).not.toMatch(/<script|<form|<input| style=|<style| on\w+=|javascript:/);
  expect(await db.select().from(sessions)).toEqual(before);
});

test('a link that was taken back, ran out, or never was opens nothing, and looks the same', async () => {
  const { params, cookie } = await aStory();
  const { token, open } = await shareIt(params, cookie);
  const [link] = await db.select().from(storyLinks);
  const answer = await post(revoke, '/x', { linkId: link?.id ?? '' }, { cookie, params });
  expect(answer.status).toBe(302);
  const gone = await open();
  expect(gone.status).toBe(404);
  const never = await get(shared, '/x', { params: { token: 'x'.repeat(43) } });
  expect(never.data).toBe(gone.data);
  expect(gone.data).not.toContain(token);
  expect((await post(revoke, '/x', { linkId: link?.id ?? '' }, { cookie, params })).status).toBe(404);
  const past = await post(share, '/x', { label: 'B', untilOn: '2020-01-01' }, { cookie, params });
  expect(past.data.error.untilOn).toEqual(['That day is over. Choose today or a later day.']);
  const over = await shareIt(params, cookie, { untilOn: '2099-01-01' });
  expect((await over.open()).status).toBe(200);
  await db.update(storyLinks).set({ untilOn: '2020-01-01' });
  expect((await over.open()).status).toBe(404);
});

test('where the gain goes, the shared story says so by itself', async () => {
  const { params, cookie, measure } = await aStory();
  const { open } = await shareIt(params, cookie);
  expect((await open()).data).toContain('A bright spot');
  await db.delete(measurePoints).where(eq(measurePoints.measureId, measure.id));
  await markStale();
  const { data } = await open();
  expect(data).toContain('Was a bright spot');
  expect(data).toContain('The numbers cannot tell at present.');
});

test('where a team told two practices that are merged, one bright spot is left, with the words and links of both', async () => {
  const { params, cookie, practice, team, ofPractice } = await aStory();
  const into = await aPractice(cast.community.id, { name: 'Text home' });
  await db.update(changeIdeas).set({ practiceId: into.id });
  await markStale();
  const begun = await post(begin, '/x', {}, { cookie, params: { ...ofPractice, practiceId: into.id } });
  const kept = { teamId: team.id, storyId: begun.location?.split('/').at(-1) ?? '' };
  expect(kept.storyId).not.toBe(params.storyId);
  const words = { whoBenefits: 'Children with asthma.', caveats: 'A mild winter.' };
  await post(write, '/x', words, { cookie, params });
  await post(write, '/x', { whoBenefits: 'Siblings too.', caveats: '' }, { cookie, params: kept });
  const old = await shareIt(params, cookie);
  const untold = await aUse(cast.community.id, practice.id, { name: 'Other Team' });
  const other = await post(
    begin,
    '/x',
    {},
    { cookie: leader, params: { teamId: untold.team.id, practiceId: practice.id } },
  );

  await post(
    merge,
    '/x',
    { intoId: into.id, reason: 'Same' },
    { cookie: leader, params: { practiceId: practice.id } },
  );
  const live = await db.select().from(stories).where(isNull(stories.archivedAt));
  expect(live.map(({ id, practiceId }) => [id, practiceId]).toSorted()).toEqual(
    [
      [kept.storyId, into.id],
      [other.location?.split('/').at(-1), into.id],
    ].toSorted(),
  );
  const { words: now } = (await get(wordsPage, '/x', { cookie, params: kept })).data;
  expect(now).toMatchObject({
    whoBenefits: 'Siblings too.\n\nChildren with asthma.',
    caveats: 'A mild winter.',
  });
  expect((await get(show, '/x', { cookie, params })).status).toBe(404);
  const page = await get(practicePage, '/x', { cookie, params: { practiceId: into.id } });
  expect(page.data.uses.find((one: { teamId: string }) => one.teamId === team.id).storyId).toBe(kept.storyId);
  const shown = await old.open();
  expect(shown.status).toBe(200);
  expect(shown.data).toContain('Siblings too.');
  expect((await get(linksPage, '/x', { cookie, params: kept })).data.links).toHaveLength(1);
});

test('small counts stay hidden on a shared story', async () => {
  const { params, cookie, measure } = await aStory();
  const { measures } = await import('#db/schema/measures');
  await db.update(measures).set({ kind: 'proportion' }).where(eq(measures.id, measure.id));
  await db.update(measurePoints).set({ numerator: 3, denominator: 7, value: null });
  await markStale();
  const { open } = await shareIt(params, cookie);
  const { data } = await open();
  expect(data).not.toMatch(/42\.9|3 of 7/);
});

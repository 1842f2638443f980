import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { coachNotes, helpAnswers, progressScores, reviewDrafts, snoozes } from '#db/schema/coaching';
import { communities, networks } from '#db/schema/communities';
import { toldPeople } from '#db/schema/conversations';
import {
  cycleCounts,
  cycleFileContents,
  cycleFiles,
  cycleNotes,
  cycleTasks,
  cycleVersions,
} from '#db/schema/cycles';
import { calendarLinks, eventMeasures, events } from '#db/schema/events';
import { evidenceStale, practiceUses, practiceVerdicts, predictionScores } from '#db/schema/evidence';
import { history } from '#db/schema/history';
import { importChanges, importMappings, imports } from '#db/schema/imports';
import {
  factorDrivers,
  factors,
  factorVotes,
  indicatorActions,
  indicatorPartners,
  storyVersions,
} from '#db/schema/indicator-stories';
import { observations, referenceGroups } from '#db/schema/indicators';
import { mailChoices, mailRounds, mails } from '#db/schema/mail';
import {
  chartLinks,
  indicatorLinks,
  measureBaselines,
  measureEntries,
  measureGoals,
  measureRebases,
  refusedCells,
} from '#db/schema/measures';
import { meetingLines, meetings } from '#db/schema/meetings';
import { memberships } from '#db/schema/memberships';
import { people, sessions, signInLinks } from '#db/schema/people';
import { practiceDecisions, practiceMerges, practiceOffers, practices } from '#db/schema/practices';
import {
  annualSnapshotContents,
  annualSnapshots,
  publicPageIndicators,
  publicPages,
} from '#db/schema/scoreboard';
import { sentForms } from '#db/schema/sent-forms';
import { stories, storyLinks } from '#db/schema/stories';
import type { teams } from '#db/schema/teams';
import { beliefChanges, drivers, ideaDrivers, theoryMeasures } from '#db/schema/theories';
import { isSetUp } from '~/access/gate.server';
import { hashOf } from '~/access/session.server';
import { loader as page, action as remove } from '~/routes/communities/remove-demo';
import { loader as settings } from '~/routes/communities/settings';
import { withDatabase } from '../support/database';
import {
  aComment,
  aCommunity,
  aCycle,
  aDecision,
  aDimension,
  aHelpAsk,
  aMeasure,
  aMember,
  anIdea,
  anIndicator,
  anObservation,
  aPartner,
  aPractice,
  aPrediction,
  aQuestion,
  aReview,
  aReviewComment,
  aTeam,
  aVisitNote,
  joinTeam,
  points,
} from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

/** A community with at least one row in every table; a table made later is to be filled here, and removed. */
async function aFullCommunity(isDemo: boolean) {
  const community = await aCommunity({ isDemo });
  const admin = await aMember(community.id, 'admin', { isNetworkAdmin: true });
  const partner = await aPartner(community.id);
  const team = await aTeam(community.id, { homePartnerId: partner.id });
  await joinTeam(team.id, admin.id);
  const practice = await aPractice(community.id, { ownerId: admin.id });
  const idea = await anIdea(team, { practiceId: practice.id, createdBy: admin.id });
  await fillLibrary(community.id, practice.id, team.id);
  const measure = await aMeasure(team);
  await points(measure.id, '2026-09-07', [1, 2]);
  const ofMeasure = { measureId: measure.id };
  await db.insert(measureGoals).values({ ...ofMeasure, goal: 90, fromOn: '2026-09-07', setBy: admin.id });
  await db.insert(measureEntries).values({ ...ofMeasure, kind: 'cell', changes: [], madeBy: admin.id });
  await db.insert(refusedCells).values({ ...ofMeasure, periodStart: '2026-09-21', value: 'many' });
  await db
    .insert(measureBaselines)
    .values({ ...ofMeasure, throughOn: '2026-09-14', reason: 'Before Cycle 1' });
  await db.insert(measureRebases).values({ ...ofMeasure, fromOn: '2026-09-14', reason: 'A new level' });
  await db.insert(chartLinks).values({ ...ofMeasure, tokenHash: hashOf(measure.id), madeBy: admin.id });
  const event = await db
    .insert(events)
    .values({
      communityId: community.id,
      teamId: team.id,
      kind: 'event',
      onDate: '2026-09-14',
      title: 'New bus',
    })
    .returning()
    .get();
  await db.insert(eventMeasures).values({ ...ofMeasure, eventId: event.id });
  const first = await aCycle(team, { ideaId: idea.id, ledBy: admin.id });
  const cycle = await aCycle(team, { ideaId: idea.id, previousId: first.id });
  await aQuestion(cycle.id);
  await aPrediction(cycle.id, measure.id);
  await aDecision(cycle.id, { decidedBy: admin.id });
  await db.insert(cycleTasks).values({ cycleId: cycle.id, position: 1, what: 'Print the list' });
  await fillCycle(cycle.id);
  await fillEvidence(community.id, {
    ...{ practiceId: practice.id, teamId: team.id },
    ...{ measureId: measure.id, cycleId: cycle.id },
  });
  const comment = await aComment(team, { thing: 'cycle', thingId: cycle.id, writtenBy: admin.id });
  await aComment(team, { thing: 'cycle', thingId: cycle.id, rootId: comment.id });
  await db.insert(toldPeople).values({ commentId: comment.id, personId: admin.id, reason: 'mention' });
  await fillCoaching(team, cycle.id, admin.id);
  await fillTheory({ teamId: team.id, ideaId: idea.id, measureId: measure.id, cycleId: cycle.id });
  const indicator = await anIndicator(community.id);
  const { dimension, groups } = await aDimension(community.id, 'Language', ['Spanish', 'English']);
  const subgroupId = groups.get('English')?.id ?? '';
  await db.insert(imports).values({
    communityId: community.id,
    forKind: 'indicator',
    forId: indicator.id,
    fileName: 'graduation.csv',
    contentHash: hashOf(community.id),
    contents: Buffer.from('a,b'),
  });
  const bringing = await db.select().from(imports).where(eq(imports.communityId, community.id)).get();
  const observation = await anObservation(indicator.id, { period: '2015-16', importId: bringing?.id });
  await db.insert(importChanges).values({
    importId: bringing?.id ?? '',
    kind: 'observation',
    rowId: observation.id,
    is: { value: 1 },
  });
  await db.insert(importMappings).values({
    communityId: community.id,
    forKind: 'indicator',
    forId: indicator.id,
    fingerprint: 'a,b',
    choices: {},
  });
  await db
    .insert(referenceGroups)
    .values({ indicatorId: indicator.id, dimensionId: dimension.id, subgroupId });
  await db.insert(indicatorLinks).values({ measureId: measure.id, indicatorId: indicator.id, sign: 'same' });
  // Changed once, so that it has a past.
  await db.update(observations).set({ value: 71 }).where(eq(observations.id, observation.id));
  await fillShown(community.id, indicator.id);
  await fillCurve({ indicatorId: indicator.id, teamId: team.id, partnerId: partner.id, personId: admin.id });
  await db.insert(signInLinks).values({
    tokenHash: hashOf(admin.id),
    personId: admin.id,
    purpose: 'reset',
    madeBy: admin.id,
    expiresAt: '2026-01-01T00:00:00.000Z',
  });
  await db.insert(history).values({
    communityId: community.id,
    personId: admin.id,
    deed: 'did it',
    teamId: team.id,
    cycleId: cycle.id,
  });
  await aVisitNote(team, { writtenBy: admin.id });
  await db.insert(calendarLinks).values({
    ...{ communityId: community.id, personId: admin.id, label: 'My phone' },
    tokenHash: hashOf(`calendar ${community.id}`),
  });
  const letter = { communityId: community.id, kind: 'digest' as const, period: '2026-11-23' };
  await db.insert(mails).values({
    ...{ ...letter, personId: admin.id, subject: 'Your week', letter: {}, messageId: '<1@x>' },
    notBefore: '2026-11-23T12:00:00.000Z',
  });
  await db.insert(mailRounds).values({ ...letter, finishedAt: '2026-11-23T12:00:00.000Z' });
  await db.insert(mailChoices).values({ personId: admin.id, communityId: community.id });
  await db.insert(sentForms).values({ key: `form ${community.id}`, personId: admin.id, ledTo: '/' });
  return { community, admin, cookie: await signedIn(admin.id) };
}

async function fillLibrary(communityId: string, practiceId: string, teamId: string) {
  const other = await aPractice(communityId, { mergedIntoId: practiceId });
  await db.insert(practiceMerges).values({ fromId: other.id, intoId: practiceId, reason: 'The same' });
  await db.insert(practiceOffers).values({ practiceId });
  await db
    .insert(practiceDecisions)
    .values({ practiceId, decision: 'study', reason: 'Two more tests', reviewOn: '2027-03-10' });
  const story = await db.insert(stories).values({ communityId, practiceId, teamId }).returning().get();
  await db.insert(storyLinks).values({ storyId: story.id, tokenHash: hashOf(story.id) });
}

async function fillShown(communityId: string, indicatorId: string) {
  const page = await db
    .insert(publicPages)
    .values({ communityId, tokenHash: hashOf(`page ${communityId}`), label: 'The school board' })
    .returning()
    .get();
  await db.insert(publicPageIndicators).values({ pageId: page.id, indicatorId });
  const snapshot = await db
    .insert(annualSnapshots)
    .values({ communityId, label: 'Handed in', takenOn: '2026-10-01' })
    .returning()
    .get();
  await db.insert(annualSnapshotContents).values({ snapshotId: snapshot.id, contents: Buffer.from('{}') });
}

async function fillEvidence(
  communityId: string,
  {
    practiceId,
    teamId,
    measureId,
    cycleId,
  }: Record<'practiceId' | 'teamId' | 'measureId' | 'cycleId', string>,
) {
  await db.insert(practiceUses).values({
    ...{ practiceId, teamId, communityId, cycles: 2, finishedCycles: 0, vote: 'observed only' },
    ...{ isAbandoned: false, hasWidenedGap: false, isHeld: false },
  });
  await db.insert(practiceVerdicts).values({
    ...{ practiceId, teamId, measureId, type: 'outcome', verdict: 'observed only', method: 'none' },
    working: {},
  });
  await db
    .insert(predictionScores)
    .values({ cycleId, measureId, communityId, teamId, practiceId, finalFrom: '2026-10-05' });
  await db.insert(evidenceStale).values({ teamId, mark: '1' }).onConflictDoNothing();
}

async function fillCycle(cycleId: string) {
  await db.insert(cycleNotes).values({ cycleId, onDate: '2026-09-14', text: 'Two lists had no phone' });
  await db.insert(cycleCounts).values({ cycleId, position: 1, identified: 12, reached: 9, completed: 4 });
  await db.insert(cycleVersions).values({ cycleId, field: 'learned', number: 1, value: 'Mornings work' });
  const file = await db
    .insert(cycleFiles)
    .values({ cycleId, fileName: 'list.pdf', mediaType: 'application/pdf', bytes: 4 })
    .returning()
    .get();
  await db.insert(cycleFileContents).values({ fileId: file.id, contents: Buffer.from('%PDF') });
}

async function fillCurve(of: { indicatorId: string; teamId: string; partnerId: string; personId: string }) {
  const { indicatorId, partnerId, personId } = of;
  await db
    .insert(storyVersions)
    .values({ indicatorId, part: 'unknown', text: 'Who comes', writtenBy: personId });
  await db.insert(indicatorPartners).values({ indicatorId, partnerId, role: 'Opens the lab' });
  await db.insert(indicatorActions).values({ indicatorId, what: 'Ask for the lab' });
  const factor = await db
    .insert(factors)
    .values({ indicatorId, name: 'No bus', writtenBy: personId })
    .returning()
    .get();
  await db.insert(factorVotes).values({ factorId: factor.id, personId });
  const driver = await db
    .insert(drivers)
    .values({ teamId: of.teamId, position: 9, name: 'A bus runs' })
    .returning()
    .get();
  await db.insert(factorDrivers).values({ factorId: factor.id, driverId: driver.id, madeBy: personId });
}

async function fillCoaching(team: typeof teams.$inferSelect, cycleId: string, personId: string) {
  const { communityId } = team;
  const of = { communityId, teamId: team.id };
  const review = await aReview(team, cycleId, { begunBy: personId });
  const comment = await aReviewComment(review, { writtenBy: personId });
  await aReviewComment(review, { answerTo: comment.id, writtenBy: personId });
  await db
    .insert(reviewDrafts)
    .values({ reviewId: review.id, personId, fields: {}, savedAt: '2026-09-14T12:00:00.000Z' });
  const ask = await aHelpAsk(team, { cycleId, askedBy: personId });
  await db.insert(helpAnswers).values({ askId: ask.id, text: 'From ten points on', writtenBy: personId });
  await db
    .insert(snoozes)
    .values({ communityId, personId, line: 'stuck', untilOn: '2026-12-01', reason: 'They meet then' });
  await db
    .insert(coachNotes)
    .values({ ...of, cycleId, line: 'stuck', text: 'Can I help?', writtenBy: personId });
  await db.insert(progressScores).values({
    ...{ ...of, kind: 'claimed', score: 2, suggested: 1.5, evidence: [], reason: 'We meet' },
    givenBy: personId,
  });
}

async function fillTheory(of: { teamId: string; ideaId: string; measureId: string; cycleId: string }) {
  const { teamId, ideaId, measureId } = of;
  const primary = await db
    .insert(drivers)
    .values({ teamId, position: 1, name: 'Families hear early' })
    .returning()
    .get();
  await db.insert(drivers).values({ teamId, parentId: primary.id, position: 1, name: 'One person calls' });
  await db.insert(ideaDrivers).values({ ideaId, driverId: primary.id, position: 1 });
  await db.insert(theoryMeasures).values({ teamId, measureId, driverId: primary.id });
  await db.insert(beliefChanges).values({
    teamId,
    driverId: primary.id,
    isBelieved: false,
    reason: 'Three tests moved nothing',
    cycleIds: [of.cycleId],
  });
  const meeting = await db.insert(meetings).values({ teamId, onDate: '2026-09-14' }).returning().get();
  await db
    .insert(meetingLines)
    .values({ meetingId: meeting.id, cycleId: of.cycleId, kind: 'note', text: 'Start with third grade' });
}

/** Rows of each table, but for what is not a community's. */
async function countRows(): Promise<Record<string, number>> {
  // The index's own tables hold more than rows of ours: of those, the one with a line for each thing that is indexed.
  const tables = await db.all<[string]>(
    sql`select name from pragma_table_list where schema = 'main' and name not like 'sqlite_%'
      and (type = 'table' or name = 'search_words_docsize') order by name`,
  );
  const counts: Record<string, number> = {};
  for (const [name] of tables.filter(([table]) => table !== 'migrations' && table !== 'networks')) {
    const rows = await db.all<[number]>(sql`select count(*) from ${sql.identifier(name)}`);
    counts[name] = rows[0]?.[0] ?? 0;
  }
  return counts;
}

test('removing the only communities, which are demos, leaves every table empty and opens set-up', async () => {
  const { cookie } = await aFullCommunity(true);
  await aFullCommunity(true);
  const before = await countRows();
  const empty = Object.keys(before).filter((table) => before[table] === 0);
  expect(empty, 'tables that this test fills no row of').toEqual([]);
  const answer = await post(remove, '/settings/remove-demo', {}, { cookie });
  expect(answer.location).toBe('/setup');
  const after = await countRows();
  expect(Object.keys(after).filter((table) => after[table] !== 0)).toEqual([]);
  expect((await db.select().from(networks).get())?.demoRemovedAt).toMatch(/^20/);
  expect(await isSetUp()).toBe(false);
});

test('a community of one’s own stays whole, with its people', async () => {
  const mine = await aFullCommunity(false);
  const before = await countRows();
  const { cookie, community } = await aFullCommunity(true);
  await db.insert(memberships).values({ personId: mine.admin.id, communityId: community.id, role: 'member' });
  await db.update(sessions).set({ communityId: community.id }).where(eq(sessions.personId, mine.admin.id));
  expect((await post(remove, '/x', {}, { cookie })).location).toBe('/sign-in');
  expect(await countRows()).toEqual(before);
  expect(await db.select({ id: people.id }).from(people)).toEqual([{ id: mine.admin.id }]);
  expect((await get(settings, '/settings', { cookie: mine.cookie })).data.settings.name).toBe(
    mine.community.name,
  );
});

test('a link that somebody of the demo made for another community’s person stays, without its maker', async () => {
  const mine = await aFullCommunity(false);
  const demo = await aFullCommunity(true);
  await db.update(signInLinks).set({ madeBy: demo.admin.id }).where(eq(signInLinks.personId, mine.admin.id));
  await post(remove, '/x', {}, { cookie: demo.cookie });
  expect((await db.select().from(signInLinks)).map((link) => [link.personId, link.madeBy])).toEqual([
    [mine.admin.id, null],
  ]);
});

test('one click removes it: for an admin who runs the network, with the demo to look at', async () => {
  const demo = await aFullCommunity(true);
  const mine = await aFullCommunity(false);
  const leader = await signedIn((await aMember(demo.community.id, 'leader')).id);
  const admin = await signedIn((await aMember(demo.community.id, 'admin')).id);
  expect((await get(settings, '/settings', { cookie: demo.cookie })).data.demo).toEqual([
    demo.community.name,
  ]);
  expect((await get(settings, '/settings', { cookie: admin })).data.demo).toEqual([]);
  for (const cookie of [leader, admin]) expect((await post(remove, '/x', {}, { cookie })).status).toBe(403);
  expect((await post(remove, '/x', {}, { cookie: mine.cookie })).status).toBe(404);
  expect((await post(remove, '/x', {})).location).toBe('/sign-in');
  expect((await get(page, '/x', { cookie: demo.cookie })).location).toBe('/settings');
  expect(await db.select().from(communities)).toHaveLength(2);
  expect((await post(remove, '/x', {}, { cookie: demo.cookie })).status).toBe(302);
  expect(await db.select().from(communities)).toHaveLength(1);
});

test('a practice that another community copied stays with it, and remembers in words where it came from', async () => {
  const demo = await aFullCommunity(true);
  const mine = await aFullCommunity(false);
  const original = await aPractice(demo.community.id);
  const copy = await aPractice(mine.community.id, { copiedFromId: original.id, copiedFrom: 'Lakeside' });
  await post(remove, '/x', {}, { cookie: demo.cookie });
  const kept = await db.select().from(practices).where(eq(practices.id, copy.id)).get();
  expect([kept?.copiedFromId, kept?.copiedFrom]).toEqual([null, 'Lakeside']);
});

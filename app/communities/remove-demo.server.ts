import { and, eq, inArray, isNotNull, notInArray } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import {
  coachNotes,
  helpAnswers,
  helpAsks,
  progressScores,
  reviewComments,
  reviewDrafts,
  reviews,
  snoozes,
} from '#db/schema/coaching';
import { communities, networks, partners } from '#db/schema/communities';
import { comments, toldPeople } from '#db/schema/conversations';
import {
  cycleCounts,
  cycleDecisions,
  cycleFileContents,
  cycleFiles,
  cycleNotes,
  cyclePredictions,
  cycleQuestions,
  cycles,
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
import {
  dimensions,
  indicators,
  observations,
  outcomes,
  referenceGroups,
  subgroups,
} from '#db/schema/indicators';
import { mailChoices, mailRounds, mails } from '#db/schema/mail';
import {
  chartLinks,
  indicatorLinks,
  measureBaselines,
  measureEntries,
  measureGoals,
  measurePoints,
  measureRebases,
  measures,
  refusedCells,
} from '#db/schema/measures';
import { meetingLines, meetings } from '#db/schema/meetings';
import { memberships } from '#db/schema/memberships';
import { people, sessions, signInLinks } from '#db/schema/people';
import { practiceDecisions, practiceMerges, practiceOffers, practices } from '#db/schema/practices';
import {
  annualSnapshotContents,
  annualSnapshots,
  indicatorPasts,
  publicPageIndicators,
  publicPages,
} from '#db/schema/scoreboard';
import { sentForms } from '#db/schema/sent-forms';
import { stories, storyLinks } from '#db/schema/stories';
import { teamPeople, teams } from '#db/schema/teams';
import { beliefChanges, changeIdeas, drivers, ideaDrivers, theoryMeasures } from '#db/schema/theories';
import { visitNotes } from '#db/schema/visits';
import { forgetRemovedWords } from '#db/search.server';
import type { CommunityAccess } from '~/access/gate.server';
import { notFound } from '~/http/errors';

declare const ofDemo: unique symbol;
/** Proof that the one who asks looks at a demo community. */
export type DemoAccess = CommunityAccess & { readonly [ofDemo]: true };

/** @throws Response 404 in a community that is no demo. */
export function requireDemo(access: CommunityAccess): DemoAccess {
  if (!access.community.isDemo) throw notFound();
  return access as DemoAccess;
}

/**
 * Removes every demo community with all that is in it, and the people who then belong nowhere. The only deed that
 * deletes what rooms have written, so it knows every table: a test holds it to that. Nothing is left to leave a
 * history line in; the network keeps when it was done, and the demo is never made again.
 */
export async function removeDemo(_access: DemoAccess): Promise<void> {
  await transaction(async () => {
    const demo = demoCommunities();
    await removeWork(demo);
    await removePlaces(demo);
    await removePeopleOfNowhere();
    await forgetRemovedWords();
    await db.update(networks).set({ demoRemovedAt: new Date().toISOString() });
  });
}

const demoCommunities = () =>
  db.select({ id: communities.id }).from(communities).where(eq(communities.isDemo, true));
type Demo = ReturnType<typeof demoCommunities>;

/** Children before what they point to. */
async function removeWork(demo: Demo): Promise<void> {
  await db.delete(history).where(inArray(history.communityId, demo));

  const ofComment = db.select({ id: comments.id }).from(comments).where(inArray(comments.communityId, demo));
  await db.delete(toldPeople).where(inArray(toldPeople.commentId, ofComment));
  await db.delete(comments).where(and(inArray(comments.communityId, demo), isNotNull(comments.rootId)));
  await db.delete(comments).where(inArray(comments.communityId, demo));

  const ofCycle = db.select({ id: cycles.id }).from(cycles).where(inArray(cycles.communityId, demo));
  const ofFile = db
    .select({ id: cycleFiles.id })
    .from(cycleFiles)
    .where(inArray(cycleFiles.cycleId, ofCycle));
  await db.delete(cycleFileContents).where(inArray(cycleFileContents.fileId, ofFile));
  const ofTeam = db.select({ id: teams.id }).from(teams).where(inArray(teams.communityId, demo));
  for (const table of [practiceVerdicts, practiceUses, predictionScores]) {
    await db.delete(table).where(inArray(table.teamId, ofTeam));
  }
  const ofMeeting = db.select({ id: meetings.id }).from(meetings).where(inArray(meetings.teamId, ofTeam));
  await db.delete(meetingLines).where(inArray(meetingLines.meetingId, ofMeeting));
  await db.delete(meetings).where(inArray(meetings.teamId, ofTeam));
  for (const table of [
    cycleCounts,
    cycleDecisions,
    cycleFiles,
    cycleNotes,
    cyclePredictions,
    cycleQuestions,
    cycleTasks,
    cycleVersions,
  ]) {
    await db.delete(table).where(inArray(table.cycleId, ofCycle));
  }
  await db.delete(beliefChanges).where(inArray(beliefChanges.teamId, ofTeam));
  await db.delete(theoryMeasures).where(inArray(theoryMeasures.teamId, ofTeam));
  const ofDriver = db.select({ id: drivers.id }).from(drivers).where(inArray(drivers.teamId, ofTeam));
  await db.delete(ideaDrivers).where(inArray(ideaDrivers.driverId, ofDriver));
  await db.delete(factorDrivers).where(inArray(factorDrivers.driverId, ofDriver));
  await db.delete(drivers).where(inArray(drivers.teamId, ofTeam));
  await removeCoaching(demo);
  await db.delete(cycles).where(inArray(cycles.communityId, demo));
  await db.delete(changeIdeas).where(inArray(changeIdeas.communityId, demo));
  await removeLibrary(demo);

  const ofMeasure = db.select({ id: measures.id }).from(measures).where(inArray(measures.communityId, demo));
  for (const table of [
    eventMeasures,
    indicatorLinks,
    measureBaselines,
    measureEntries,
    measureGoals,
    measurePoints,
    measureRebases,
    chartLinks,
    refusedCells,
  ]) {
    await db.delete(table).where(inArray(table.measureId, ofMeasure));
  }
  await db.delete(events).where(inArray(events.communityId, demo));
  await db.delete(measures).where(inArray(measures.communityId, demo));

  const ofIndicator = db
    .select({ id: indicators.id })
    .from(indicators)
    .where(inArray(indicators.communityId, demo));
  const ofFactor = db
    .select({ id: factors.id })
    .from(factors)
    .where(inArray(factors.indicatorId, ofIndicator));
  await db.delete(factorVotes).where(inArray(factorVotes.factorId, ofFactor));
  for (const table of [factors, storyVersions, indicatorPartners, indicatorActions]) {
    await db.delete(table).where(inArray(table.indicatorId, ofIndicator));
  }
  await db.delete(observations).where(inArray(observations.indicatorId, ofIndicator));
  await db.delete(referenceGroups).where(inArray(referenceGroups.indicatorId, ofIndicator));
  // Taking figures out leaves their past behind.
  await db.delete(indicatorPasts).where(inArray(indicatorPasts.indicatorId, ofIndicator));
  await db.delete(publicPageIndicators).where(inArray(publicPageIndicators.indicatorId, ofIndicator));
  await db.delete(publicPages).where(inArray(publicPages.communityId, demo));
  const ofSnapshot = db
    .select({ id: annualSnapshots.id })
    .from(annualSnapshots)
    .where(inArray(annualSnapshots.communityId, demo));
  await db.delete(annualSnapshotContents).where(inArray(annualSnapshotContents.snapshotId, ofSnapshot));
  await db.delete(annualSnapshots).where(inArray(annualSnapshots.communityId, demo));
  const ofImport = db.select({ id: imports.id }).from(imports).where(inArray(imports.communityId, demo));
  await db.delete(importChanges).where(inArray(importChanges.importId, ofImport));
  await db.delete(importMappings).where(inArray(importMappings.communityId, demo));
  await db.delete(imports).where(inArray(imports.communityId, demo));
  await db.delete(indicators).where(inArray(indicators.communityId, demo));
}

/** A copy that another community made stays there, and remembers in words where it came from. */
async function removeLibrary(demo: Demo): Promise<void> {
  const ofStory = db.select({ id: stories.id }).from(stories).where(inArray(stories.communityId, demo));
  await db.delete(storyLinks).where(inArray(storyLinks.storyId, ofStory));
  await db.delete(stories).where(inArray(stories.communityId, demo));
  const ofPractice = db
    .select({ id: practices.id })
    .from(practices)
    .where(inArray(practices.communityId, demo));
  await db.delete(practiceDecisions).where(inArray(practiceDecisions.practiceId, ofPractice));
  await db.delete(practiceOffers).where(inArray(practiceOffers.practiceId, ofPractice));
  await db.delete(practiceMerges).where(inArray(practiceMerges.fromId, ofPractice));
  await db.update(practices).set({ copiedFromId: null }).where(inArray(practices.copiedFromId, ofPractice));
  await db.update(practices).set({ mergedIntoId: null }).where(inArray(practices.communityId, demo));
  await db.delete(practices).where(inArray(practices.communityId, demo));
}

async function removeCoaching(demo: Demo): Promise<void> {
  const ofReview = db.select({ id: reviews.id }).from(reviews).where(inArray(reviews.communityId, demo));
  await db.delete(reviewDrafts).where(inArray(reviewDrafts.reviewId, ofReview));
  await db.delete(reviewComments).where(inArray(reviewComments.reviewId, ofReview));
  const ofAsk = db.select({ id: helpAsks.id }).from(helpAsks).where(inArray(helpAsks.communityId, demo));
  await db.delete(helpAnswers).where(inArray(helpAnswers.askId, ofAsk));
  for (const table of [reviews, helpAsks, snoozes, coachNotes, progressScores]) {
    await db.delete(table).where(inArray(table.communityId, demo));
  }
}

async function removePlaces(demo: Demo): Promise<void> {
  const ofDimension = db
    .select({ id: dimensions.id })
    .from(dimensions)
    .where(inArray(dimensions.communityId, demo));
  await db.delete(subgroups).where(inArray(subgroups.dimensionId, ofDimension));
  await db.delete(dimensions).where(inArray(dimensions.communityId, demo));
  await db.delete(outcomes).where(inArray(outcomes.communityId, demo));

  const ofTeam = db.select({ id: teams.id }).from(teams).where(inArray(teams.communityId, demo));
  // What was just removed has marked its teams.
  await db.delete(evidenceStale).where(inArray(evidenceStale.teamId, ofTeam));
  await db.delete(visitNotes).where(inArray(visitNotes.communityId, demo));
  await db.delete(teamPeople).where(inArray(teamPeople.teamId, ofTeam));
  await db.delete(teams).where(inArray(teams.communityId, demo));
  for (const table of [calendarLinks, mails, mailRounds, mailChoices]) {
    await db.delete(table).where(inArray(table.communityId, demo));
  }
  await db.delete(memberships).where(inArray(memberships.communityId, demo));
  await db.delete(partners).where(inArray(partners.communityId, demo));
  await db.update(sessions).set({ communityId: null }).where(inArray(sessions.communityId, demo));
  await db.delete(communities).where(eq(communities.isDemo, true));
}

async function removePeopleOfNowhere(): Promise<void> {
  const somewhere = db.select({ id: memberships.personId }).from(memberships);
  const nowhere = db.select({ id: people.id }).from(people).where(notInArray(people.id, somewhere));
  await db.delete(sentForms).where(inArray(sentForms.personId, nowhere));
  await db.delete(sessions).where(inArray(sessions.personId, nowhere));
  await db.delete(signInLinks).where(inArray(signInLinks.personId, nowhere));
  await db.update(signInLinks).set({ madeBy: null }).where(inArray(signInLinks.madeBy, nowhere));
  await db.delete(people).where(notInArray(people.id, somewhere));
}

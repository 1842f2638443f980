import { db } from '#db/client.server';
import { helpAsks, reviewComments, reviews } from '#db/schema/coaching';
import { communities, networks, partners } from '#db/schema/communities';
import { comments } from '#db/schema/conversations';
import {
  cycleDecisions,
  cycleFileContents,
  cycleFiles,
  cyclePredictions,
  cycleQuestions,
  cycles,
} from '#db/schema/cycles';
import { eventMeasures, events } from '#db/schema/events';
import { factors, indicatorActions, indicatorPartners } from '#db/schema/indicator-stories';
import { dimensions, indicators, observations, outcomes, subgroups } from '#db/schema/indicators';
import { mails } from '#db/schema/mail';
import { indicatorLinks, measurePoints, measures } from '#db/schema/measures';
import { meetingLines, meetings } from '#db/schema/meetings';
import { memberships } from '#db/schema/memberships';
import { people } from '#db/schema/people';
import { practices } from '#db/schema/practices';
import { teamPeople, teams } from '#db/schema/teams';
import { changeIdeas, drivers } from '#db/schema/theories';
import { visitNotes } from '#db/schema/visits';
import type { Role, TeamPart } from '#db/vocabulary';

/** Rows with believable defaults; each takes what matters to the test. They write straight to the tables. */

let counter = 0;
const next = () => ++counter;

type Some<T extends { $inferInsert: unknown }> = Partial<T['$inferInsert']>;

export async function aNetwork() {
  await db.insert(networks).values({ id: 1, name: 'StriveTogether' }).onConflictDoNothing();
}

export async function aCommunity(some: Some<typeof communities> = {}) {
  await aNetwork();
  return db
    .insert(communities)
    .values({ name: `Riverbend ${next()}`, ...some })
    .returning()
    .get();
}

export async function aPerson(some: Some<typeof people> = {}) {
  const n = next();
  return db
    .insert(people)
    .values({ name: `Dana Whitfield ${n}`, email: `dana${n}@example.org`, ...some })
    .returning()
    .get();
}

/** A person with a role in a community. */
export async function aMember(communityId: string, role: Role = 'member', some: Some<typeof people> = {}) {
  const person = await aPerson(some);
  await db.insert(memberships).values({ personId: person.id, communityId, role });
  return person;
}

export async function aPartner(communityId: string, some: Some<typeof partners> = {}) {
  return db
    .insert(partners)
    .values({ communityId, name: `Lincoln High ${next()}`, sector: 'education', ...some })
    .returning()
    .get();
}

export async function aTeam(communityId: string, some: Some<typeof teams> = {}) {
  return db
    .insert(teams)
    .values({ communityId, name: `Attendance Team ${next()}`, ...some })
    .returning()
    .get();
}

export async function joinTeam(teamId: string, personId: string, part: TeamPart = 'member') {
  await db.insert(teamPeople).values({ teamId, personId, part });
}

export async function aPractice(communityId: string, some: Some<typeof practices> = {}) {
  return db
    .insert(practices)
    .values({ communityId, name: `Text first, then call ${next()}`, ...some })
    .returning()
    .get();
}

interface TeamRow {
  id: string;
  communityId: string;
}

export async function anIdea(team: TeamRow, some: Some<typeof changeIdeas> = {}) {
  return db
    .insert(changeIdeas)
    .values({
      teamId: team.id,
      communityId: team.communityId,
      name: `Call after two absences ${next()}`,
      ...some,
    })
    .returning()
    .get();
}

/** A primary driver of the team's theory, or one under `parentId`. */
export async function aDriver(team: TeamRow, some: Some<typeof drivers> = {}) {
  const n = next();
  return db
    .insert(drivers)
    .values({ teamId: team.id, position: n, name: `Families hear the same day ${n}`, ...some })
    .returning()
    .get();
}

export async function aCycle(team: TeamRow, some: Some<typeof cycles> = {}) {
  const ideaId = some.ideaId ?? (await anIdea(team)).id;
  return db
    .insert(cycles)
    .values({
      teamId: team.id,
      communityId: team.communityId,
      number: next(),
      startsOn: '2026-09-08',
      ...some,
      ideaId,
    })
    .returning()
    .get();
}

export async function aCycleFile(cycleId: string, some: Some<typeof cycleFiles> = {}) {
  const file = await db
    .insert(cycleFiles)
    .values({ cycleId, fileName: 'list.pdf', mediaType: 'application/pdf', bytes: 5, ...some })
    .returning()
    .get();
  await db.insert(cycleFileContents).values({ fileId: file.id, contents: Buffer.from('%PDF-') });
  return file;
}

export async function aQuestion(cycleId: string, some: Some<typeof cycleQuestions> = {}) {
  return db
    .insert(cycleQuestions)
    .values({
      cycleId,
      position: next(),
      question: 'Will families answer?',
      prediction: 'Most will.',
      ...some,
    })
    .returning()
    .get();
}

export async function aPrediction(
  cycleId: string,
  measureId: string,
  some: Some<typeof cyclePredictions> = {},
) {
  return db
    .insert(cyclePredictions)
    .values({ cycleId, measureId, expected: 80, low: 70, high: 90, checkOn: '2026-10-05', ...some })
    .returning()
    .get();
}

export async function aDecision(cycleId: string, some: Some<typeof cycleDecisions> = {}) {
  return db
    .insert(cycleDecisions)
    .values({ cycleId, decision: 'adapt', reason: 'It worked for some.', decidedOn: '2026-10-06', ...some })
    .returning()
    .get();
}

export async function aMeasure(team: TeamRow, some: Some<typeof measures> = {}) {
  return db
    .insert(measures)
    .values({
      teamId: team.id,
      communityId: team.communityId,
      name: `School days attended ${next()}`,
      type: 'outcome',
      kind: 'proportion',
      direction: 'higher',
      frequency: 'weekly',
      ...some,
    })
    .returning()
    .get();
}

/** Weekly points from a first Monday: numbers are values, pairs are numerator and denominator. */
export async function points(measureId: string, first: string, numbers: (number | [number, number])[]) {
  const start = Date.parse(`${first}T00:00:00Z`);
  await db.insert(measurePoints).values(
    numbers.map((entry, week) => ({
      measureId,
      periodStart: new Date(start + week * 7 * 86_400_000).toISOString().slice(0, 10),
      enteredAt: '2026-12-01T12:00:00.000Z',
      ...(Array.isArray(entry) ? { numerator: entry[0], denominator: entry[1] } : { value: entry }),
    })),
  );
}

/** Something that happened to a team, on the charts of these measures or of all. */
export async function anEvent(team: TeamRow, some: Some<typeof events> = {}, measureIds: string[] = []) {
  const event = await db
    .insert(events)
    .values({
      communityId: team.communityId,
      teamId: team.id,
      kind: 'event',
      onDate: '2026-10-19',
      title: `A new late bus began ${next()}`,
      ...some,
    })
    .returning()
    .get();
  for (const measureId of measureIds) await db.insert(eventMeasures).values({ eventId: event.id, measureId });
  return event;
}

/** A meeting of a team that goes on. */
export async function aMeeting(team: TeamRow, some: Some<typeof meetings> = {}) {
  return db
    .insert(meetings)
    .values({ teamId: team.id, onDate: '2026-12-01', ...some })
    .returning()
    .get();
}

export async function aMeetingLine(meetingId: string, some: Some<typeof meetingLines> = {}) {
  return db
    .insert(meetingLines)
    .values({ meetingId, kind: 'note', text: `Families answered in the evening ${next()}`, ...some })
    .returning()
    .get();
}

/** A comment beside a thing of the team. */
export async function aComment(
  team: TeamRow,
  some: Some<typeof comments> & Pick<typeof comments.$inferInsert, 'thing' | 'thingId'>,
) {
  return db
    .insert(comments)
    .values({ communityId: team.communityId, teamId: team.id, body: `Who saw it? ${next()}`, ...some })
    .returning()
    .get();
}

/** A review that waits. */
export async function aReview(team: TeamRow, cycleId: string, some: Some<typeof reviews> = {}) {
  return db
    .insert(reviews)
    .values({ teamId: team.id, communityId: team.communityId, cycleId, beganAs: 'asked', ...some })
    .returning()
    .get();
}

/** What a coach says of a field in a review. */
export async function aReviewComment(
  review: { id: string; cycleId: string },
  some: Some<typeof reviewComments> = {},
) {
  return db
    .insert(reviewComments)
    .values({
      reviewId: review.id,
      cycleId: review.cycleId,
      field: 'learned',
      text: `How did English learners do? ${next()}`,
      ...some,
    })
    .returning()
    .get();
}

export async function aHelpAsk(team: TeamRow, some: Some<typeof helpAsks> = {}) {
  return db
    .insert(helpAsks)
    .values({
      teamId: team.id,
      communityId: team.communityId,
      words: `How do we get a median? ${next()}`,
      ...some,
    })
    .returning()
    .get();
}

/** A coach's note of a visit, for coaches. */
export async function aVisitNote(team: TeamRow, some: Some<typeof visitNotes> = {}) {
  return db
    .insert(visitNotes)
    .values({
      ...{ teamId: team.id, communityId: team.communityId, onDate: '2026-11-19' },
      ...{ text: `They want fewer forms ${next()}`, ...some },
    })
    .returning()
    .get();
}

/** A letter that waits to be sent to somebody. */
export async function aMail(communityId: string, personId: string, some: Some<typeof mails> = {}) {
  const n = next();
  return db
    .insert(mails)
    .values({
      ...{ communityId, personId, kind: 'digest' as const, period: `2026-11-${String((n % 27) + 1)}` },
      ...{ subject: `Your week ${n}`, messageId: `<${n}@upcurve.example>` },
      letter: {
        subject: `Your week ${n}`,
        hello: 'Hello, Dana.',
        sections: [
          { title: 'What is next for you', lines: [{ text: 'Finish the Study for Cycle 5.', href: '/x' }] },
        ],
        why: 'You asked for it.',
      },
      notBefore: '2026-11-23T12:00:00.000Z',
      ...some,
    })
    .returning()
    .get();
}

export async function anOutcome(communityId: string, some: Some<typeof outcomes> = {}) {
  const n = next();
  return db
    .insert(outcomes)
    .values({ communityId, position: n, name: `High school graduation ${n}`, ...some })
    .returning()
    .get();
}

export async function anIndicator(communityId: string, some: Some<typeof indicators> = {}) {
  const outcomeId = some.outcomeId ?? (await anOutcome(communityId)).id;
  return db
    .insert(indicators)
    .values({
      communityId,
      name: `Four-year graduation rate ${next()}`,
      unit: 'percent',
      direction: 'higher',
      periodKind: 'school year',
      ...some,
      outcomeId,
    })
    .returning()
    .get();
}

/** A measure feeds an indicator. */
export async function aLink(
  measureId: string,
  indicatorId: string,
  some: Partial<typeof indicatorLinks.$inferInsert> = {},
) {
  return db
    .insert(indicatorLinks)
    .values({ measureId, indicatorId, sign: 'same', ...some })
    .returning()
    .get();
}

export async function aFactor(indicatorId: string, some: Some<typeof factors> = {}) {
  return db
    .insert(factors)
    .values({ indicatorId, name: `No bus before first period ${next()}`, ...some })
    .returning()
    .get();
}

export async function anIndicatorAction(indicatorId: string, some: Some<typeof indicatorActions> = {}) {
  return db
    .insert(indicatorActions)
    .values({ indicatorId, what: `Ask the board for a bus ${next()}`, ...some })
    .returning()
    .get();
}

export async function aPartnerRole(
  indicatorId: string,
  partnerId: string,
  some: Some<typeof indicatorPartners> = {},
) {
  return db
    .insert(indicatorPartners)
    .values({ indicatorId, partnerId, role: 'Opens the lab two evenings a month', ...some })
    .returning()
    .get();
}

/** A dimension with its groups, in order; returns the groups by name. */
export async function aDimension(communityId: string, name: string, groups: string[]) {
  const dimension = await db
    .insert(dimensions)
    .values({ communityId, name, position: next() })
    .returning()
    .get();
  const rows = await db
    .insert(subgroups)
    .values(groups.map((group, position) => ({ dimensionId: dimension.id, name: group, position })))
    .returning();
  return { dimension, groups: new Map(rows.map((row) => [row.name, row])) };
}

export async function anObservation(
  indicatorId: string,
  some: Some<typeof observations> & { period: string },
) {
  return db
    .insert(observations)
    .values({
      indicatorId,
      periodStart: `${some.period.slice(0, 4)}-07-01`,
      enteredAt: '2026-12-01T12:00:00.000Z',
      ...some,
    })
    .returning()
    .get();
}

/**
 * The cast of most route tests: two communities; in the first a team with its member, another team's member,
 * a coach of the team, a leader and an admin; in the second somebody of every role rolled into one admin.
 */
export async function theCast() {
  const community = await aCommunity({ name: 'Riverbend Cradle to Career' });
  const elsewhere = await aCommunity({ name: 'Lakeside Promise' });
  const team = await aTeam(community.id, { name: 'Attendance Action Team' });
  const otherTeam = await aTeam(community.id, { name: 'Summer Math Team' });
  const member = await aMember(community.id, 'member');
  const otherMember = await aMember(community.id, 'member');
  const coach = await aMember(community.id, 'coach');
  const leader = await aMember(community.id, 'leader');
  const admin = await aMember(community.id, 'admin');
  const stranger = await aMember(elsewhere.id, 'admin');
  await joinTeam(team.id, member.id);
  await joinTeam(team.id, coach.id, 'coach');
  await joinTeam(otherTeam.id, otherMember.id);
  return { community, elsewhere, team, otherTeam, member, otherMember, coach, leader, admin, stranger };
}

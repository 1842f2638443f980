import { and, eq, isNull } from 'drizzle-orm';
import { db } from '#db/client.server';
import { communities } from '#db/schema/communities';
import { calendarLinks } from '#db/schema/events';
import { chartLinks, measures } from '#db/schema/measures';
import { publicPages } from '#db/schema/scoreboard';
import { stories, storyLinks } from '#db/schema/stories';
import { teams } from '#db/schema/teams';
import { accessOfMember, type CommunityAccess, type CommunitySight, type TeamSight } from './gate.server';
import { hashOf, settingsColumns } from './session.server';
import { dayIn } from './today';

/*
 * The side door: links that open one thing without a session, for as long as they are not taken back. Whoever has one
 * may do no deed; the calendar's alone opens what its person may read.
 */

/** What is told of somebody's sight, apart from the evidence that it was given. */
type FactsOf<Sight> = { [Fact in keyof Sight as Fact extends string ? Fact : never]: Sight[Fact] };

/** What a link to the calendar opens, without a session: what its person may read there. Null: no link, or none any more. */
export async function followCalendarLink(token: string | undefined): Promise<CommunityAccess | null> {
  const row = await db
    .select({ personId: calendarLinks.personId, communityId: calendarLinks.communityId })
    .from(calendarLinks)
    .where(and(eq(calendarLinks.tokenHash, hashOf(token ?? '')), isNull(calendarLinks.revokedAt)))
    .get();
  return row ? accessOfMember(row.personId, row.communityId, new Date()) : null;
}

export interface ChartLinkAccess extends TeamSight {
  measureId: string;
}

/**
 * What a link to a chart opens, without a session: one chart, read by somebody who may do no deed. Null where there is
 * no such link, or none any more: it was taken back, its last day is over, or its measure or team is archived.
 */
export async function followChartLink(token: string | undefined): Promise<ChartLinkAccess | null> {
  const row = await db
    .select({
      measureId: measures.id,
      untilOn: chartLinks.untilOn,
      teamId: teams.id,
      teamName: teams.name,
      community: settingsColumns,
    })
    .from(chartLinks)
    .innerJoin(measures, and(eq(measures.id, chartLinks.measureId), isNull(measures.archivedAt)))
    .innerJoin(teams, and(eq(teams.id, measures.teamId), isNull(teams.archivedAt)))
    .innerJoin(communities, eq(communities.id, teams.communityId))
    .where(and(eq(chartLinks.tokenHash, hashOf(token ?? '')), isNull(chartLinks.revokedAt)))
    .get();
  if (!row) return null;
  const { untilOn, ...opened } = row;
  const today = dayIn(row.community.timeZone, new Date());
  if (untilOn !== null && untilOn < today) return null;
  const { communityId } = row.community;
  return {
    ...opened,
    person: null,
    role: null,
    communityId,
    today,
    may: () => false,
  } as FactsOf<ChartLinkAccess> as ChartLinkAccess;
}

export interface StoryLinkAccess extends TeamSight {
  storyId: string;
  practiceId: string;
}

/**
 * What a link to a bright spot opens, without a session: one story of one team, with the chart it tells of. Null where
 * there is no such link, or none any more: it was taken back, its last day is over, or its story or team is archived.
 */
export async function followStoryLink(token: string | undefined): Promise<StoryLinkAccess | null> {
  const row = await db
    .select({
      storyId: stories.id,
      practiceId: stories.practiceId,
      untilOn: storyLinks.untilOn,
      teamId: teams.id,
      teamName: teams.name,
      community: settingsColumns,
    })
    .from(storyLinks)
    .innerJoin(stories, and(eq(stories.id, storyLinks.storyId), isNull(stories.archivedAt)))
    .innerJoin(teams, and(eq(teams.id, stories.teamId), isNull(teams.archivedAt)))
    .innerJoin(communities, eq(communities.id, teams.communityId))
    .where(and(eq(storyLinks.tokenHash, hashOf(token ?? '')), isNull(storyLinks.revokedAt)))
    .get();
  if (!row) return null;
  const { untilOn, ...opened } = row;
  const today = dayIn(row.community.timeZone, new Date());
  if (untilOn !== null && untilOn < today) return null;
  const { communityId } = row.community;
  return {
    ...opened,
    person: null,
    role: null,
    communityId,
    today,
    may: () => false,
  } as FactsOf<StoryLinkAccess> as StoryLinkAccess;
}

export interface PublicPageAccess extends CommunitySight {
  pageId: string;
  /** The instant it was made. */
  madeAt: string;
}

/**
 * What a link to a public page opens, without a session: the scoreboard and the indicators chosen for it, read by
 * somebody who may do no deed. Null where there is no such link, or it was taken back.
 */
export async function followPublicPage(token: string | undefined): Promise<PublicPageAccess | null> {
  const row = await db
    .select({ pageId: publicPages.id, madeAt: publicPages.createdAt, community: settingsColumns })
    .from(publicPages)
    .innerJoin(communities, eq(communities.id, publicPages.communityId))
    .where(and(eq(publicPages.tokenHash, hashOf(token ?? '')), isNull(publicPages.revokedAt)))
    .get();
  if (!row) return null;
  const { communityId, timeZone } = row.community;
  const today = dayIn(timeZone, new Date());
  return {
    ...row,
    person: null,
    communityId,
    today,
    may: () => false,
  } as FactsOf<PublicPageAccess> as PublicPageAccess;
}

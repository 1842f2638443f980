import { redirect } from '@remix-run/node';
import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { db } from '#db/client.server';
import { communities } from '#db/schema/communities';
import { cycles } from '#db/schema/cycles';
import { indicators } from '#db/schema/indicators';
import { measures } from '#db/schema/measures';
import { memberships } from '#db/schema/memberships';
import { people } from '#db/schema/people';
import { practices } from '#db/schema/practices';
import { teamPeople, teams } from '#db/schema/teams';
import { type CommentedThing, commentedThings, type Role, type TeamPart } from '#db/vocabulary';
import { forbidden, notFound } from '~/http/errors';
import { note } from '~/http/log';
import { type Deed, may } from './policy';
import {
  isActiveMembership,
  lookAt,
  type Membership,
  membershipColumns,
  readSession,
  type SignedIn,
} from './session.server';
import { dayIn } from './today';

/**
 * The door. Each function answers with evidence that this request may do this deed, or throws the refusal:
 * nobody signed in → the sign-in page; another community's thing, or none → 404; not allowed in one's own
 * community → 403. Queries and commands take the evidence first, and only this file can make it, and links.server.ts
 * for whoever comes with a link.
 */
declare const evidence: unique symbol;

export interface PersonAccess {
  readonly [evidence]: 'person';
  signedIn: SignedIn;
  person: SignedIn['person'];
}

export interface CommunityAccess {
  readonly [evidence]: 'community' | 'team';
  person: SignedIn['person'];
  sessionId: string;
  communityId: string;
  community: Membership;
  role: Role;
  /** YYYY-MM-DD in the community's time zone. */
  today: string;
  /** For buttons: may this person do this deed somewhere in the whole community? */
  may(deed: Deed): boolean;
}

/** What it takes to read a community's indicators: its own people may, and a link to its public page may. */
export interface CommunitySight {
  readonly [evidence]: 'community' | 'team' | 'public page';
  /** Null: whoever has the link. */
  person: { id: string } | null;
  communityId: string;
  community: Omit<Membership, 'role'>;
  today: string;
  may(deed: Deed): boolean;
}

export interface TeamAccess extends CommunityAccess {
  readonly [evidence]: 'team';
  teamId: string;
  teamName: string;
  teamIsArchived: boolean;
  /** The person belongs to this team or coaches it. */
  isOwnTeam: boolean;
}

/** What it takes to read the charts of a team: whoever may open the team may, and a link to one of its charts may. */
export interface TeamSight {
  readonly [evidence]: 'team' | 'chart link';
  /** Null: whoever has the link. */
  person: { id: string } | null;
  role: Role | null;
  communityId: string;
  community: Omit<Membership, 'role'>;
  today: string;
  teamId: string;
  teamName: string;
  may(deed: Deed): boolean;
}

/** What it takes to work something out for a whole community: which it is, how it counts days, and which day it is. */
export type CommunityDay = Pick<CommunitySight, 'communityId' | 'community' | 'today'>;

type Params = Record<string, string | undefined>;

/** @throws redirect to the sign-in page (or to set-up where nothing is set up yet). */
export async function requirePerson(request: Request): Promise<PersonAccess> {
  const signedIn = await readSession(request);
  if (!signedIn) throw await askToSignIn(request);
  return { signedIn, person: signedIn.person } as PersonAccess;
}

async function askToSignIn(request: Request): Promise<Response> {
  if (!(await isSetUp())) return redirect('/setup');
  const url = new URL(request.url);
  const isRoot = url.pathname === '/' && url.search === '';
  const next = request.method === 'GET' && !isRoot ? `?next=${encodeURIComponent(placeOf(url))}` : '';
  return redirect(`/sign-in${next}`);
}

/** The refusal, after a line in the log that says whom and where. */
function refuse(request: Request, { person }: SignedIn, refusal: Response): Response {
  const { method } = request;
  note('refused', {
    personId: person.id,
    status: refusal.status,
    method,
    path: new URL(request.url).pathname,
  });
  return refusal;
}

/** The address of the page, where the request was for the page's data. */
const placeOf = (url: URL) => url.pathname.replace(/\.data$/, '') + url.search;

/** Is there a community? Before the first, and after the demo went and left none, there is set-up and nothing else. */
export async function isSetUp(): Promise<boolean> {
  return (await db.select({ id: communities.id }).from(communities).limit(1).get()) !== undefined;
}

function communityAccess(signedIn: SignedIn, membership: Membership, part: TeamPart | null): CommunityAccess {
  return {
    person: signedIn.person,
    sessionId: signedIn.sessionId,
    communityId: membership.communityId,
    community: membership,
    role: membership.role,
    today: dayIn(membership.timeZone, new Date()),
    may: (deed: Deed) => may(membership.role, deed, part),
  } as CommunityAccess;
}

/** The community being looked at. */
export async function requireCommunity(request: Request, deed: Deed = 'read'): Promise<CommunityAccess> {
  const { signedIn } = await requirePerson(request);
  const access = communityAccess(signedIn, signedIn.membership, null);
  if (!access.may(deed)) throw refuse(request, signedIn, forbidden());
  return access;
}

/** The community being looked at, for a deed that reaches beyond it: only for an admin who runs the network. */
export async function requireNetworkAdmin(request: Request, deed: Deed): Promise<CommunityAccess> {
  const { signedIn } = await requirePerson(request);
  const access = communityAccess(signedIn, signedIn.membership, null);
  if (!access.may(deed) || !signedIn.person.isNetworkAdmin) throw refuse(request, signedIn, forbidden());
  return access;
}

/**
 * What a person may in a community, for a letter that is written to them without a request of theirs: it holds what
 * they may see, and no more. Null where they are no active member.
 */
export async function accessOfMember(
  personId: string,
  communityId: string,
  instant: Date,
): Promise<CommunityAccess | null> {
  const row = await db
    .select({
      person: {
        id: people.id,
        name: people.name,
        email: people.email,
        theme: people.theme,
        isNetworkAdmin: people.isNetworkAdmin,
      },
      membership: membershipColumns,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .innerJoin(communities, eq(communities.id, memberships.communityId))
    .where(
      and(eq(memberships.personId, personId), eq(memberships.communityId, communityId), isActiveMembership),
    )
    .get();
  if (!row) return null;
  const { person, membership } = row;
  return {
    person: { ...person, isAdmin: person.isNetworkAdmin || membership.role === 'admin' },
    sessionId: '',
    communityId,
    community: membership,
    role: membership.role,
    today: dayIn(membership.timeZone, instant),
    may: (deed: Deed) => may(membership.role, deed, null),
  } as Omit<CommunityAccess, typeof evidence> as CommunityAccess;
}

export interface InvitationAccess extends CommunityAccess {
  membershipId: string;
}

/** One's own invitation that waits for an answer. It may nothing in its community but be answered. */
export async function requireInvitation(request: Request, membershipId: string): Promise<InvitationAccess> {
  const { signedIn } = await requirePerson(request);
  const membership = await db
    .select(membershipColumns)
    .from(memberships)
    .innerJoin(communities, eq(communities.id, memberships.communityId))
    .where(
      and(
        eq(memberships.id, membershipId),
        eq(memberships.personId, signedIn.person.id),
        isNotNull(memberships.pendingSince),
        isNull(memberships.endedAt),
      ),
    )
    .get();
  if (!membership) throw refuse(request, signedIn, notFound());
  return Object.assign(communityAccess(signedIn, membership, null), { membershipId, may: () => false });
}

/** A team by `params.teamId`, and the deed within it. Writing to an archived team is refused (403). */
export async function requireTeam(
  request: Request,
  params: Params,
  deed: Deed = 'read',
): Promise<TeamAccess> {
  const { signedIn } = await requirePerson(request);
  const row = await db
    .select({
      id: teams.id,
      name: teams.name,
      communityId: teams.communityId,
      archivedAt: teams.archivedAt,
      part: teamPeople.part,
    })
    .from(teams)
    .leftJoin(teamPeople, and(eq(teamPeople.teamId, teams.id), eq(teamPeople.personId, signedIn.person.id)))
    .where(eq(teams.id, params.teamId ?? ''))
    // Whoever has both parts coaches.
    .orderBy(asc(teamPeople.part))
    .limit(1)
    .get();
  if (!row) throw refuse(request, signedIn, notFound());
  const membership = await membershipFor(request, signedIn, row.communityId);
  const access: CommunityAccess = communityAccess(signedIn, membership, row.part);
  if (!access.may(deed)) throw refuse(request, signedIn, forbidden());
  const isWriting = deed !== 'read' && deed !== 'archive teams';
  if (row.archivedAt !== null && isWriting) throw refuse(request, signedIn, forbidden());
  return Object.assign(access, {
    teamId: row.id,
    teamName: row.name,
    teamIsArchived: row.archivedAt !== null,
    isOwnTeam: row.part !== null,
  }) as TeamAccess;
}

export interface IndicatorAccess extends CommunityAccess {
  indicatorId: string;
  indicatorIsArchived: boolean;
}

/**
 * Whether the person is in a team, not an archived one, of which a measure feeds the indicator. Names are spelled out: of
 * a query on one table, the columns in here would lose theirs.
 */
const worksOn = (personId: string) =>
  sql<boolean>`exists (
  select 1 from indicator_links
  join measures on measures.id = indicator_links.measure_id and measures.archived_at is null
  join teams on teams.id = measures.team_id and teams.archived_at is null
  join team_people on team_people.team_id = teams.id and team_people.person_id = ${personId}
  where indicator_links.indicator_id = indicators.id)`.mapWith(Boolean);

/**
 * An indicator by `params.indicatorId`. A person's own are those that a measure of their team feeds. Writing to an
 * archived one is refused (403).
 */
export async function requireIndicator(
  request: Request,
  params: Params,
  deed: Deed = 'read',
): Promise<IndicatorAccess> {
  const { signedIn } = await requirePerson(request);
  const row = await db
    .select({
      id: indicators.id,
      communityId: indicators.communityId,
      archivedAt: indicators.archivedAt,
      isOwn: worksOn(signedIn.person.id),
    })
    .from(indicators)
    .where(eq(indicators.id, params.indicatorId ?? ''))
    .get();
  if (!row) throw refuse(request, signedIn, notFound());
  const membership = await membershipFor(request, signedIn, row.communityId);
  const access = communityAccess(signedIn, membership, row.isOwn ? 'member' : null);
  if (!access.may(deed)) throw refuse(request, signedIn, forbidden());
  const indicatorIsArchived = row.archivedAt !== null;
  const isWriting = deed !== 'read' && deed !== 'archive indicators';
  if (indicatorIsArchived && isWriting) throw refuse(request, signedIn, forbidden());
  return Object.assign(access, { indicatorId: row.id, indicatorIsArchived });
}

export interface PracticeAccess extends CommunityAccess {
  practiceId: string;
}

/** A practice by `params.practiceId`. */
export async function requirePractice(
  request: Request,
  params: Params,
  deed: Deed = 'read',
): Promise<PracticeAccess> {
  const { signedIn } = await requirePerson(request);
  const row = await db
    .select({ id: practices.id, communityId: practices.communityId })
    .from(practices)
    .where(eq(practices.id, params.practiceId ?? ''))
    .get();
  if (!row) throw refuse(request, signedIn, notFound());
  const access = communityAccess(signedIn, await membershipFor(request, signedIn, row.communityId), null);
  if (!access.may(deed)) throw refuse(request, signedIn, forbidden());
  return Object.assign(access, { practiceId: row.id });
}

/** A thing that people write comments beside; `teamId` only where it is a team's. */
export interface ThingAccess extends CommunityAccess {
  thing: CommentedThing;
  thingId: string;
  teamId?: string;
}

/** A cycle, measure, indicator or practice by `params.thing` and `params.thingId`, by the rules of its own door. */
export async function requireThing(
  request: Request,
  params: Params,
  deed: Deed = 'read',
): Promise<ThingAccess> {
  const { thingId = '' } = params;
  const thing = commentedThings.find((one) => one === params.thing);
  const access = await openThing(request, thing, thingId, deed);
  return Object.assign(access, { thing: thing as CommentedThing, thingId });
}

async function openThing(
  request: Request,
  thing: CommentedThing | undefined,
  thingId: string,
  deed: Deed,
): Promise<CommunityAccess> {
  if (thing === 'indicator') return requireIndicator(request, { indicatorId: thingId }, deed);
  if (thing === 'practice') return requirePractice(request, { practiceId: thingId }, deed);
  // A word that names no kind of thing leads to no team, and so to the same refusal as a thing that is not there.
  const table = thing === 'cycle' ? cycles : measures;
  const row = await db
    .select({ teamId: table.teamId })
    .from(table)
    .where(eq(table.id, thing === undefined ? '' : thingId))
    .get();
  return requireTeam(request, { teamId: row?.teamId }, deed);
}

/**
 * The person's membership in the thing's community, or 404. A page of another community of theirs is shown
 * with that community's frame: the session looks there from now on, and the page is asked for again.
 */
async function membershipFor(request: Request, signedIn: SignedIn, communityId: string): Promise<Membership> {
  const membership = signedIn.memberships.find((one) => one.communityId === communityId);
  if (!membership) throw refuse(request, signedIn, notFound());
  if (request.method === 'GET' && signedIn.membership.communityId !== communityId) {
    await lookAt(signedIn.sessionId, communityId);
    throw redirect(placeOf(new URL(request.url)));
  }
  return membership;
}

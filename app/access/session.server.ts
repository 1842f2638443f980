import { createHash, randomBytes } from 'node:crypto';
import { createCookie, redirect } from '@remix-run/node';
import { and, asc, count, desc, eq, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm';
import { db } from '#db/client.server';
import { communities } from '#db/schema/communities';
import { memberships } from '#db/schema/memberships';
import { people, sessions } from '#db/schema/people';
import { teamPeople, teams } from '#db/schema/teams';
import type { Role, RuleSet, Theme } from '#db/vocabulary';
import { isHttps } from '~/http/settings.server';

const day = 86_400_000;
/** Signed out after so long unused, and so long after signing in at the latest (OWASP ASVS 5 V7.3). */
export const idleLimit = { everyone: 14 * day, admin: day / 2 };
export const absoluteLimit = 30 * day;
/** `last_seen_at` is written at most this often, so that reading a page is seldom a write. */
const seenEvery = 10 * 60_000;

/** A membership that opens its community: not ended, and not waiting for its person to say yes. */
export const isActiveMembership = and(isNull(memberships.endedAt), isNull(memberships.pendingSince));

/** What a community may call a person: who has not said yes is known to it by e-mail alone. */
export const nameHere = sql<string>`iif(${memberships.pendingSince} is null, ${people.name}, ${people.email})`;

export const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');
/** 256 random bits for a cookie or a link; only its hash is stored. */
export const newToken = () => randomBytes(32).toString('base64url');

function sessionCookie() {
  const secure = isHttps();
  return createCookie(secure ? '__Host-upcurve' : 'upcurve', {
    httpOnly: true,
    sameSite: 'lax',
    secure,
    path: '/',
    maxAge: absoluteLimit / 1000,
  });
}

async function tokenOf(request: Request): Promise<string | null> {
  const token: unknown = await sessionCookie().parse(request.headers.get('cookie'));
  return typeof token === 'string' && /^[\w-]{43}$/.test(token) ? token : null;
}

export interface Membership {
  communityId: string;
  communityName: string;
  role: Role;
  timeZone: string;
  schoolYearFirstMonth: number;
  holidays: string[];
  ruleSet: RuleSet;
  maskingThreshold: number;
  isDemo: boolean;
}

/** What a `Membership` says of its community. */
export const settingsColumns = {
  communityId: communities.id,
  communityName: communities.name,
  timeZone: communities.timeZone,
  schoolYearFirstMonth: communities.schoolYearFirstMonth,
  holidays: communities.holidays,
  ruleSet: communities.ruleSet,
  maskingThreshold: communities.maskingThreshold,
  isDemo: communities.isDemo,
};

/** The columns of a `Membership`, for queries that join communities. */
export const membershipColumns = { ...settingsColumns, role: memberships.role };

export interface SignedIn {
  sessionId: string;
  person: {
    id: string;
    name: string;
    email: string;
    theme: Theme;
    isNetworkAdmin: boolean;
    /** Of the network or of any community: signed out sooner. */
    isAdmin: boolean;
  };
  /** Active ones only, by name; never empty. */
  memberships: Membership[];
  /** The one being looked at. */
  membership: Membership;
  /** How many communities wait for the person's yes or no. */
  invitations: number;
}

/** Has a session run out, by not being used or by age? */
function hasRunOut(
  session: { createdAt: string; lastSeenAt: string },
  isAdmin: boolean,
  instant: Date,
): boolean {
  const idle = instant.getTime() - Date.parse(session.lastSeenAt);
  const age = instant.getTime() - Date.parse(session.createdAt);
  return idle > (isAdmin ? idleLimit.admin : idleLimit.everyone) || age > absoluteLimit;
}

/** Who sends this request, or null: no session, one that has run out, or a person with no active membership. */
export async function readSession(request: Request, instant = new Date()): Promise<SignedIn | null> {
  const token = await tokenOf(request);
  if (!token) return null;
  const rows = await db
    .select({
      session: {
        id: sessions.id,
        communityId: sessions.communityId,
        createdAt: sessions.createdAt,
        lastSeenAt: sessions.lastSeenAt,
      },
      person: {
        id: people.id,
        name: people.name,
        email: people.email,
        theme: people.theme,
        isNetworkAdmin: people.isNetworkAdmin,
      },
      membership: membershipColumns,
      pendingSince: memberships.pendingSince,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .innerJoin(memberships, and(eq(memberships.personId, people.id), isNull(memberships.endedAt)))
    .innerJoin(communities, eq(communities.id, memberships.communityId))
    .where(eq(sessions.tokenHash, hashOf(token)))
    .orderBy(communities.name);
  const first = rows[0];
  if (!first) return null;
  const { session, person } = first;
  const all = rows.filter((row) => row.pendingSince === null).map((row) => row.membership);
  const isAdmin = person.isNetworkAdmin || all.some((membership) => membership.role === 'admin');
  if (hasRunOut(session, isAdmin, instant)) return null;
  if (instant.getTime() - Date.parse(session.lastSeenAt) > seenEvery) {
    await db.update(sessions).set({ lastSeenAt: instant.toISOString() }).where(eq(sessions.id, session.id));
  }
  const membership = all.find((one) => one.communityId === session.communityId) ?? all[0];
  if (!membership) return null;
  const invitations = rows.length - all.length;
  return { sessionId: session.id, person: { ...person, isAdmin }, memberships: all, membership, invitations };
}

/** A new session for this person; whatever session the browser had is ended, so that none can be planted. */
export async function startSession(request: Request, personId: string): Promise<Headers> {
  await endSessionOf(request);
  await forgetRunOut();
  const token = newToken();
  const at = new Date().toISOString();
  const device = (request.headers.get('user-agent') ?? 'Unknown device').slice(0, 300);
  await db.insert(sessions).values({
    tokenHash: hashOf(token),
    personId,
    communityId: await homeOf(personId),
    device,
    createdAt: at,
    lastSeenAt: at,
  });
  return new Headers({ 'Set-Cookie': await sessionCookie().serialize(token) });
}

/** Deletes the sessions of everybody that have run out: they open nothing any more. */
async function forgetRunOut(): Promise<void> {
  const before = (limit: number) => new Date(Date.now() - limit).toISOString();
  const ofNetwork = db.select({ id: people.id }).from(people).where(eq(people.isNetworkAdmin, true));
  const ofCommunity = db
    .select({ id: memberships.personId })
    .from(memberships)
    .where(and(eq(memberships.role, 'admin'), isActiveMembership));
  await db
    .delete(sessions)
    .where(
      or(
        lt(sessions.createdAt, before(absoluteLimit)),
        lt(sessions.lastSeenAt, before(idleLimit.everyone)),
        and(
          lt(sessions.lastSeenAt, before(idleLimit.admin)),
          or(inArray(sessions.personId, ofNetwork), inArray(sessions.personId, ofCommunity)),
        ),
      ),
    );
}

/** The community to look at first: where most of the person's teams are; null leaves it to the order of names. */
async function homeOf(personId: string): Promise<string | null> {
  const row = await db
    .select({ communityId: teams.communityId })
    .from(teamPeople)
    .innerJoin(teams, and(eq(teams.id, teamPeople.teamId), isNull(teams.archivedAt)))
    .where(eq(teamPeople.personId, personId))
    .groupBy(teams.communityId)
    .orderBy(desc(count()), asc(teams.communityId))
    .limit(1)
    .get();
  return row?.communityId ?? null;
}

async function endSessionOf(request: Request): Promise<void> {
  const token = await tokenOf(request);
  if (token) await db.delete(sessions).where(eq(sessions.tokenHash, hashOf(token)));
}

/** Ends this browser's session and clears what the browser kept of the site. */
export async function signOut(request: Request): Promise<Response> {
  await endSessionOf(request);
  return redirect('/sign-in', {
    headers: {
      'Set-Cookie': await sessionCookie().serialize('', { maxAge: 0 }),
      'Clear-Site-Data': '"cache", "storage"',
    },
  });
}

/** Ends all sessions of a person, but for the one named. */
export async function endSessions(personId: string, keepSessionId = ''): Promise<void> {
  await db.delete(sessions).where(and(eq(sessions.personId, personId), ne(sessions.id, keepSessionId)));
}

export async function endOneSession(personId: string, sessionId: string): Promise<void> {
  await db.delete(sessions).where(and(eq(sessions.personId, personId), eq(sessions.id, sessionId)));
}

/** The sessions of a person that have not run out, the last used first. */
export async function listSessions(person: SignedIn['person'], instant = new Date()) {
  const all = await db
    .select({
      id: sessions.id,
      device: sessions.device,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .where(eq(sessions.personId, person.id))
    .orderBy(desc(sessions.lastSeenAt))
    .limit(50);
  return all.filter((session) => !hasRunOut(session, person.isAdmin, instant));
}

/** Looks at another of one's communities from now on. */
export async function lookAt(sessionId: string, communityId: string): Promise<void> {
  await db.update(sessions).set({ communityId }).where(eq(sessions.id, sessionId));
}

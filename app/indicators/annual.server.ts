import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { indicators, observations, outcomes } from '#db/schema/indicators';
import { people } from '#db/schema/people';
import { annualSnapshotContents, annualSnapshots } from '#db/schema/scoreboard';
import type { CommunityAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import { found } from '~/http/errors';
import { type AnnualNow, type AnnualSource, annualTable } from './annual';
import { dimensionsOf, figures, listOutcomes, readerOf } from './queries.server';

const zipped = promisify(gzip);
const unzipped = promisify(gunzip);

/** What the annual figures are made of now: outcomes, core indicators, groups, and every figure. */
async function sourceNow(access: CommunityAccess): Promise<AnnualSource> {
  const ofCore = and(
    eq(indicators.communityId, access.communityId),
    isNull(indicators.archivedAt),
    eq(indicators.isCore, true),
  );
  const [outcomeList, definitions, dimensions, observed] = await Promise.all([
    listOutcomes(access),
    db
      .select({
        id: indicators.id,
        name: indicators.name,
        outcomeId: indicators.outcomeId,
        source: indicators.source,
        unit: indicators.unit,
        ratePer: indicators.ratePer,
        periodKind: indicators.periodKind,
      })
      .from(indicators)
      .innerJoin(outcomes, eq(outcomes.id, indicators.outcomeId))
      .where(ofCore)
      .orderBy(asc(outcomes.position), asc(indicators.name))
      .limit(500),
    dimensionsOf(access),
    db
      .select({ indicatorId: observations.indicatorId, ...figures })
      .from(indicators)
      .innerJoin(observations, eq(observations.indicatorId, indicators.id))
      .where(ofCore)
      .orderBy(asc(observations.indicatorId), asc(observations.periodStart)),
  ]);
  return { outcomes: outcomeList, definitions, dimensions, observed };
}

/** How the indicators of a copy are now, also those that have left the core or were archived since. */
async function nowOf(access: CommunityAccess, { definitions }: AnnualSource): Promise<AnnualNow> {
  const theirs = inArray(
    indicators.id,
    definitions.map(({ id }) => id),
  );
  const [dimensions, observed] = await Promise.all([
    dimensionsOf(access),
    db
      .select({ indicatorId: observations.indicatorId, ...figures })
      .from(indicators)
      .innerJoin(observations, eq(observations.indicatorId, indicators.id))
      .where(and(eq(indicators.communityId, access.communityId), theirs)),
  ]);
  return { dimensions, observed };
}

/** The snapshots of the community's annual figures, newest first. */
export async function listSnapshots(access: CommunityAccess) {
  return db
    .select({
      id: annualSnapshots.id,
      label: annualSnapshots.label,
      takenOn: annualSnapshots.takenOn,
      takenBy: people.name,
    })
    .from(annualSnapshots)
    .leftJoin(people, eq(people.id, annualSnapshots.takenBy))
    .where(eq(annualSnapshots.communityId, access.communityId))
    .orderBy(desc(annualSnapshots.createdAt), desc(annualSnapshots.id))
    .limit(200);
}

async function findSnapshot(access: CommunityAccess, snapshotId: string) {
  const row = await db
    .select({
      id: annualSnapshots.id,
      label: annualSnapshots.label,
      takenOn: annualSnapshots.takenOn,
      contents: annualSnapshotContents.contents,
    })
    .from(annualSnapshots)
    .innerJoin(annualSnapshotContents, eq(annualSnapshotContents.snapshotId, annualSnapshots.id))
    .where(and(eq(annualSnapshots.id, snapshotId), eq(annualSnapshots.communityId, access.communityId)))
    .get();
  const { contents, ...snapshot } = found(row);
  const source = JSON.parse((await unzipped(contents)).toString('utf8')) as AnnualSource;
  return { snapshot, source };
}

/**
 * The annual figures as this reader may see them: those of now, or of a snapshot; `toHandOn`: as everybody may, which is
 * what leaves the house. @throws 404 for none of ours.
 */
export async function readAnnual(
  access: CommunityAccess,
  snapshotId: string | null,
  { toHandOn }: { toHandOn: boolean },
) {
  const own = readerOf(access);
  const reader = toHandOn ? { ...own, mayEdit: false } : own;
  const firstMonth = access.community.schoolYearFirstMonth;
  if (snapshotId === null) {
    return { snapshot: null, table: annualTable(await sourceNow(access), reader, firstMonth) };
  }
  const { snapshot, source } = await findSnapshot(access, snapshotId);
  const now = await nowOf(access, source);
  return { snapshot, table: annualTable(source, reader, firstMonth, now) };
}

/** What a file of them is called: one with every small group says so, so that nobody hands it on by mistake. */
export const annualName = (access: CommunityAccess, toHandOn: boolean, day: string): string[] => [
  access.community.communityName,
  toHandOn || !readerOf(access).mayEdit
    ? 'annual figures'
    : 'annual figures with small groups, not to hand on',
  day,
];

/** Keeps the annual figures as they are now; returns the snapshot's id. */
export async function freezeAnnual(access: CommunityAccess, { label }: { label: string }): Promise<string> {
  return transaction(async () => {
    const contents = await zipped(JSON.stringify(await sourceNow(access)));
    const snapshot = await db
      .insert(annualSnapshots)
      .values({ communityId: access.communityId, label, takenOn: access.today, takenBy: access.person.id })
      .returning({ id: annualSnapshots.id })
      .get();
    await db.insert(annualSnapshotContents).values({ snapshotId: snapshot.id, contents });
    await record(access, {
      deed: `kept the annual figures as they were, for “${label}”`,
      thing: 'annual snapshot',
      thingId: snapshot.id,
    });
    return snapshot.id;
  });
}

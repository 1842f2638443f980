import { and, desc, eq, inArray, max } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { cycles, cycleVersions } from '#db/schema/cycles';
import { people } from '#db/schema/people';
import { writtenOrder } from '#db/written-order';
import type { TeamAccess } from '~/access/gate.server';
import type { ActValues } from '../act-sheet';
import { type CycleInFull, findCycle } from '../queries.server';
import type { Texts } from '../sheet-fields';
import { cycleTexts } from '../sheet-values';

/* Every saved version of every field of a cycle's worksheet. */

/** Does the work in one transaction, and keeps a version of each field that it changed. */
export async function withVersions(
  access: TeamAccess,
  cycleId: string,
  work: () => Promise<void>,
): Promise<void> {
  await transaction(async () => {
    const before = await textsOfCycle(access, cycleId);
    await work();
    await keepVersions(access, cycleId, before, await textsOfCycle(access, cycleId));
  });
}

/** What stands in each field now. */
export async function textsOfCycle(access: TeamAccess, cycleId: string): Promise<Map<string, string>> {
  const cycle = await findCycle(access, cycleId);
  return cycleTexts(cycle, await writtenTowards(cycle));
}

/** What was written towards a decision that is not made yet: it is kept as versions alone. */
export async function writtenTowards(
  cycle: Pick<CycleInFull, 'id' | 'decision'>,
): Promise<Partial<ActValues>> {
  if (cycle.decision) return {};
  const newest = await newestVersions(cycle.id, ['decision', 'reason', 'nextStep', 'decidedOn']);
  return Object.fromEntries([...newest].map(([field, { value }]) => [field, value]));
}

export interface Version {
  field: string;
  number: number;
  value: string;
  who: string | null;
  at: string;
}

const columns = {
  field: cycleVersions.field,
  number: cycleVersions.number,
  value: cycleVersions.value,
  who: people.name,
  at: cycleVersions.createdAt,
};

const asText = (value: unknown) => (typeof value === 'string' ? value : '');

/** The newest version of each field that was ever changed here, or of those named. */
export async function newestVersions(
  cycleId: string,
  fields?: readonly string[],
): Promise<Map<string, Version>> {
  const ofCycle = and(
    eq(cycleVersions.cycleId, cycleId),
    fields ? inArray(cycleVersions.field, [...fields]) : undefined,
  );
  const newest = db
    .select({ field: cycleVersions.field, number: max(cycleVersions.number).as('newest') })
    .from(cycleVersions)
    .where(ofCycle)
    .groupBy(cycleVersions.field)
    .as('newest_versions');
  const rows = await db
    .select(columns)
    .from(cycleVersions)
    .innerJoin(newest, and(eq(newest.field, cycleVersions.field), eq(newest.number, cycleVersions.number)))
    .leftJoin(people, eq(people.id, cycleVersions.savedBy))
    .where(ofCycle);
  return new Map(rows.map((row) => [row.field, { ...row, value: asText(row.value) }]));
}

/** Every version of every field, the newest first. */
export async function versionsOfCycle(access: TeamAccess, cycleId: string, most = 1000): Promise<Version[]> {
  const rows = await db
    .select(columns)
    .from(cycleVersions)
    .innerJoin(cycles, eq(cycles.id, cycleVersions.cycleId))
    .leftJoin(people, eq(people.id, cycleVersions.savedBy))
    .where(and(eq(cycleVersions.cycleId, cycleId), eq(cycles.teamId, access.teamId)))
    .orderBy(desc(cycleVersions.createdAt), desc(writtenOrder(cycleVersions)))
    .limit(most);
  return rows.map((row) => ({ ...row, value: asText(row.value) }));
}

/**
 * A version for each field that changed. Where a field was saved before versions were kept, what stood there becomes
 * its first.
 */
export async function keepVersions(
  access: TeamAccess,
  cycleId: string,
  before: Texts,
  after: Texts,
): Promise<void> {
  const fields = [...new Set([...before.keys(), ...after.keys()])];
  const changed = fields.filter((field) => (before.get(field) ?? '') !== (after.get(field) ?? ''));
  if (changed.length === 0) return;
  const newest = await newestVersions(cycleId, changed);
  const old = await db
    .select({ createdAt: cycles.createdAt, createdBy: cycles.createdBy })
    .from(cycles)
    .where(eq(cycles.id, cycleId))
    .get();
  const rows = changed.flatMap((field) => {
    const number = newest.get(field)?.number ?? 0;
    const stood = before.get(field) ?? '';
    const isFirst = number === 0 && stood !== '';
    const first = {
      ...{ cycleId, field, number: 1, value: stood },
      ...{ savedBy: old?.createdBy ?? null, createdAt: old?.createdAt },
    };
    const next = { cycleId, field, number: number + (isFirst ? 2 : 1), value: after.get(field) ?? '' };
    return [...(isFirst ? [first] : []), { ...next, savedBy: access.person.id }];
  });
  for (let at = 0; at < rows.length; at += 100) {
    await db.insert(cycleVersions).values(rows.slice(at, at + 100));
  }
}

import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { cyclePredictions } from '#db/schema/cycles';
import { measureEntries, measurePoints, measures, refusedCells } from '#db/schema/measures';
import { people } from '#db/schema/people';
import { requireTeammateHere } from '~/access/belongs.server';
import type { TeamAccess } from '~/access/gate.server';
import { changedFrom } from '~/history/changed-from';
import { keptBeside } from '~/history/meanwhile.server';
import { record } from '~/history/record.server';
import { RuleBroken } from '~/http/errors';
import type { Shown } from '~/http/meanwhile';
import { anotherSeries, type Held } from './another-series';
import type { MeasureFields, RedefineFields } from './definition-form';
import { answerWords, countsAnew } from './definition-versions';
import type { Measure } from './measure';
import { findMeasure } from './queries.server';
import { changedStrata, isSameName, mostStrata, type StrataChange } from './strata';

const thingOf = (measureId: string) => ({ thing: 'measure', thingId: measureId });

/** Adds a measure to the team; returns its id. */
export async function defineMeasure(team: TeamAccess, fields: MeasureFields): Promise<string> {
  return transaction(async () => {
    await requireTeammateHere(team, fields.ownerId, 'ownerId');
    const { id } = await db
      .insert(measures)
      .values({ ...fields, teamId: team.teamId, communityId: team.communityId })
      .returning({ id: measures.id })
      .get();
    await record(team, { deed: `added the measure “${fields.name}”`, ...thingOf(id) });
    return id;
  });
}

/**
 * Rewrites what a measure counts. What its numbers are, and for which periods, stays once there are numbers or
 * predictions. History keeps the old answers. A group that gets another name keeps its numbers; one that has numbers
 * cannot be taken out. Says whether it counts something else now. `shown` is what the form was drawn with.
 */
export async function redefineMeasure(
  team: TeamAccess,
  measureId: string | undefined,
  { groups, strata: added, ...typed }: RedefineFields,
  shown: Shown | null = null,
): Promise<{ countsAnew: boolean }> {
  return transaction(async () => {
    const measure = await findMeasure(team, measureId);
    const isByStep = measure.goalSteps.length > 0;
    const fields = await keptBeside<typeof typed>(team, {
      // Where the goal goes by steps, the form does not ask for it.
      typed: { ...typed, ...(isByStep ? { goal: measure.goal } : {}) },
      ...{ now: measure, shown, of: { thingId: measure.id } },
      together: [['kind', 'goal', 'lowest', 'highest']],
      words: answerWords,
      named: { ownerId: people },
    });
    const held = await heldBy(measure.id);
    const no = held && anotherSeries(measure, fields, held);
    if (no) throw new RuleBroken(no.sentence, no.field);
    if (fields.ownerId !== measure.ownerId) await requireTeammateHere(team, fields.ownerId, 'ownerId');
    const change = changedStrata(measure.strata, groups, added);
    await requireFitting(measure, change, groups);
    const { goal, ...others } = fields;
    const asked = { ...others, ...(isByStep ? {} : { goal }), strata: change.strata };
    const changed = changedFrom<Partial<Measure>>(measure, asked);
    if (changed === null) return { countsAnew: false };
    await db
      .update(measures)
      .set(asked)
      .where(and(eq(measures.id, measure.id), eq(measures.teamId, team.teamId)));
    await renameStrata(measure.id, change.renamed);
    await record(team, {
      deed: `changed how “${fields.name}” is counted`,
      ...thingOf(measure.id),
      detail: {
        was: changed.before,
        ...(change.renamed.length > 0 ? { renamedGroups: change.renamed } : {}),
      },
    });
    return { countsAnew: countsAnew(changed.before) };
  });
}

/** What was said in the terms of the measure as it is; null while nothing was. */
async function heldBy(measureId: string): Promise<Held | null> {
  const [points, predictions] = await Promise.all([
    db
      .select({ id: measurePoints.id })
      .from(measurePoints)
      .where(eq(measurePoints.measureId, measureId))
      .limit(1),
    db
      .select({ id: cyclePredictions.id })
      .from(cyclePredictions)
      .where(eq(cyclePredictions.measureId, measureId))
      .limit(1),
  ]);
  return points.length > 0 ? 'numbers' : predictions.length > 0 ? 'predictions' : null;
}

/** @throws RuleBroken where a group is taken out that has numbers, or two would have one name. */
async function requireFitting(
  measure: Measure,
  { strata, renamed, removed }: StrataChange,
  groups: RedefineFields['groups'],
): Promise<void> {
  const fieldOf = (was: string) => `groups[${groups.findIndex((group) => group.was === was)}].name`;
  const lost = groups.find(({ was, name }) => name !== was && !measure.strata.includes(was));
  if (lost) {
    const sentence = `“${lost.was}” was renamed or taken out meanwhile. Write “${lost.was}” here again to save the rest.`;
    throw new RuleBroken(sentence, fieldOf(lost.was));
  }
  for (const { was, is } of renamed) {
    const isTaken =
      strata.filter((name) => isSameName(name, is)).length > 1 ||
      measure.strata.some((name) => name !== was && isSameName(name, is));
    if (isTaken) throw new RuleBroken(`There is a group called “${is}” already.`, fieldOf(was));
  }
  if (strata.length > mostStrata) throw new RuleBroken(`Keep at most ${mostStrata} groups.`, 'strata');
  const names = [...removed, ...renamed.map(({ is }) => is)];
  if (names.length === 0) return;
  const rows = await db
    .selectDistinct({ stratum: measurePoints.stratum })
    .from(measurePoints)
    .where(and(eq(measurePoints.measureId, measure.id), inArray(measurePoints.stratum, names)));
  for (const { stratum } of rows) {
    const target = renamed.find(({ is }) => is === stratum);
    throw target
      ? new RuleBroken(
          `There are numbers for “${stratum}” already. Choose another name.`,
          fieldOf(target.was),
        )
      : new RuleBroken(
          `“${stratum}” has numbers, so it stays. You can give it another name.`,
          fieldOf(stratum),
        );
  }
}

/** Numbers, what waits to be mended and what can be undone follow a group to its new name, each in one statement. */
async function renameStrata(measureId: string, renamed: StrataChange['renamed']): Promise<void> {
  if (renamed.length === 0) return;
  const was = renamed.map((one) => one.was);
  for (const table of [measurePoints, refusedCells]) {
    const cases = renamed.map((one) => sql`when ${one.was} then ${one.is}`);
    await db
      .update(table)
      .set({ stratum: sql`case ${table.stratum} ${sql.join(cases, sql` `)} else ${table.stratum} end` })
      .where(and(eq(table.measureId, measureId), inArray(table.stratum, was)));
  }
  const written = (name: string) => `"stratum":${JSON.stringify(name)}`;
  const changes = renamed.reduce<SQL>(
    (text, one) => sql`replace(${text}, ${written(one.was)}, ${written(one.is)})`,
    sql`${measureEntries.changes}`,
  );
  await db.update(measureEntries).set({ changes }).where(eq(measureEntries.measureId, measureId));
}

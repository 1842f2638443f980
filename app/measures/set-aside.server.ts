import { and, eq } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { measurePoints } from '#db/schema/measures';
import type { TeamAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import { found } from '~/http/errors';
import type { SetAsideFields } from './judging-forms';
import type { Measure } from './measure';
import { periodWords } from './periods';
import { findMeasure } from './queries.server';

/** Sets a number aside, with a reason: it is still drawn, and takes part in nothing. @throws 404 where it is not theirs. */
export async function setAside(
  team: TeamAccess,
  measureId: string | undefined,
  { pointId, reason }: SetAsideFields,
): Promise<void> {
  await transaction(async () => {
    const measure = await findMeasure(team, measureId);
    const point = await pointOf(measure, pointId);
    if (point.ghostedAt !== null && point.ghostReason === reason) return;
    await db
      .update(measurePoints)
      .set({ ghostedAt: new Date().toISOString(), ghostReason: reason, ghostedBy: team.person.id })
      .where(eq(measurePoints.id, pointId));
    await record(team, {
      deed: `set aside ${wordsFor(team, measure, point)} of “${measure.name}”: ${reason}`,
      thing: 'measure',
      thingId: measure.id,
      detail: { pointId },
      // The reason may tell the figures of a small group.
      small: smallOf(point, `set aside ${wordsFor(team, measure, point)} of “${measure.name}”`),
    });
  });
}

/** Lets a number count again. */
export async function bringBack(
  team: TeamAccess,
  measureId: string | undefined,
  pointId: string,
): Promise<void> {
  await transaction(async () => {
    const measure = await findMeasure(team, measureId);
    const point = await pointOf(measure, pointId);
    if (point.ghostedAt === null) return;
    await db
      .update(measurePoints)
      .set({ ghostedAt: null, ghostReason: null, ghostedBy: null })
      .where(eq(measurePoints.id, pointId));
    await record(team, {
      deed: `let ${wordsFor(team, measure, point)} of “${measure.name}” count again`,
      thing: 'measure',
      thingId: measure.id,
      detail: { pointId, was: point.ghostReason },
    });
  });
}

async function pointOf({ id }: Measure, pointId: string) {
  const point = await db
    .select({
      periodStart: measurePoints.periodStart,
      stratum: measurePoints.stratum,
      denominator: measurePoints.denominator,
      ghostedAt: measurePoints.ghostedAt,
      ghostReason: measurePoints.ghostReason,
    })
    .from(measurePoints)
    .where(and(eq(measurePoints.id, pointId), eq(measurePoints.measureId, id)))
    .get();
  return found(point);
}
type PointRow = Awaited<ReturnType<typeof pointOf>>;

/** "the week of Oct 12", "the week of Oct 12 (Lincoln)". */
function wordsFor(team: TeamAccess, { frequency }: Measure, { periodStart, stratum }: PointRow): string {
  const words = periodWords(periodStart, frequency, periodStart.slice(0, 4) !== team.today.slice(0, 4));
  return stratum === '' ? words : `${words} (${stratum})`;
}

const smallOf = ({ denominator }: PointRow, deed: string) =>
  denominator === null ? null : { outOf: denominator, deed };

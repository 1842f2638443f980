import { and, eq, isNull } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { measures } from '#db/schema/measures';
import { changeIdeas, drivers, theoryMeasures } from '#db/schema/theories';
import type { TeamAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import { RuleBroken } from '~/http/errors';
import type { HangFields } from './forms';

/** Hangs a measure on the aim, on a driver or on an idea: it tells of that part of the theory. */
export async function hangMeasure(team: TeamAccess, fields: HangFields): Promise<void> {
  const { measureId, driverId, ideaId } = fields;
  await transaction(async () => {
    const measure = await db
      .select({ name: measures.name })
      .from(measures)
      .where(and(eq(measures.id, measureId), eq(measures.teamId, team.teamId), isNull(measures.archivedAt)))
      .get();
    if (!measure) throw new RuleBroken('Choose one of your team’s measures.', 'measureId');
    const place = await placeOf(team, fields);
    if (place === null) throw new RuleBroken('Choose a part of your team’s theory.', 'measureId');
    const hangs = await db
      .select({ id: theoryMeasures.id })
      .from(theoryMeasures)
      .where(
        and(
          eq(theoryMeasures.teamId, team.teamId),
          eq(theoryMeasures.measureId, measureId),
          driverId === null ? isNull(theoryMeasures.driverId) : eq(theoryMeasures.driverId, driverId),
          ideaId === null ? isNull(theoryMeasures.ideaId) : eq(theoryMeasures.ideaId, ideaId),
        ),
      )
      .get();
    if (hangs) return;
    await db.insert(theoryMeasures).values({ teamId: team.teamId, measureId, driverId, ideaId });
    await record(team, { deed: `hung the measure “${measure.name}” on ${place.words}`, ...place.thing });
  });
}

/** Takes a measure off a part of the theory, and answers off which; the measure itself stays as it is. */
export async function takeMeasureOff(
  team: TeamAccess,
  hungId: string,
): Promise<Pick<HangFields, 'driverId' | 'ideaId'>> {
  return transaction(async () => {
    const ours = and(eq(theoryMeasures.id, hungId), eq(theoryMeasures.teamId, team.teamId));
    const hung = await db
      .select({ driverId: theoryMeasures.driverId, ideaId: theoryMeasures.ideaId, name: measures.name })
      .from(theoryMeasures)
      .innerJoin(measures, eq(measures.id, theoryMeasures.measureId))
      .where(ours)
      .get();
    // Taken off twice, it is off.
    if (!hung) return { driverId: null, ideaId: null };
    const place = await placeOf(team, hung);
    await db.delete(theoryMeasures).where(ours);
    await record(team, {
      deed: `took the measure “${hung.name}” off ${place?.words ?? 'the theory'}`,
      ...(place?.thing ?? { thing: 'theory' }),
    });
    return hung;
  });
}

/** The part of the theory in words, and as history names it; null where it is not of this team. */
async function placeOf(team: TeamAccess, { driverId, ideaId }: Pick<HangFields, 'driverId' | 'ideaId'>) {
  if (driverId !== null) {
    const driver = await db
      .select({ name: drivers.name })
      .from(drivers)
      .where(and(eq(drivers.id, driverId), eq(drivers.teamId, team.teamId)))
      .get();
    return driver
      ? { words: `the driver “${driver.name}”`, thing: { thing: 'driver', thingId: driverId } }
      : null;
  }
  if (ideaId !== null) {
    const idea = await db
      .select({ name: changeIdeas.name })
      .from(changeIdeas)
      .where(and(eq(changeIdeas.id, ideaId), eq(changeIdeas.teamId, team.teamId)))
      .get();
    return idea
      ? { words: `the idea “${idea.name}”`, thing: { thing: 'change idea', thingId: ideaId } }
      : null;
  }
  return { words: 'the aim', thing: { thing: 'theory' } };
}

import { and, eq } from 'drizzle-orm';
import { db } from '#db/client.server';
import { imports } from '#db/schema/imports';
import { measurePoints, measures } from '#db/schema/measures';
import { people } from '#db/schema/people';
import type { TeamAccess } from '~/access/gate.server';
import type { Origin } from './numbers-file';

/** Who entered each number of a measure, and from which file, by the number's id. */
export async function originsOfNumbers(team: TeamAccess, measureId: string): Promise<Map<string, Origin>> {
  const rows = await db
    .select({ id: measurePoints.id, enteredBy: people.name, fileName: imports.fileName })
    .from(measurePoints)
    .innerJoin(measures, eq(measures.id, measurePoints.measureId))
    .leftJoin(people, eq(people.id, measurePoints.enteredBy))
    .leftJoin(imports, eq(imports.id, measurePoints.importId))
    .where(and(eq(measurePoints.measureId, measureId), eq(measures.teamId, team.teamId)));
  return new Map(
    rows.map(({ id, enteredBy, fileName }) => [id, { enteredBy: enteredBy ?? '', fileName: fileName ?? '' }]),
  );
}

import { and, eq } from 'drizzle-orm';
import { db } from '#db/client.server';
import { cycleVersions } from '#db/schema/cycles';
import type { TeamAccess } from '~/access/gate.server';
import { found, RuleBroken } from '~/http/errors';
import { cycleRow } from './cycle-rows.server';
import { saveFields } from './save-fields.server';

/** Brings a version of a field back: by the rules of its form, as a new version. */
export async function restoreVersion(
  access: TeamAccess,
  cycleId: string,
  { field, number }: { field: string; number: number },
): Promise<void> {
  await cycleRow(access, cycleId);
  const version = found(
    await db
      .select({ value: cycleVersions.value })
      .from(cycleVersions)
      .where(
        and(
          eq(cycleVersions.cycleId, cycleId),
          eq(cycleVersions.field, field),
          eq(cycleVersions.number, number),
        ),
      )
      .get(),
  );
  const text = typeof version.value === 'string' ? version.value : '';
  const [answer] = await saveFields(access, cycleId, [{ field, text, version: Number.MAX_SAFE_INTEGER }]);
  if (answer?.state === 'wrong') throw new RuleBroken(answer.sentence);
}

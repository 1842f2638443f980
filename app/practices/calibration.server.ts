import { and, eq, lte, sql } from 'drizzle-orm';
import { db } from '#db/client.server';
import { predictionScores } from '#db/schema/evidence';
import type { CommunityAccess } from '~/access/gate.server';
import type { PredictionRecord } from '~/statistics/calibration-words';
import { calibrate } from '~/statistics/predictions';

/** Whose predictions. */
export type Predictor = { teamId: string } | { practiceId: string } | 'community';

/** The newest so many count: what a team predicted years ago says little of it now. */
const newestPredictions = 500;

/** How good predictions were of which what happened is known and final; `last`: of the newest so many only. */
export async function calibrationOf(
  access: CommunityAccess,
  whose: Predictor,
  last = newestPredictions,
): Promise<PredictionRecord> {
  const by =
    whose === 'community'
      ? undefined
      : 'teamId' in whose
        ? eq(predictionScores.teamId, whose.teamId)
        : eq(predictionScores.practiceId, whose.practiceId);
  const rows = await db
    .select({
      isHit: predictionScores.isHit,
      error: predictionScores.error,
      overreach: predictionScores.overreach,
    })
    .from(predictionScores)
    .where(
      and(
        eq(predictionScores.communityId, access.communityId),
        lte(predictionScores.finalFrom, access.today),
        by,
      ),
    )
    .orderBy(sql`${predictionScores.finalFrom} desc`, sql`${predictionScores.cycleId} desc`)
    .limit(last);
  return { ...calibrate(rows), predictions: rows.length };
}

import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import { db } from '#db/client.server';
import { practiceVerdicts } from '#db/schema/evidence';
import { measures } from '#db/schema/measures';
import { practices } from '#db/schema/practices';
import { teams } from '#db/schema/teams';
import type { GainState } from '#db/vocabulary';
import type { CommunityAccess } from '~/access/gate.server';
import type { HeldGain } from './held-gain';
import type { VerdictWorking } from './team-evidence';

export interface ShownGain {
  practiceId: string;
  practice: string;
  teamId: string;
  team: string;
  measureId: string;
  measure: string;
  adoptedOn: string;
  state: GainState;
  /** Useful points since, of twelve. */
  points: number;
  /** Slipping: the day of the point that completed the reverse signal. */
  since: string | null;
}

/** The gains of what was adopted, those that slip first: one query. `practiceId`: of one practice. */
export async function gainsOf(access: CommunityAccess, practiceId?: string): Promise<ShownGain[]> {
  const rows = await db
    .select({
      practiceId: practiceVerdicts.practiceId,
      practice: practices.name,
      teamId: practiceVerdicts.teamId,
      team: teams.name,
      measureId: practiceVerdicts.measureId,
      measure: measures.name,
      working: practiceVerdicts.working,
    })
    .from(practiceVerdicts)
    .innerJoin(practices, eq(practices.id, practiceVerdicts.practiceId))
    .innerJoin(teams, eq(teams.id, practiceVerdicts.teamId))
    .innerJoin(measures, eq(measures.id, practiceVerdicts.measureId))
    .where(
      and(
        eq(practices.communityId, access.communityId),
        isNull(practices.archivedAt),
        isNotNull(practiceVerdicts.gain),
        practiceId === undefined ? undefined : eq(practices.id, practiceId),
      ),
    )
    .orderBy(asc(practices.name), asc(teams.name), asc(measures.name));
  const order: Record<GainState, number> = { slipping: 0, watching: 1, held: 2 };
  return rows
    .map(({ working, ...row }) => ({ ...row, ...((working as VerdictWorking).gain as HeldGain) }))
    .sort((a, b) => order[a.state] - order[b.state]);
}

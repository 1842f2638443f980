import { db } from '#db/client.server';
import { evidenceStale } from '#db/schema/evidence';
import { teams } from '#db/schema/teams';
import {
  aCycle,
  aDecision,
  aMeasure,
  anIdea,
  aPartner,
  aPrediction,
  aTeam,
  points,
} from '../support/factories';

/* Teams that used a practice, with measures that say what came of it. */

const first = '2026-03-02';
/** The change begins with the thirteenth week. */
export const changeDay = '2026-05-25';

const before = [50, 52, 48, 51, 49, 53, 47, 50, 52, 48, 51, 49];
const series = {
  improved: [...before, 70, 71, 69, 72, 70, 71, 73, 70],
  worsened: [...before, 30, 31, 29, 32, 30, 31, 28, 30],
  'no signal': [...before, 51, 49, 52, 48, 50, 51, 49, 52],
  'too early': [...before, 70, 71],
};

interface Some {
  name?: string;
  says?: keyof typeof series;
  decision?: 'adopt' | 'abandon';
  idea?: Partial<Parameters<typeof anIdea>[1]>;
  cycle?: Partial<Parameters<typeof aCycle>[1]>;
}

/** A team of a new partner that used the practice in one finished cycle. */
export async function aUse(communityId: string, practiceId: string, some: Some = {}) {
  const partner = await aPartner(communityId);
  const team = await aTeam(communityId, {
    homePartnerId: partner.id,
    ...(some.name ? { name: some.name } : {}),
  });
  const measure = await aMeasure(team, { kind: 'mean', type: 'outcome' });
  await points(measure.id, first, series[some.says ?? 'improved']);
  const idea = await anIdea(team, { practiceId, ...some.idea });
  const cycle = await aCycle(team, {
    ideaId: idea.id,
    startsOn: changeDay,
    doStartedOn: changeDay,
    doEndedOn: '2026-06-05',
    objective: 'Try it',
    observations: 'It went well.',
    learned: 'It works here.',
    studiedAt: '2026-06-08T12:00:00.000Z',
    ...some.cycle,
  });
  await aPrediction(cycle.id, measure.id, { expected: 70, low: 60, high: 80, checkOn: '2026-07-06' });
  await aDecision(cycle.id, {
    decision: some.decision ?? 'adopt',
    reason: some.decision === 'abandon' ? 'Nobody had the time.' : 'It held.',
    decidedOn: '2026-06-10',
  });
  await markStale();
  return { partner, team, measure, idea, cycle };
}

/** What the rows above changed is worked out anew when a page is read. */
export async function markStale() {
  const all = await db.select({ teamId: teams.id }).from(teams);
  await db
    .insert(evidenceStale)
    .values(all.map(({ teamId }) => ({ teamId, mark: 'changed' })))
    .onConflictDoNothing();
}

import { aCycle, aDecision, aMeasure, anEvent, aPrediction, points, theCast } from '../support/factories';
import { signedIn } from '../support/requests';

/** A team with a measure whose chart shows an improvement since Cycle 4, and what its people wrote around it. */
export async function aTeamWithChart(some: Parameters<typeof aMeasure>[1] = {}) {
  const cast = await theCast();
  const measure = await aMeasure(cast.team, {
    name: 'School days attended',
    goal: 92,
    source: 'Daily attendance export from the district',
    collector: 'Grace Lin',
    ...some,
  });
  await points(measure.id, '2025-07-07', [
    ...[84, 83, 85, 82, 84, 86, 83, 85, 84, 86, 82, 83].map((n): [number, number] => [n, 100]),
    ...[88, 89, 87, 90, 88, 89, 91, 90].map((n): [number, number] => [n, 100]),
  ]);
  const cycle = await aCycle(cast.team, { number: 4, startsOn: '2025-09-29', doStartedOn: '2025-09-30' });
  await aPrediction(cycle.id, measure.id);
  await aDecision(cycle.id, { decidedOn: '2025-10-20' });
  await anEvent(cast.team, { kind: 'barrier', onDate: '2025-08-18', title: 'Mr. Ortiz was on leave' });
  await anEvent(cast.team, {
    kind: 'definition change',
    onDate: '2025-09-15',
    title: 'Ms. Lin counts tardies',
  });
  return {
    cast,
    measure,
    cycle,
    params: { teamId: cast.team.id, measureId: measure.id },
    cookie: await signedIn(cast.member.id),
  };
}

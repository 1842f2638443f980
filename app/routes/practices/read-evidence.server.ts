import type { CommunityAccess, CommunityDay, PracticeAccess } from '~/access/gate.server';
import { fidelitiesOfTeams } from '~/cycles/checks.server';
import { type PeriodPoint, whatHappened } from '~/cycles/predictions';
import { addDays } from '~/measures/periods';
import { calibrationOf, type Predictor } from '~/practices/calibration.server';
import { type PracticeEvidence, practicesWithEvidence } from '~/practices/evidence.server';
import { gainsOf, type ShownGain } from '~/practices/gains.server';
import type { Gauges } from '~/practices/gauges';
import { readGauges } from '~/practices/gauges.server';
import { refreshEvidence } from '~/practices/refresh.server';
import type { Settle, TeamMeasure } from '~/practices/team-evidence';
import { type PracticeWorking, practiceWithWorking } from '~/practices/working.server';
import type { PredictionRecord } from '~/statistics/calibration-words';
import { lastDay, lastPeriodOf } from '../cycles/what-happened';

/*
 * The evidence of a community as pages read it: brought up to date first with what cycles know of their discipline and
 * measures of their periods, then read in a constant number of queries. A page asks nothing else.
 */

export const fresh = (access: CommunityDay, teamId?: string) =>
  refreshEvidence(access, { fidelities: fidelitiesOfTeams, settle: settleFor }, teamId);

/** Every practice in use with its teams' votes, range, tier and list, best rank first. */
export async function evidenceOfPractices(access: CommunityAccess): Promise<PracticeEvidence[]> {
  await fresh(access);
  return practicesWithEvidence(access);
}

/** One practice with its working, or null where it is not this community's. */
export async function evidenceOfPractice(access: PracticeAccess): Promise<PracticeWorking | null> {
  await fresh(access);
  return practiceWithWorking(access);
}

/** How good the predictions of a team, a practice or the whole community were; `last`: of the newest so many. */
export async function calibrationFor(
  access: CommunityAccess,
  whose: Predictor,
  last?: number,
): Promise<PredictionRecord> {
  await fresh(access, teamOf(whose));
  return calibrationOf(access, whose, last);
}

const teamOf = (whose: Predictor) => (whose !== 'community' && 'teamId' in whose ? whose.teamId : undefined);

/** A year of activity and learning, and results as they stand, of a team, a practice or the whole community. */
export async function gaugesFor(access: CommunityAccess, whose: Predictor): Promise<Gauges> {
  await fresh(access, teamOf(whose));
  return readGauges(access, whose, addDays(access.today, -365));
}

/** What was adopted, and whether its gain is held or slipping; of one practice, or of all. */
export async function gainsFor(access: CommunityAccess, practiceId?: string): Promise<ShownGain[]> {
  await fresh(access);
  return gainsOf(access, practiceId);
}

/** A day after every check day: what happened is then as final as it can be. */
const theEnd = '9999-12-31';

/** What a measure's series says of a predicted number, whoever looks: nobody is shown it by itself. */
function settleFor({ community }: CommunityDay): Settle {
  // A measure has one series and many predictions.
  const known = new Map<TeamMeasure, PeriodPoint[]>();
  return (prediction, measure, doStartedOn) => {
    const { frequency, dueLagDays } = measure;
    const points = known.get(measure) ?? inPeriods(measure);
    known.set(measure, points);
    const last = lastPeriodOf({ ...prediction, frequency, dueLagDays }, community);
    const happened = whatHappened(prediction, points, last, doStartedOn, theEnd);
    if (happened.state === 'not yet') return null;
    const isIn = points.some(({ start }) => start === last.start);
    const overdue = addDays(last.due, 1);
    const finalFrom = isIn || overdue < prediction.checkOn ? prediction.checkOn : overdue;
    return { actual: happened.value, finalFrom };
  };
}

const inPeriods = ({ points, frequency }: TeamMeasure): PeriodPoint[] =>
  points.map(({ date, value, isGhosted }) => ({
    ...{ start: date, end: lastDay(date, frequency), period: '', value },
    ghosted: isGhosted ?? false,
  }));

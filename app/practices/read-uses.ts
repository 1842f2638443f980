import { judgeMeasure, type MeasureVerdict } from './measure-verdict';
import { type Evidence, type TeamEvidence, weighEvidence } from './tiers';
import { mergeUses, type Use } from './uses';
import { voteOf, weightOf } from './votes';

export interface TeamReading extends TeamEvidence {
  changeDate: string | null;
  measures: MeasureVerdict[];
}

export interface PracticeReading extends Evidence {
  teams: TeamReading[];
}

/** What a team's use says, every measure of it judged. */
export function readUse(use: Use): TeamReading {
  const measures = use.measures.map((measure) => judgeMeasure(measure, use.changeDate));
  return {
    team: use.team,
    partner: use.partner,
    vote: voteOf(measures),
    weight: weightOf(use.fidelity),
    finishedCycles: use.finishedCycles,
    isAbandoned: use.isAbandoned,
    hasWidenedGap: use.hasWidenedGap,
    isHeld: isGainHeld(measures),
    changeDate: use.changeDate,
    measures,
  };
}

/** A gain that held is one of an outcome or process measure: those are what a vote for a practice comes from. */
export const isGainHeld = (measures: readonly Pick<MeasureVerdict, 'type' | 'isHeld'>[]) =>
  measures.some(({ type, isHeld }) => isHeld && type !== 'balancing');

/** Everything the rules say of a practice, from its uses alone. */
export function readPractice(uses: readonly Use[], isStopped = false): PracticeReading {
  const teams = mergeUses(uses).map(readUse);
  return { ...weighEvidence(teams, isStopped), teams };
}

import {
  type ChartKind,
  type DataKind,
  type Direction,
  type Frequency,
  frequencyWords,
  type MeasureRuleSet,
  type MeasureType,
} from '#db/vocabulary';

/** A team's series by definition: what it counts, how often, and which way is good. */
export interface Measure {
  id: string;
  name: string;
  type: MeasureType;
  kind: DataKind;
  direction: Direction;
  frequency: Frequency;
  definition: string;
  numeratorWords: string;
  denominatorWords: string;
  inclusions: string;
  /** The groups its numbers are also kept for. */
  strata: string[];
  unit: string;
  ratePer: number;
  /** In the unit the chart shows: percent for a proportion. */
  goal: number | null;
  goalBy: string | null;
  source: string;
  collector: string;
  ownerId: string | null;
  lowest: number | null;
  highest: number | null;
  dueLagDays: number;
  /** Null: the community's. */
  ruleSet: MeasureRuleSet | null;
  /** Null: the chart that the data ask for. */
  chartKind: ChartKind | null;
  isScreened: boolean;
  showsIcons: boolean;
  /** First day of the last period of the baseline that a person chose; null: the default. */
  baselineThrough: string | null;
  /** The first days of the phases that people started, oldest first. */
  phaseStarts: readonly string[];
  /** The goal it began with, and what it became from which day on. */
  firstGoal: number | null;
  goalSteps: readonly { fromOn: string; goal: number }[];
}

/** Kinds whose number is made of two: so many out of so many. */
export const hasTwoNumbers = (kind: DataKind) => kind === 'proportion' || kind === 'rate';

/** Between two rare events a number comes when something happens: none is late, and no period is a hole. */
export const hasRhythm = ({ kind }: { kind?: DataKind }) => kind !== 'time between';

/** "Every week"; between rare events, when one happens. */
export const rhythmWords = (measure: Pick<Measure, 'kind' | 'frequency'>) =>
  hasRhythm(measure) ? frequencyWords[measure.frequency] : 'When it happens';

/** What a number of this measure is compared with: a balancing measure has a limit. */
export const goalWord = (type: MeasureType) => (type === 'balancing' ? 'Limit' : 'Goal');

import type {
  ChartKind,
  CycleKind,
  DataKind,
  Decision,
  Direction,
  EventKind,
  Frequency,
  IndicatorUnit,
  LinkSign,
  MeasureRuleSet,
  MeasureType,
  MeetingLineKind,
  PeriodKind,
  PracticeDecision,
  PracticeSetting,
  PracticeSource,
  RanAsPlanned,
  ResearchTier,
  ReviewOutcome,
  Role,
  Scale,
  ScoreKind,
  Sector,
} from '../vocabulary';
import type { DayOffset } from './clock';
import type { ThreadStory } from './comments';

/**
 * The shapes in which the demo's story is written. People, partners, practices and indicators are named by short
 * keys; days are offsets from the Monday of the week of seeding.
 */
export interface CommunityStory {
  key: string;
  name: string;
  timeZone: string;
  schoolYearFirstMonth: number;
  began: DayOffset;
  partners: Record<string, [name: string, sector: Sector]>;
  members: [person: string, role: Role, partner: string][];
  practices: Record<string, PracticeStory>;
  /** Dimension → group → share of everyone in percent. */
  dimensions: Record<string, Record<string, number>>;
  indicators: IndicatorStory[];
  /** Pages for everybody, each with the indicators that it shows whole. */
  publicPages?: { key: string; label: string; by: string; made: DayOffset; shows: string[] }[];
  teams: TeamStory[];
  /** What happened to every team. */
  events?: EventStory[];
  comments?: ThreadStory[];
}

export interface PracticeStory {
  name: string;
  description: string;
  steps: string;
  forWhom: string;
  setting: PracticeSetting;
  /** The result it should help. */
  outcome: string;
  takesHours: string;
  takesMoney?: string;
  takesMaterials?: string;
  coreParts: string;
  adaptableParts?: string;
  sourceKind: PracticeSource;
  sourceTier?: ResearchTier;
  source: string;
  owner: string;
  began: DayOffset;
  /** Leaders decided; what the rules said that day is in words. */
  decided?: { decision: PracticeDecision; reason: string; by: string; on: DayOffset; reviewOn: DayOffset };
  /** Other communities may read its words since then. */
  offered?: { by: string; on: DayOffset };
}

/** Distance of a group from everyone, in points: at the baseline and at the end. */
export type Offsets = Record<string, [baseline: number, latest: number]>;

export interface IndicatorStory {
  key: string;
  outcome: string;
  name: string;
  definition: string;
  source: string;
  unit: IndicatorUnit;
  direction: Direction;
  periodKind: PeriodKind;
  owner: string;
  isCore?: boolean;
  minimumMovement?: number;
  /** Everyone, oldest period first, in percent. */
  totals: number[];
  /** Which of `totals` is the baseline; null: the first with data. */
  baseline: number | null;
  target: number;
  /** How many people are counted in the first and in the last period; null: only percentages were published. */
  people: [first: number, last: number] | null;
  /** How far the usual distances between groups reach here; below 0 where lower is better. */
  distance: number;
  dimensions: string[];
  offsets?: Record<string, Offsets>;
  /** The source publishes "*" for cells of fewer than ten. */
  suppressesSmall?: boolean;
  reference?: [dimension: string, group: string][];
}

export interface TeamStory {
  key: string;
  name: string;
  about: string;
  aim: {
    what: string;
    forWhom: string;
    from: number;
    to: number;
    unit: string;
    by: [month: number, date: number];
  };
  home: string;
  began: DayOffset;
  startedBy: string;
  members: string[];
  coach: string;
  archived?: DayOffset;
  ideas: Record<string, IdeaStory>;
  measures: MeasureStory[];
  cycles: CycleStory[];
  events?: EventStory[];
  meetings?: MeetingStory[];
  visits?: VisitStory[];
}

/** What its coach wrote down of a visit. */
export interface VisitStory {
  on: DayOffset;
  text: string;
  isShared: boolean;
}

export interface MeetingStory {
  on: DayOffset;
  present: string;
  by: string;
  lines: {
    kind: MeetingLineKind;
    by: string;
    text: string;
    who?: string;
    due?: DayOffset;
    isDone?: boolean;
    /** The number of the cycle it is about. */
    cycle?: number;
  }[];
}

/** What the team believes has to change, and what it stopped believing. Measures, ideas and cycles by their keys. */
export interface TheoryStory {
  began: DayOffset;
  /** Who wrote it down; nobody named: the coach. */
  by?: string;
  /** Measures that hang on the aim. */
  aim: string[];
  drivers: DriverStory[];
  ideaMeasures?: Record<string, string[]>;
  beliefs?: BeliefStory[];
}

export interface DriverStory {
  key: string;
  name: string;
  measures?: string[];
  ideas?: string[];
  under?: DriverStory[];
}

/** What was no longer believed: a driver or an idea. */
export interface BeliefStory {
  driver?: string;
  idea?: string;
  on: DayOffset;
  by?: string;
  reason: string;
  cycles: number[];
}

/** What a team asked its coach, and what the coach said. People, cycles and measures by their keys. */
export interface CoachingStory {
  reviews: {
    cycle: number;
    by: string;
    asked: DayOffset;
    words: string;
    decided?: {
      by: string;
      on: DayOffset;
      outcome: ReviewOutcome;
      reason: string;
      comments?: { field: string; text: string; answer?: { by: string; on: DayOffset; text: string } }[];
    };
  }[];
  asks: {
    by: string;
    on: DayOffset;
    cycle?: number;
    measure?: string;
    words: string;
    answers?: { by: string; on: DayOffset; text: string }[];
  }[];
  /** `suggested`: what the program said that day. */
  scores: {
    kind: ScoreKind;
    by: string;
    on: DayOffset;
    score: number;
    suggested: number;
    reason: string;
  }[];
}

export interface EventStory {
  key: string;
  kind: EventKind;
  on: DayOffset;
  until?: DayOffset;
  title: string;
  detail?: string;
  by: string;
  /** When it was written down; else on its last day. */
  writtenOn?: DayOffset;
  startsAt?: string;
  endsAt?: string;
  place?: string;
  /** Keys of the team's measures; none: all of them. */
  measures?: string[];
  /** The team cannot move it by itself. */
  needsLeader?: boolean;
}

export interface IdeaStory {
  name: string;
  practice: string | null;
  adaptation?: string;
  /** Where and with whom the team tries it. */
  context?: string;
}

export interface MeasureStory {
  key: string;
  name: string;
  type: MeasureType;
  kind: DataKind;
  direction: Direction;
  frequency: Frequency;
  definition: string;
  inclusions?: string;
  numerator?: string;
  denominator?: string;
  unit?: string;
  /** The one it began with. */
  goal: number;
  goalSteps?: { from: DayOffset; goal: number; by: string }[];
  lowest?: number;
  highest?: number;
  source: string;
  collector: string;
  /** On whose list its numbers are; nobody: on everybody's in the team. */
  owner?: string;
  ruleSet?: MeasureRuleSet;
  chartKind?: ChartKind;
  showsIcons?: boolean;
  /** It was counted another way before a day: the words that stood there. */
  redefined?: { on: DayOffset; by: string; was: Record<string, string> };
  /** Until which day later points are judged against, as a person chose it. */
  baseline?: { through: DayOffset; reason: string; by: string; on: DayOffset };
  /** A new phase that a person began. */
  phase?: { from: DayOffset; reason: string; by: string; on: DayOffset };
  series: SeriesStory;
  links?: { indicator: string; sign: LinkSign; lag: number }[];
}

export interface SeriesStory {
  points: number;
  /** The level from a day on; the first holds from the start. */
  levels: [from: DayOffset | null, level: number][];
  /** Standard deviation of the ups and downs around the level. */
  ripple: number;
  /** The values themselves, in place of levels. */
  values?: number[];
  /** Fewest and most that a share is out of. */
  outOf?: [fewest: number, most: number];
  /** The share is out of so many for each day at work. */
  isPerDay?: boolean;
  decimals?: number;
  /** Groups: about which share of everyone they are, and how far from everyone they lie, from a day on. */
  strata?: Record<string, { share: number; distance: [from: DayOffset | null, points: number][] }>;
  /** Days of rare events, oldest first: each number is the days since the one before. */
  eventDays?: DayOffset[];
  /** Another draw of the same ups and downs. */
  draw?: number;
  /** Position from the end: 1 is the newest point. */
  missing?: number[];
  ghost?: { back: number; level: number; reason: string };
  notes?: Record<number, string>;
}

export interface CycleStory {
  number: number;
  idea: string;
  after?: number;
  /** It leaves the ramp of the cycle before. */
  isBranch?: boolean;
  by: string;
  kind?: CycleKind;
  scale: Scale;
  people: number;
  sites: number;
  objective: string;
  focus?: string;
  dataPlan?: string;
  start: DayOffset;
  end: DayOffset;
  /** It was started in error, and put away that day. */
  archived?: DayOffset;
  /** It began with the plan of another team's cycle. */
  planOf?: [team: string, number: number];
  /** Somebody wrote it down on this day, when it was over. */
  writtenAfterwards?: DayOffset;
  questions: QuestionStory[];
  predictions?: [measure: string, expected: number, low: number, high: number][];
  tasks: [who: string, what: string, place: string, due: DayOffset, isDone: boolean][];
  did?: {
    /** Null: Do goes on. */
    ended: DayOffset | null;
    ran?: RanAsPlanned;
    differed?: string;
    saw: string;
    surprises?: string;
    /** Written down while it ran. */
    notes?: [on: DayOffset, text: string, by: string][];
    /** The working list in counts; no group: everyone. */
    counts?: [group: string, identified: number, reached: number, completed: number][];
    files?: [name: string, text: string][];
  };
  study?: { learned: string; on: DayOffset; workedFor?: string };
  act?: { decision: Decision; reason: string; next: string; on: DayOffset };
}

export interface QuestionStory {
  ask: string;
  predict: string;
  /** The team's chance of yes, in percent. */
  chance?: number;
  happened?: string;
  came?: RanAsPlanned;
}

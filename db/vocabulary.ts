/**
 * The closed lists of the field, as they are stored. The only part of db/ that a browser may see.
 * Words on screen for each are beside them, so that a screen, a form and a table say the same thing.
 */

export const roles = ['member', 'coach', 'leader', 'admin'] as const;
export type Role = (typeof roles)[number];
export const roleWords: Record<Role, string> = {
  member: 'Member',
  coach: 'Coach',
  leader: 'Leader',
  admin: 'Admin',
};

export const sectors = [
  'education',
  'nonprofit',
  'business',
  'government',
  'philanthropy',
  'health',
  'higher education',
  'faith',
  'families',
] as const;
export type Sector = (typeof sectors)[number];

export const themes = ['device', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const teamParts = ['member', 'coach'] as const;
export type TeamPart = (typeof teamParts)[number];

export const phases = ['planned', 'doing', 'studying', 'deciding', 'done'] as const;
export type Phase = (typeof phases)[number];
export const phaseWords: Record<Phase, string> = {
  planned: 'Planned',
  doing: 'In Do',
  studying: 'In Study',
  deciding: 'In Act',
  done: 'Done',
};

export const cycleKinds = ['learn', 'test', 'implement'] as const;
export type CycleKind = (typeof cycleKinds)[number];
export const cycleKindWords: Record<CycleKind, string> = {
  learn: 'Find something out',
  test: 'Test a change',
  implement: 'Make a change how we work',
};

export const scales = ['one', 'few', 'site', 'sites', 'everyone'] as const;
export type Scale = (typeof scales)[number];
export const scaleWords: Record<Scale, string> = {
  one: 'One person or classroom',
  few: 'A few',
  site: 'One site',
  sites: 'Several sites',
  everyone: 'Everyone',
};

/** How much hangs on a test of a size: the bigger, the more. */
export const scaleStakes: Record<Scale, number> = { one: 1, few: 2, site: 3, sites: 4, everyone: 5 };

export const fidelities = ['yes', 'partly', 'no'] as const;
export type RanAsPlanned = (typeof fidelities)[number];
export const ranAsPlannedWords: Record<RanAsPlanned, string> = { yes: 'Yes', partly: 'Partly', no: 'No' };

export const decisions = ['adopt', 'adapt', 'expand', 'abandon', 'implement', 'inconclusive'] as const;
export type Decision = (typeof decisions)[number];
export const decisionWords: Record<Decision, string> = {
  adopt: 'Adopt',
  adapt: 'Adapt',
  expand: 'Expand',
  abandon: 'Abandon',
  implement: 'Implement',
  inconclusive: 'Inconclusive',
};

export const measureTypes = ['outcome', 'process', 'balancing'] as const;
export type MeasureType = (typeof measureTypes)[number];
export const measureTypeWords: Record<MeasureType, string> = {
  outcome: 'Outcome',
  process: 'Process',
  balancing: 'Balancing',
};

export const dataKinds = ['proportion', 'count', 'rate', 'mean', 'time between'] as const;
export type DataKind = (typeof dataKinds)[number];
export const dataKindWords: Record<DataKind, string> = {
  proportion: 'A share: so many out of so many',
  count: 'A count of things',
  rate: 'A rate: events for so many',
  mean: 'An average, a time, a cost or a score',
  'time between': 'Time between rare events',
};

export const directions = ['higher', 'lower', 'neither'] as const;
export type Direction = (typeof directions)[number];
export const directionWords: Record<Direction, string> = {
  higher: 'Higher is better',
  lower: 'Lower is better',
  neither: 'Neither is better',
};

export const frequencies = ['daily', 'weekly', 'monthly', 'quarterly', 'yearly'] as const;
export type Frequency = (typeof frequencies)[number];
export const frequencyWords: Record<Frequency, string> = {
  daily: 'Every day',
  weekly: 'Every week',
  monthly: 'Every month',
  quarterly: 'Every quarter',
  yearly: 'Every year',
};

export const ruleSets = ['anhoej', 'ihi', 'nhs'] as const;
export type RuleSet = (typeof ruleSets)[number];
export const ruleSetWords: Record<RuleSet, string> = {
  anhoej: 'Anhøj rules (fewest false alarms)',
  ihi: 'IHI run chart rules',
  nhs: 'NHS Making Data Count rules',
};

/** For those who ask: a measure may be read by two older sets too. */
export const measureRuleSets = [...ruleSets, 'western-electric', 'nelson'] as const;
export type MeasureRuleSet = (typeof measureRuleSets)[number];
export const measureRuleSetWords: Record<MeasureRuleSet, string> = {
  ...ruleSetWords,
  'western-electric': 'Western Electric rules (control charts)',
  nelson: 'Nelson rules (control charts)',
};

export const chartKinds = [
  'run',
  'i',
  'mr',
  'p',
  'pprime',
  'u',
  'uprime',
  'c',
  'g',
  't',
  'iprime',
  'xbar',
  's',
] as const;
export type ChartKind = (typeof chartKinds)[number];
export const chartKindWords: Record<ChartKind, string> = {
  run: 'Run chart',
  i: 'I chart: single values',
  mr: 'MR chart: steps from one value to the next',
  p: 'P chart: shares',
  pprime: 'P′ chart: shares of large groups',
  u: 'U chart: rates',
  uprime: 'U′ chart: rates of large exposures',
  c: 'C chart: counts',
  g: 'G chart: how many between rare events',
  t: 'T chart: time between rare events',
  iprime: 'I′ chart: values of groups of unequal size',
  xbar: 'X̄ chart: averages of several values',
  s: 'S chart: spread of several values',
};

/** How numbers came in. */
export const entryKinds = ['cell', 'paste', 'tally'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** Tables whose rows an import may change. */
export const changedKinds = ['point', 'observation'] as const;
export type ChangedKind = (typeof changedKinds)[number];

/** What happened, to a team or to all. */
export const happenedKinds = ['event', 'definition change', 'barrier', 'milestone'] as const;
export type HappenedKind = (typeof happenedKinds)[number];
/** What the whole collaborative plans: it stands on the calendar, and on the charts too. */
export const gatheringKinds = ['learning session', 'action period'] as const;
export type GatheringKind = (typeof gatheringKinds)[number];
export const gatheringKindWords: Record<GatheringKind, string> = {
  'learning session': 'Learning session',
  'action period': 'Action period',
};
export const eventKinds = [...happenedKinds, ...gatheringKinds] as const;
export type EventKind = (typeof eventKinds)[number];
export const eventKindWords: Record<EventKind, string> = {
  event: 'Something happened',
  'definition change': 'We count it another way',
  barrier: 'Something stood in the way',
  milestone: 'A milestone',
  ...gatheringKindWords,
};

export const meetingLineKinds = ['note', 'decision', 'promise'] as const;
export type MeetingLineKind = (typeof meetingLineKinds)[number];
export const meetingLineKindWords: Record<MeetingLineKind, string> = {
  note: 'Note',
  decision: 'Decision',
  promise: 'Who does what by when',
};

/** Where a practice is used. */
export const practiceSettings = [
  'early childhood',
  'elementary',
  'middle',
  'high',
  'college',
  'home',
  'community',
  'work',
  'several',
] as const;
export type PracticeSetting = (typeof practiceSettings)[number];
export const practiceSettingWords: Record<PracticeSetting, string> = {
  'early childhood': 'Preschools and child care',
  elementary: 'Elementary schools',
  middle: 'Middle schools',
  high: 'High schools',
  college: 'Colleges and training',
  home: 'At home',
  community: 'Libraries, clinics and other places in town',
  work: 'Workplaces',
  several: 'Several kinds of places',
};

export const practiceSources = ['local', 'research', 'lived experience'] as const;
export type PracticeSource = (typeof practiceSources)[number];
export const practiceSourceWords: Record<PracticeSource, string> = {
  local: 'A team here worked it out',
  research: 'National research',
  'lived experience': 'Families or students told us',
};

/** The four tiers of evidence of the Every Student Succeeds Act, § 8101(21). */
export const researchTiers = ['strong', 'moderate', 'promising', 'rationale'] as const;
export type ResearchTier = (typeof researchTiers)[number];
export const researchTierWords: Record<ResearchTier, string> = {
  strong: 'Tier 1, strong: a well-run experiment',
  moderate: 'Tier 2, moderate: a comparison of like groups',
  promising: 'Tier 3, promising: a link that was seen, with other causes ruled out',
  rationale: 'Tier 4, a reason to think so: still being studied',
};

/** What leaders decide about a practice. */
export const practiceDecisions = ['spread', 'study', 'stop'] as const;
export type PracticeDecision = (typeof practiceDecisions)[number];
export const practiceDecisionWords: Record<PracticeDecision, string> = {
  spread: 'Spread it',
  study: 'Study it further',
  stop: 'Stop it',
};

/** What people write comments beside. */
export const commentedThings = ['cycle', 'measure', 'indicator', 'practice'] as const;
export type CommentedThing = (typeof commentedThings)[number];

/** Why a comment is in somebody's inbox; the first that holds. */
export const toldReasons = ['mention', 'answer', 'owner'] as const;
export type ToldReason = (typeof toldReasons)[number];

/** Letters that go out by e-mail. */
export const mailKinds = ['digest', 'reminder'] as const;
export type MailKind = (typeof mailKinds)[number];

/** What became of one. "kept": no mail server is set. "unsure": it may have arrived, and is not sent twice. */
export const mailStates = ['waiting', 'sending', 'sent', 'kept', 'failed', 'unsure', 'dropped'] as const;
export type MailState = (typeof mailStates)[number];

export const linkSigns = ['same', 'opposite'] as const;
export type LinkSign = (typeof linkSigns)[number];
export const linkSignWords: Record<LinkSign, string> = {
  same: 'When it goes up, the indicator should go up',
  opposite: 'When it goes up, the indicator should go down',
};

export const indicatorUnits = ['percent', 'rate', 'count', 'mean', 'money'] as const;
export type IndicatorUnit = (typeof indicatorUnits)[number];
export const indicatorUnitWords: Record<IndicatorUnit, string> = {
  percent: 'Percent',
  rate: 'Rate',
  count: 'Count',
  mean: 'Average',
  money: 'Dollars',
};

/** From this period on something else is counted: figures before it are not the same thing. */
export interface DefinitionRevision {
  period: string;
  what: string;
}

export const periodKinds = ['school year', 'year'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** How a review of a cycle came about: the team asked for it, or the coach began it. */
export const reviewBeginnings = ['asked', 'opened'] as const;
export type ReviewBeginning = (typeof reviewBeginnings)[number];

export const reviewOutcomes = ['approved', 'returned'] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];
export const reviewOutcomeWords: Record<ReviewOutcome, string> = {
  approved: 'Approved',
  returned: 'Sent back for a change',
};

/** Whose progress score it is: the team says where it stands, the coach settles it. */
export const scoreKinds = ['claimed', 'settled'] as const;
export type ScoreKind = (typeof scoreKinds)[number];

export const linkPurposes = ['welcome', 'reset'] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

/** The seven results from cradle to career that collective-impact communities share (`name` is shown). */
export const cradleToCareer = [
  'Kindergarten readiness',
  'Early grade reading',
  'Middle grade math',
  'High school graduation',
  'Postsecondary enrollment',
  'Postsecondary completion',
  'Employment',
] as const;

/** What search finds, in the order it is shown. */
export const foundKinds = ['team', 'cycle', 'idea', 'measure', 'practice', 'indicator'] as const;
export type FoundKind = (typeof foundKinds)[number];
export const foundKindWords: Record<FoundKind, string> = {
  team: 'Teams',
  cycle: 'Cycles',
  idea: 'Change ideas',
  measure: 'Measures',
  practice: 'Practices',
  indicator: 'Indicators',
};

/** What of an indicator has a past: a figure, its definition, the group others are compared with. */
export const pastKinds = ['figure', 'definition', 'reference'] as const;
export type PastKind = (typeof pastKinds)[number];

/** The story behind an indicator's curve: the Turn-the-Curve questions that are answered in words. */
export const storyParts = ['pushes up', 'holds down', 'unknown', 'works'] as const;
export type StoryPart = (typeof storyParts)[number];
export const storyPartWords: Record<StoryPart, string> = {
  'pushes up': 'What pushes it up',
  'holds down': 'What holds it down',
  unknown: 'What we do not know',
  works: 'What works',
};

/** What a team's measures say of a practice it uses: one vote a team. */
export const votes = ['improved', 'worsened', 'mixed', 'no signal', 'too early', 'observed only'] as const;
export type Vote = (typeof votes)[number];

/** What one measure says of one use. */
export const measureVerdicts = [...votes, 'no clear change'] as const;
export type MeasureVerdictWord = (typeof measureVerdicts)[number];

export const verdictMethods = ['run rules', 'run rules, weak baseline', 'before/after', 'none'] as const;
export type VerdictMethod = (typeof verdictMethods)[number];

/** After a change was adopted: is its gain still there? */
export const gainStates = ['watching', 'held', 'slipping'] as const;
export type GainState = (typeof gainStates)[number];

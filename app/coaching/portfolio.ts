import { scores, scoreWords } from './score';

/* All teams beside each other by score, stage or signal. There is no ranking: in a group they stand by name. */

export const portfolioOrders = ['name', 'score', 'stage', 'signal'] as const;
export type PortfolioOrder = (typeof portfolioOrders)[number];
export const portfolioOrderWords: Record<PortfolioOrder, string> = {
  name: 'By name',
  score: 'By score',
  stage: 'By stage',
  signal: 'By signal',
};

export const signalGroups = ['improving', 'worse', 'quiet', 'early', 'none'] as const;
export type SignalGroup = (typeof signalGroups)[number];
export const signalGroupWords: Record<SignalGroup, string> = {
  improving: 'An improvement goes on',
  worse: 'A concern goes on',
  quiet: 'No signal now',
  early: 'Too few numbers to tell',
  none: 'No numbers yet',
};

export const stageGroups = ['Plan', 'Do', 'Study', 'Act', 'No open cycle'] as const;
export type StageGroup = (typeof stageGroups)[number];

export interface PortfolioTeam {
  id: string;
  name: string;
  settled: number | null;
  stage: StageGroup;
  signal: SignalGroup;
}

export interface PortfolioGroup<Team> {
  name: string;
  teams: Team[];
}

const notSettled = 'Not settled yet';

/** What the verdicts of a team's measures say together: a concern is told before an improvement. */
export function signalGroupOf(verdicts: readonly ('better' | 'worse' | 'none' | 'early')[]): SignalGroup {
  if (verdicts.length === 0) return 'none';
  if (verdicts.includes('worse')) return 'worse';
  if (verdicts.includes('better')) return 'improving';
  return verdicts.includes('none') ? 'quiet' : 'early';
}

/** Groups in the order of what they are about, empty ones left out; in each the teams by name. */
export function portfolioGroups<Team extends PortfolioTeam>(
  teams: readonly Team[],
  order: PortfolioOrder,
): PortfolioGroup<Team>[] {
  const byName = [...teams].sort((a, b) => a.name.localeCompare(b.name));
  if (order === 'name') return byName.length > 0 ? [{ name: 'All teams', teams: byName }] : [];
  const groupOf = (team: Team): string => {
    if (order === 'stage') return team.stage;
    if (order === 'signal') return signalGroupWords[team.signal];
    return team.settled === null ? notSettled : scoreWords(team.settled);
  };
  const names = {
    stage: [...stageGroups],
    signal: signalGroups.map((group) => signalGroupWords[group]),
    score: [...scores.map(scoreWords), notSettled],
  }[order];
  return names
    .map((name) => ({ name, teams: byName.filter((team) => groupOf(team) === name) }))
    .filter((group) => group.teams.length > 0);
}

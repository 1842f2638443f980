import { ceilingOfTeam, type LinkedMeasure, type TeamCeilingInput } from './ceiling';
import type { Feeder, PracticeAtWork, TeamAtWork } from './feeders';
import type { UsesSaid } from './uses-said';

export interface FeederOfTeam extends Feeder, LinkedMeasure {
  teamId: string;
  team: string;
  /** The cycles that target the measure. */
  cycleIds: string[];
}

/** A cycle that tests a practice. */
export interface PracticeCycle {
  teamId: string;
  cycleId: string;
  number: number;
  practiceId: string;
  practice: string;
  doStartedOn: string | null;
  /** How many people it reached; null where that is not known, or few. */
  reach: number | null;
}

/** What of the indicator a ceiling is worked out from, and what is known of practices elsewhere. */
export interface Known extends Pick<TeamCeilingInput, 'indicator' | 'eligible'> {
  /** By practice: what all teams' uses of it say. */
  uses: ReadonlyMap<string, UsesSaid | null>;
}

/** Measures and practices under the teams they belong to, in the order given. */
export function teamsAtWork(
  feeders: readonly FeederOfTeam[],
  cycles: readonly PracticeCycle[],
  known: Known,
): TeamAtWork[] {
  return [...new Set(feeders.map(({ teamId }) => teamId))].map((teamId) => {
    const own = feeders.filter((feeder) => feeder.teamId === teamId);
    const tests = cycles.filter((cycle) => cycle.teamId === teamId);
    return {
      teamId,
      team: own[0]?.team ?? '',
      cycles: new Set(own.flatMap(({ cycleIds }) => cycleIds)).size,
      measures: own.map(shown),
      practices: practicesOf(own, tests, known),
    };
  });
}

/** What the page draws of a measure. */
function shown({
  measureId,
  name,
  direction,
  values,
  verdict,
  words,
  sign,
  lag,
  link,
}: FeederOfTeam): Feeder {
  return { measureId, name, direction, values, verdict, words, sign, lag, link };
}

/** The practices of which a cycle targets one of the team's measures here. */
function practicesOf(
  feeders: readonly FeederOfTeam[],
  tests: readonly PracticeCycle[],
  known: Known,
): PracticeAtWork[] {
  return [...new Set(tests.map(({ practiceId }) => practiceId))].flatMap((practiceId) => {
    const all = tests.filter((test) => test.practiceId === practiceId);
    const targets = ({ cycleIds }: FeederOfTeam) => all.some(({ cycleId }) => cycleIds.includes(cycleId));
    const targeted = feeders.filter(targets);
    const behind = all.filter(({ cycleId }) => targeted.some(({ cycleIds }) => cycleIds.includes(cycleId)));
    const [first] = behind;
    if (!first) return [];
    return [
      {
        practiceId,
        practice: first.practice,
        cycles: behind.map(({ cycleId, number }) => ({ id: cycleId, number })),
        uses: known.uses.get(practiceId) ?? null,
        ceiling: ceilingWords(targeted, all, known),
      },
    ];
  });
}

/** What the team's tests of a practice can have moved at most, in words. */
function ceilingWords(
  measures: readonly FeederOfTeam[],
  tests: readonly PracticeCycle[],
  { indicator, eligible }: Known,
): string | null {
  const days = tests.flatMap(({ doStartedOn }) => doStartedOn ?? []).toSorted();
  const reaches = tests.flatMap(({ reach }) => reach ?? []);
  const ceiling = ceilingOfTeam({
    began: days[0] ?? null,
    reach: reaches.length > 0 ? Math.max(...reaches) : null,
    eligible,
    indicator,
    measures,
  });
  return ceiling?.sentence ?? null;
}

import type { DataKind, MeasureType } from '#db/vocabulary';
import type { Share } from '~/statistics/gaps';
import { type CeilingInput, ceilingOf, effectOf } from './ceiling';
import type { Feeder, PracticeAtWork, TeamAtWork } from './feeders';
import type { UsesSaid } from './uses-said';

export interface FeederOfTeam extends Feeder {
  teamId: string;
  team: string;
  type: MeasureType;
  kind: DataKind;
  /** First days of the phases that people began. */
  phaseStarts: readonly string[];
  /** The points of a share that take part and may be seen, in order of time. */
  shares: readonly { date: string; share: Share }[];
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
export interface Known extends Pick<CeilingInput, 'indicator' | 'eligible'> {
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
        ceiling: ceilingOver(targeted, all, known),
      },
    ];
  });
}

/** Of several linked outcome measures, the one that allows the most: it is a ceiling. */
function ceilingOver(
  feeders: readonly FeederOfTeam[],
  tests: readonly PracticeCycle[],
  { indicator, eligible }: Known,
): string | null {
  const began = tests
    .flatMap(({ doStartedOn }) => doStartedOn ?? [])
    .toSorted()
    .at(0);
  const reach = tests.reduce<number | null>(
    (most, test) => (test.reach !== null && (most === null || test.reach > most) ? test.reach : most),
    null,
  );
  if (began === undefined || reach === null) return null;
  const ceilings = feeders.flatMap((feeder) => {
    if (feeder.type !== 'outcome') return [];
    const { kind, sign } = feeder;
    const measure = { kind, sign, effect: effectSince(feeder, began) };
    return ceilingOf({ indicator, eligible, reach, measure }) ?? [];
  });
  return ceilings.toSorted((a, b) => b.most - a.most).at(0)?.sentence ?? null;
}

/** The measure's change from its points before the practice began, since the last phase began, to those after. */
function effectSince({ shares, phaseStarts }: FeederOfTeam, began: string) {
  const phase =
    phaseStarts
      .filter((day) => day < began)
      .toSorted()
      .at(-1) ?? '';
  const before = shares.filter(({ date }) => date < began && date >= phase);
  const after = shares.filter(({ date }) => date >= began);
  return effectOf(
    before.map(({ share }) => share),
    after.map(({ share }) => share),
  );
}

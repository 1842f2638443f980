import type { PracticeAccess } from '~/access/gate.server';
import { may } from '~/access/policy';
import { isSmall } from '~/access/small-counts';
import type { Verdict } from '~/charts/mark';
import { myTeams } from '~/cycles/my-work.server';
import { thingHistory } from '~/history/queries.server';
import { linksOfMeasures } from '~/indicators/links.server';
import { seriesOfMeasures } from '~/measures/queries.server';
import { type SeriesPoint, shownValue, unitOf, valueWords } from '~/measures/series';
import { largestReach } from '~/practices/contexts.server';
import { decisionsOfPractice } from '~/practices/decide.server';
import {
  gainsOf,
  type PracticeWorking,
  type ShownVerdict,
  type WorkedTeam,
} from '~/practices/evidence.server';
import { mergedHere, mergedInto } from '~/practices/merge.server';
import { openOffer } from '~/practices/offers.server';
import type { DetailGap, DetailReach, DetailUse } from '~/practices/practice-detail';
import { cyclesOfPractice, findPractice } from '~/practices/queries.server';
import { spreadOverTime, whatWentWrong, whereItWorked, wordsOfTeams } from '~/practices/told';
import { inStripOrder, markOf } from '~/practices/vote-words';
import { carriersOf } from '~/practices/votes';
import { compareBeforeAfter } from '~/statistics/before-after';
import { contributionCeiling } from '~/statistics/ceiling';
import { median } from '~/statistics/center';
import { storiesOfPractice } from '~/stories/queries.server';
import { evidenceOfPractice } from './read-evidence.server';

/** Everything the detail of a practice shows, put together from the rooms. */
export async function readPractice(access: PracticeAccess) {
  const working = await evidenceOfPractice(access);
  const measureIds = (working?.teams ?? []).flatMap(({ measures }) => measures.map((one) => one.measureId));
  const [practice, decisions, offer, into, here, cycles, lines, reach, told, mine, series, links, gains] =
    await Promise.all([
      findPractice(access),
      decisionsOfPractice(access),
      openOffer(access),
      mergedInto(access),
      mergedHere(access),
      cyclesOfPractice(access),
      thingHistory(access, access.practiceId),
      largestReach(access),
      storiesOfPractice(access, access.practiceId),
      myTeams(access),
      seriesOfMeasures(access, measureIds),
      linksOfMeasures(access, measureIds),
      gainsOf(access, access.practiceId),
    ]);
  const teams = inStripOrder(working?.teams ?? []);
  const words = wordsOfTeams(teams, cycles);
  const own = new Set(mine.map(({ id }) => id));
  return {
    practice,
    decisions,
    offer,
    mergedInto: into,
    mergedHere: here,
    lines,
    evidence: working?.evidence ?? null,
    votes: teams.map(({ vote }) => vote),
    uses: teams.map((team): DetailUse => {
      const [measure] = carriersOf(team.measures);
      return {
        teamId: team.team,
        team: team.name,
        partner: team.partnerName,
        vote: team.vote,
        scale: words.find(({ teamId }) => teamId === team.team)?.scale ?? null,
        isAbandoned: team.isAbandoned,
        storyId: told.find(({ teamId }) => teamId === team.team)?.id ?? null,
        mayTell: may(access.role, 'tell bright spots', own.has(team.team) ? 'member' : null),
        measure: measure ? moved(measure, series.get(measure.measureId) ?? []) : null,
      };
    }),
    gaps: gapsOf(teams),
    words,
    where: whereItWorked(words),
    gains,
    givenUp: whatWentWrong(cycles),
    worsened: worsenedOf(teams),
    steps: spreadOverTime(teams),
    reach: reachOf(access, reach, working, series, links),
    today: access.today,
    timeZone: access.community.timeZone,
    mayEdit: access.may('manage practices'),
  };
}

const sparkPoints = 40;

/** Points with a value this reader may see, since the phase that is judged. */
function seen({ rebasedOn, kind, ratePer }: ShownVerdict, points: readonly SeriesPoint[]) {
  return points
    .filter((point) => point.ghostedAt === null && (rebasedOn === null || point.periodStart >= rebasedOn))
    .map((point) => ({ ...point, shown: shownValue({ kind, ratePer }, point) }));
}

function moved(measure: ShownVerdict, points: readonly SeriesPoint[]): DetailUse['measure'] {
  const own = seen(measure, points);
  const of = (isAfter: boolean) =>
    own.flatMap(({ periodStart, shown }) =>
      shown !== null && measure.changeDate !== null && periodStart >= measure.changeDate === isAfter
        ? [shown]
        : [],
    );
  const say = (values: number[]) => {
    const middle = median(values);
    if (middle === null) return null;
    const value = Math.round(middle * 10) / 10;
    return valueWords(value, unitOf(measure, [value]));
  };
  const verdict = markOf[measure.verdict === 'no clear change' ? 'no signal' : measure.verdict];
  return {
    id: measure.measureId,
    name: measure.measure,
    verdict: (verdict === 'mixed' ? 'none' : verdict) satisfies Verdict,
    values: own.map(({ shown }) => shown).slice(-sparkPoints),
    from: say(of(false)),
    to: say(of(true)),
    concurrent: measure.concurrent.length,
  };
}

const points = (share: number) => (Math.abs(share) * 100).toFixed(1);

function gapsOf(teams: readonly WorkedTeam[]): DetailGap[] {
  return teams.flatMap(({ team, name, vote, measures }) =>
    measures.flatMap(({ gap, measure, type }) =>
      gap === null || type === 'balancing'
        ? []
        : [
            {
              teamId: team,
              team: name,
              vote,
              measure,
              focus: gap.focus,
              reference: gap.reference,
              word: gap.word,
              figures: gap.figures
                ? `${points(gap.figures.before)} to ${points(gap.figures.after)} points`
                : null,
            },
          ],
    ),
  );
}

function worsenedOf(teams: readonly WorkedTeam[]) {
  return teams.flatMap(({ team, name, measures }) =>
    measures
      .filter(({ verdict }) => verdict === 'worsened')
      .map(({ measureId, measure, type }) => ({
        ...{ teamId: team, team: name, measureId, measure },
        isBalancing: type === 'balancing',
      })),
  );
}

/** Whom it reached, and the most it can have moved each indicator that its outcome measures feed. */
function reachOf(
  access: PracticeAccess,
  reach: Awaited<ReturnType<typeof largestReach>>,
  working: PracticeWorking | null,
  series: Map<string, SeriesPoint[]>,
  links: Awaited<ReturnType<typeof linksOfMeasures>>,
): DetailReach | null {
  if (reach === null) return null;
  const by = `by ${reach.team} in Cycle ${reach.number}`;
  const { maskingThreshold } = access.community;
  if (isSmall(reach.reached, maskingThreshold)) {
    return {
      sentence: `The largest test reached fewer than ${maskingThreshold} people, ${by}.`,
      ceilings: [],
    };
  }
  const most = new Map<string, { ceiling: number; sentence: string }>();
  for (const measure of (working?.teams ?? []).flatMap(({ measures }) => measures)) {
    const effect = upperEffect(measure, series.get(measure.measureId) ?? []);
    if (effect === null) continue;
    for (const { indicatorId, name, since, track } of links.get(measure.measureId) ?? []) {
      if (track.unit !== 'percent' || since === null || since.of === null) continue;
      const ceiling = contributionCeiling({ reach: reach.reached, eligible: since.of, effect });
      if (ceiling === null || ceiling < (most.get(indicatorId)?.ceiling ?? 0)) continue;
      most.set(indicatorId, { ceiling, sentence: ceilingWords(name, ceiling, since, reach.reached, effect) });
    }
  }
  return {
    sentence: `The largest test reached ${reach.reached.toLocaleString('en-US')} people, ${by}. Tests are not added up: they may have reached the same people.`,
    ceilings: [...most.values()].map(({ sentence }) => sentence),
  };
}

/** Upper 95 % limit of a linked outcome measure's change in percentage points, + is good; null without counts. */
function upperEffect(measure: ShownVerdict, all: readonly SeriesPoint[]): number | null {
  const { type, kind, direction, changeDate } = measure;
  if (type !== 'outcome' || kind !== 'proportion' || direction === 'neither' || changeDate === null)
    return null;
  const shares = (isAfter: boolean) =>
    seen(measure, all).flatMap(({ periodStart, numerator, denominator }) =>
      numerator !== null && denominator !== null && denominator > 0 && periodStart >= changeDate === isAfter
        ? [{ count: numerator, of: denominator }]
        : [],
    );
  const compared = compareBeforeAfter(shares(false), shares(true));
  if (compared === null) return null;
  return 100 * (direction === 'higher' ? compared.estimate.high : -compared.estimate.low);
}

function ceilingWords(
  indicator: string,
  ceiling: number,
  { label, change, of }: { label: string; change: number; of: number | null },
  reached: number,
  effect: number,
): string {
  const moved = Math.abs(change);
  const most =
    ceiling <= moved
      ? `At most ${ceiling.toFixed(1)} of the ${moved.toFixed(1)} points by which “${indicator}” changed since ${label}`
      : `At most ${ceiling.toFixed(1)} points of “${indicator}”, which changed ${moved.toFixed(1)} points since ${label}`;
  return `${most}: ${reached.toLocaleString('en-US')} people of ${(of ?? 0).toLocaleString('en-US')}, times at most ${Math.max(0, effect).toFixed(1)} points.`;
}

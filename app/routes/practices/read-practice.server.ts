import type { PracticeAccess } from '~/access/gate.server';
import { may } from '~/access/policy';
import type { Verdict } from '~/charts/mark';
import { myTeams } from '~/cycles/my-work.server';
import { thingHistory } from '~/history/queries.server';
import { linksOfMeasures } from '~/indicators/links.server';
import { seriesOfMeasures } from '~/measures/queries.server';
import { type SeriesPoint, shownValue, unitOf, valueWords } from '~/measures/series';
import { reachOfTeams } from '~/practices/contexts.server';
import { decisionsOfPractice } from '~/practices/decide.server';
import { gainsOf } from '~/practices/gains.server';
import type { DetailGap } from '~/practices/gaps-told';
import { mergedHere, mergedInto } from '~/practices/merge.server';
import { openOffer } from '~/practices/offers.server';
import { cyclesOfPractice, findPractice } from '~/practices/queries.server';
import { whyStopped } from '~/practices/stopped';
import { spreadOverTime, whatWentWrong, whereItWorked, wordsOfTeams } from '~/practices/told';
import { teamsWithoutIt } from '~/practices/use-it.server';
import type { DetailUse } from '~/practices/uses-table';
import { inStripOrder, markOf } from '~/practices/vote-words';
import { carriersOf } from '~/practices/votes';
import type { ShownVerdict, WorkedTeam } from '~/practices/working.server';
import { median } from '~/statistics/center';
import { storiesOfPractice } from '~/stories/queries.server';
import { evidenceOfPractice } from './read-evidence.server';
import { reachOf } from './read-reach.server';

/** Everything the detail of a practice shows, put together from the rooms. */
export async function readPractice(access: PracticeAccess) {
  const working = await evidenceOfPractice(access);
  const measureIds = (working?.teams ?? []).flatMap(({ measures }) => measures.map((one) => one.measureId));
  const [
    practice,
    decisions,
    offer,
    into,
    here,
    cycles,
    lines,
    reaches,
    told,
    mine,
    mayUse,
    series,
    links,
    gains,
  ] = await Promise.all([
    findPractice(access),
    decisionsOfPractice(access),
    openOffer(access),
    mergedInto(access),
    mergedHere(access),
    cyclesOfPractice(access),
    thingHistory(access, access.practiceId),
    reachOfTeams(access),
    storiesOfPractice(access, access.practiceId),
    myTeams(access),
    teamsWithoutIt(access),
    seriesOfMeasures(access, measureIds),
    linksOfMeasures(access, measureIds),
    gainsOf(access, access.practiceId),
  ]);
  const teams = inStripOrder(working?.teams ?? []);
  const words = wordsOfTeams(teams, cycles);
  const own = new Set(mine.map(({ id }) => id));
  const givenUp = whatWentWrong(cycles);
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
    givenUp,
    stop: whyStopped(working?.evidence.tier, decisions, givenUp),
    hasTeam: mine.length > 0,
    mayUse,
    worsened: worsenedOf(teams),
    steps: spreadOverTime(teams),
    reach: reachOf(access, reaches, teams, series, links),
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

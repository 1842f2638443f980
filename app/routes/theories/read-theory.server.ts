import type { TeamAccess } from '~/access/gate.server';
import { type CycleInBrief, cyclesOfTeam } from '~/cycles/queries.server';
import { rampsOf } from '~/cycles/ramp';
import { cyclesForChart, measuresOfTeam, seriesOfTeam } from '~/measures/queries.server';
import { tilesOf } from '~/measures/tiles';
import { aimSentence } from '~/teams/aim-sentence';
import { findTeam } from '~/teams/queries.server';
import { readTheory } from '~/theories/queries.server';
import { type MeasureSays, type TheoryRows, theoryView } from '~/theories/view';

/** Idea → on how many ramps its cycles stand. */
export function rampsOfIdeas(cycles: readonly CycleInBrief[]): Map<string, number> {
  const count = new Map<string, number>();
  const byIdea = new Map<string, CycleInBrief[]>();
  for (const cycle of cycles) byIdea.set(cycle.ideaId, [...(byIdea.get(cycle.ideaId) ?? []), cycle]);
  for (const [ideaId, own] of byIdea) count.set(ideaId, rampsOf(own).length);
  return count;
}

/** What the charts of the team's measures say, in a word each. */
export async function measuresSay(team: TeamAccess): Promise<MeasureSays[]> {
  const [measures, series, tested] = await Promise.all([
    measuresOfTeam(team),
    seriesOfTeam(team),
    cyclesForChart(team),
  ]);
  return tilesOf(team, measures, series, tested, team.community).map(({ id, name, href, words }) => ({
    id,
    name,
    href,
    verdict: words.verdict,
    word: words.word,
  }));
}

/** The whole theory of a team, with where its ideas stand and what its measures say. */
export async function readWholeTheory(team: TeamAccess) {
  const [rows, cycles, aim, measures] = await Promise.all([
    readTheory(team),
    cyclesOfTeam(team),
    findTeam(team),
    measuresSay(team),
  ]);
  const view = theoryView(rows, aimSentence(aim) ?? '', cycles, measures, rampsOfIdeas(cycles));
  return { rows, cycles, measures, view };
}

/** The part of it that needs no charts: for a page that shows it in brief. `cycles` are the team's. */
export function theoryInBrief(rows: TheoryRows, cycles: readonly CycleInBrief[]) {
  return theoryView(rows, '', cycles, [], rampsOfIdeas(cycles));
}

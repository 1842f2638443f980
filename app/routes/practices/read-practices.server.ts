import type { CommunityAccess } from '~/access/gate.server';
import { askedPractices, isAsked } from '~/practices/asked';
import { contextsOfPractices } from '~/practices/contexts.server';
import type { PracticeRow } from '~/practices/practice-lists';
import { inStripOrder } from '~/practices/vote-words';
import { plural } from '~/ui/words';
import { evidenceOfPractices } from './read-evidence.server';

/** The lists of the practices page at this address: what is shown, what it can be narrowed to, and its first sentence. */
export async function readPractices(access: CommunityAccess, search: URLSearchParams) {
  const asked = askedPractices(search);
  const [all, { contexts, outcomes }] = [
    await evidenceOfPractices(access),
    await contextsOfPractices(access),
  ];
  const names = new Map(outcomes.map(({ id, name }) => [id, name]));
  const rows = all.map(({ id, name, evidence, teams, leadersSay }) => {
    const context = contexts.get(id) ?? { setting: null, outcomeIds: [], groups: [] };
    const first = context.outcomeIds.flatMap((one) => names.get(one) ?? [])[0];
    const row: PracticeRow = {
      id,
      name,
      about: [first, plural(teams.length, 'team')].filter(Boolean).join(', '),
      tier: evidence.tier,
      list: evidence.list,
      votes: inStripOrder(teams).map(({ vote }) => vote),
      counted: evidence.votes,
      improved: evidence.improved,
      mean: evidence.mean,
      p10: evidence.p10,
      p90: evidence.p90,
      hasWidenedGap: teams.some(({ hasWidenedGap }) => hasWidenedGap),
      leadersSay,
    };
    return { row, fits: isAsked({ ...context, tier: evidence.tier }, asked) };
  });
  const inUse = new Set([...contexts.values()].flatMap(({ outcomeIds }) => outcomeIds));
  const groups = [...new Set([...contexts.values()].flatMap((context) => context.groups))];
  const since = all.flatMap(({ teams }) => teams.flatMap(({ changeOn }) => changeOn?.slice(0, 4) ?? []));
  return {
    asked,
    rows: rows.flatMap(({ row, fits }) => (fits ? [row] : [])),
    all: rows.length,
    outcomes: outcomes.filter(({ id }) => inUse.has(id)),
    groups: groups.sort((a, b) => a.localeCompare(b, 'en')).slice(0, 200),
    head: {
      teams: new Set(all.flatMap(({ teams }) => teams.map(({ team }) => team))).size,
      cycles: all.reduce((sum, { teams }) => sum + teams.reduce((own, { cycles }) => own + cycles, 0), 0),
      since: since.sort()[0] ?? null,
    },
  };
}

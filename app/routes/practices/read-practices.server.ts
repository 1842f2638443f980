import type { CommunityAccess } from '~/access/gate.server';
import { askedPractices, firstOfLists, isAsked } from '~/practices/asked';
import { contextsOfPractices } from '~/practices/contexts.server';
import type { PracticeRow } from '~/practices/practice-lists';
import { type List, lists } from '~/practices/tiers';
import { inStripOrder } from '~/practices/vote-words';
import { plural } from '~/ui/words';
import { evidenceOfPractices } from './read-evidence.server';

/** The practices that this address asks for, best rank first, what they can be narrowed to, and what stands over them. */
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
  return {
    asked,
    rows: rows.flatMap(({ row, fits }) => (fits ? [row] : [])),
    all: rows.length,
    outcomes: outcomes.filter(({ id }) => inUse.has(id)),
    groups: groups.sort((a, b) => a.localeCompare(b, 'en')).slice(0, 200),
  };
}

/**
 * The lists of the practices page at this address: of a long one only the first, unless it is asked for whole. Beside
 * an open practice never the whole, but always that practice.
 */
export async function readLists(access: CommunityAccess, search: URLSearchParams, openId?: string) {
  const { rows, ...page } = await readPractices(access, search);
  const counts = Object.fromEntries(
    lists.map((list) => [list, rows.filter((row) => row.list === list).length]),
  ) as Record<List, number>;
  const whole = openId === undefined ? page.asked.whole : [];
  return { ...page, rows: firstOfLists(rows, whole, openId), counts, shown: rows.length };
}

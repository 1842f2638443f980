import type { TeamAccess } from '~/access/gate.server';
import type { CycleInBrief } from '~/cycles/queries.server';
import { paths } from '~/paths';
import type { ToldBelief } from '~/theories/beliefs-list';
import type { TheoryRows } from '~/theories/view';

/** What the team stopped believing and believed again, newest first; of one part where `partId` names it. */
export function toldBeliefs(
  { teamId }: TeamAccess,
  rows: TheoryRows,
  cycles: readonly Pick<CycleInBrief, 'id' | 'number'>[],
  partId?: string,
): ToldBelief[] {
  const names = new Map([...rows.drivers, ...rows.ideas].map(({ id, name }) => [id, name]));
  const numbers = new Map(cycles.map(({ id, number }) => [id, number]));
  return rows.beliefs
    .filter(({ driverId, ideaId }) => partId === undefined || (driverId ?? ideaId) === partId)
    .map((row) => ({
      id: row.id,
      isBelieved: row.isBelieved,
      reason: row.reason,
      who: row.who,
      on: row.at.slice(0, 10),
      name: names.get(row.driverId ?? row.ideaId ?? '') ?? '',
      href: row.driverId === null ? paths.idea(teamId, row.ideaId ?? '') : paths.driver(teamId, row.driverId),
      cycles: row.cycleIds.flatMap((id) => {
        const number = numbers.get(id);
        return number === undefined ? [] : [{ id, number }];
      }),
    }))
    .reverse();
}

/** The team's cycles as choices, newest first. */
export const cycleChoices = (cycles: readonly CycleInBrief[]) =>
  [...cycles].reverse().map(({ id, number, idea }) => ({ value: id, label: `Cycle ${number}, “${idea}”` }));

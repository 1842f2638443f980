import { listed, plural } from '~/ui/words';
import { type DriverNode, driversInOrder } from './tree';

/* What hangs on nothing: each a sentence, with the deed that mends it. */

export interface OrphanCycle {
  id: string;
  number: number;
  ideaId: string;
  isDone: boolean;
}

interface Named {
  id: string;
  name: string;
}

export interface OrphanFacts {
  tree: readonly DriverNode[];
  drivers: readonly Named[];
  ideas: readonly (Named & { archivedAt: string | null })[];
  cycles: readonly OrphanCycle[];
  /** Drivers on which a measure hangs. */
  measuredDriverIds: ReadonlySet<string>;
  /** Drivers that the team does not believe in any more ask for no measure. */
  unbelievedDriverIds: ReadonlySet<string>;
}

export type Orphan =
  | { kind: 'idea'; ideaId: string; name: string; sentence: string; cycleIds: string[] }
  | { kind: 'cycle'; ideaId: string; name: string; sentence: string; cycleIds: string[] }
  | { kind: 'driver'; driverId: string; name: string; sentence: string };

const numbered = (cycles: readonly OrphanCycle[]) =>
  `${cycles.length === 1 ? 'Cycle' : 'Cycles'} ${listed(cycles.map(({ number }) => String(number)))}`;

/**
 * Cycles that go on while their idea is put away; ideas under no driver, with the cycles that test them; drivers
 * without a measure. Finished cycles of an idea that was put away hang on it there.
 */
export function orphansOf(facts: OrphanFacts): Orphan[] {
  const placed = new Set(driversInOrder(facts.tree).flatMap(({ ideaIds }) => ideaIds));
  const cyclesOf = (ideaId: string) => facts.cycles.filter((cycle) => cycle.ideaId === ideaId);
  const ofIdeas = facts.ideas.flatMap(({ id, name, archivedAt }): Orphan[] => {
    const cycles = cyclesOf(id);
    if (archivedAt !== null) {
      const open = cycles.filter(({ isDone }) => !isDone);
      if (open.length === 0) return [];
      const goes = open.length === 1 ? 'goes on, but its idea' : 'go on, but their idea';
      return [
        {
          kind: 'cycle',
          ideaId: id,
          name,
          cycleIds: open.map((cycle) => cycle.id),
          sentence: `${numbered(open)} ${goes}, “${name}”, is put away.`,
        },
      ];
    }
    if (placed.has(id)) return [];
    const tested =
      cycles.length === 0
        ? ''
        : `: ${numbered(cycles)} ${cycles.length === 1 ? 'tests' : 'test'} something the theory does not hold`;
    return [
      {
        kind: 'idea',
        ideaId: id,
        name,
        cycleIds: cycles.map((cycle) => cycle.id),
        sentence: `“${name}” is under no driver${tested}.`,
      },
    ];
  });
  const names = new Map(facts.drivers.map(({ id, name }) => [id, name]));
  const ofDrivers = driversInOrder(facts.tree)
    .filter(({ id }) => !facts.measuredDriverIds.has(id) && !facts.unbelievedDriverIds.has(id))
    .map(({ id }): Orphan => {
      const name = names.get(id) ?? '';
      return {
        kind: 'driver',
        driverId: id,
        name,
        sentence: `“${name}” has no measure: nobody would see it move.`,
      };
    });
  return [
    ...ofIdeas.filter(({ kind }) => kind === 'cycle'),
    ...ofIdeas.filter(({ kind }) => kind === 'idea'),
    ...ofDrivers,
  ];
}

/** "3 cycles on 2 ramps". */
export function testedWords(cycles: number, ramps: number): string {
  if (cycles === 0) return '';
  return ramps > 1 ? `${plural(cycles, 'cycle')} on ${plural(ramps, 'ramp')}` : plural(cycles, 'cycle');
}

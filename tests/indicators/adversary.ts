import type { PlainTable } from './readings';

/*
 * The adversary. It sees what a reader sees, knows the rules, and shares no code with the masking: it tries every whole
 * number of people and of counted that each masked cell could be. More than any reader it is told which of the masked
 * groups are under the threshold, and whether the groups are everyone.
 */

interface Choice {
  people: number;
  counted: number;
}
/** Pairs that some cells can come to together: [people][counted]. */
type Reach = boolean[][];

const upTo = <Value>(most: number, of: (at: number) => Value) =>
  Array.from({ length: most + 1 }, (_, at) => of(at));

function reachOf(cells: readonly Choice[][], rest: Choice): Reach {
  const none = (): Reach => upTo(rest.people, () => upTo(rest.counted, () => false));
  let reach = none();
  (reach[0] as boolean[])[0] = true;
  for (const choices of cells) {
    const next = none();
    for (const [people, row] of reach.entries()) {
      for (const [counted, isReached] of row.entries()) {
        if (!isReached) continue;
        for (const one of choices) {
          const to = next[people + one.people];
          if (to && counted + one.counted <= rest.counted) to[counted + one.counted] = true;
        }
      }
    }
    reach = next;
  }
  return reach;
}

/** What the adversary can say of the masked groups of one date: too little choice is a cell recovered. */
export function recovered(real: PlainTable, seen: PlainTable, isOrdered: boolean): string[] {
  const { threshold } = real;
  if (!seen.total || seen.total.masked) return [];
  const sizes = new Map(real.groups.map(({ name, denominator }) => [name, denominator ?? 0]));
  const shown = seen.groups.filter((group) => !group.masked);
  const masked = seen.groups.filter((group) => group.masked).map(({ name }) => sizes.get(name) ?? 0);
  const rest = shown.reduce(
    (left, { numerator, denominator }) => ({
      people: left.people - (denominator ?? 0),
      counted: left.counted - (numerator ?? 0),
    }),
    { people: seen.total.denominator ?? 0, counted: seen.total.numerator ?? 0 },
  );
  const everyone = [...sizes.values()].reduce((a, b) => a + b, 0);
  // Groups that overlap say nothing about each other.
  if (everyone > (seen.total.denominator ?? 0)) return [];
  const isWhole = everyone === seen.total.denominator;
  const smallestShown = Math.min(...shown.map(({ denominator }) => denominator || Number.POSITIVE_INFINITY));
  const isSmallFirst = isOrdered && masked.every((size) => size <= smallestShown);
  const cells = masked.map((size): Choice[] => {
    const [low, high] =
      size < threshold ? [1, threshold - 1] : isSmallFirst ? [threshold, smallestShown] : [1, rest.people];
    return upTo(Math.min(high, rest.people), (people) => people)
      .filter((people) => people >= low)
      .flatMap((people) => upTo(Math.min(people, rest.counted), (counted) => ({ people, counted })));
  });
  return cells.flatMap((choices, index) => {
    const reach = reachOf(
      cells.filter((_, at) => at !== index),
      rest,
    );
    const fits = ({ people, counted }: Choice) => {
      const [peopleLeft, countedLeft] = [rest.people - people, rest.counted - counted];
      if (isWhole) return reach[peopleLeft]?.[countedLeft] === true;
      // Some belong to no group: they take what is left, and as many counted as not.
      return reach
        .slice(0, peopleLeft + 1)
        .some((row, others) =>
          row.some(
            (isReached, with_) =>
              isReached && with_ <= countedLeft && countedLeft - with_ <= peopleLeft - others,
          ),
        );
    };
    const possible = choices.filter(fits);
    const kinds = {
      people: new Set(possible.map(({ people }) => people)),
      counted: new Set(possible.map(({ counted }) => counted)),
      'not counted': new Set(possible.map(({ people, counted }) => people - counted)),
    };
    return Object.entries(kinds).flatMap(([kind, numbers]) =>
      numbers.size < 3 ? [`${kind} of group ${index} of ${masked.length}: ${[...numbers]}`] : [],
    );
  });
}

/** Masked cells that another date shows, of the same size: who takes it that nothing changed is right. */
export function carriedOver(real: readonly PlainTable[], seen: readonly PlainTable[]): string[] {
  const at = (tables: readonly PlainTable[], date: number, name: string) =>
    tables[date]?.groups.find((group) => group.name === name);
  return seen.flatMap((here, date) =>
    here.groups
      .filter((group) => group.masked)
      .flatMap(({ name }) =>
        seen.flatMap((_, other) => {
          const size = at(real, date, name)?.denominator;
          const isTold = other !== date && size && at(seen, other, name)?.denominator === size;
          return isTold ? [`${name} of date ${date} from ${other}`] : [];
        }),
      ),
  );
}

import type { Choices } from './choices';
import { plainName } from './dimension-names';
import { chosenAmong, groupKey, isWellKnown, type KeptSplit, mostGroups, saidAs } from './group-places';
import type { FileReading, PlacedName } from './import-reading';

/** So many names are asked about, first those that are no group here by their own name. */
const mostAsked = 100;

const isSameName = ({ name, place }: PlacedName) =>
  place.becomes === 'group' && plainName(place.group.name) === plainName(name);

/** What becomes of each group name of a file, as its page asks and says it. */
export function placesShown(choices: Choices, reading: FileReading, splits: readonly KeptSplit[]) {
  const placed = reading.placed.length > mostGroups ? [] : reading.placed;
  const chosen = chosenAmong(splits, choices);
  const asked =
    placed.length > mostAsked
      ? [...placed.filter((one) => !isSameName(one)), ...placed.filter(isSameName)].slice(0, mostAsked)
      : placed;
  const here = new Map((chosen?.groups ?? []).map((group) => [plainName(group.name), group.id]));
  const keys = new Set(placed.map(({ name }) => groupKey(name)));
  const idsHere = new Set(here.values());
  return {
    rows: asked.map(({ name, place }) => ({
      key: groupKey(name),
      name,
      becomes: saidAs(place),
      isNew: place.becomes === 'new',
      canBeNew: !here.has(plainName(name)),
      /** Whether groups of other splits are offered too. */
      isAnywhere: isWellKnown(name) || (place.becomes === 'group' && !idsHere.has(place.group.id)),
    })),
    /** Said of names that are not asked about now, such as those of the file before: they stay said. */
    absent: Object.entries(choices.groups)
      .filter(([key]) => !keys.has(key))
      .slice(0, mostAsked),
    unasked: placed.length - asked.length,
    split: chosen?.name ?? choices.newDimension,
    groups: (chosen?.groups ?? []).map(({ id, name }) => ({ id, name })),
    otherSplits: splits
      .filter((split) => split !== chosen && split.groups.length > 0)
      .map(({ name, groups }) => ({
        name,
        groups: groups.map((group) => ({ id: group.id, name: group.name })),
      })),
    news: placed.filter(({ place }) => place.becomes === 'new').map(({ name }) => name),
    /** A split that saving would make; empty where there is none. */
    newSplit: chosen ? '' : choices.newDimension,
    others: placed.flatMap((one) =>
      one.place.becomes === 'group' && !isSameName(one) ? [{ name: one.name, as: one.place.group.name }] : [],
    ),
    leftOut: placed.filter(({ place }) => place.becomes === 'out').map(({ name }) => name),
  };
}

export type PlacesShown = ReturnType<typeof placesShown>;

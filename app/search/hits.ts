import { type FoundKind, foundKinds, foundKindWords } from '#db/vocabulary';
import { paths } from '~/paths';

/** What of a found thing tells where it is. */
export interface Place {
  kind: FoundKind;
  id: string;
  teamId: string | null;
  team: string | null;
}

export function hrefOf({ kind, id, teamId }: Place): string {
  switch (kind) {
    case 'team':
      return paths.team(id);
    case 'practice':
      return paths.practice(id);
    case 'indicator':
      return paths.indicator(id);
    case 'cycle':
      return paths.cycle(teamId ?? '', id);
    case 'idea':
      return paths.idea(teamId ?? '', id);
    case 'measure':
      return paths.measure(teamId ?? '', id);
  }
}

/** Where it is, beyond what its group's title says; empty for what belongs to no team. */
export const whereOf = ({ kind, team }: Place): string => (kind === 'team' ? '' : (team ?? ''));

export interface Group<Hit> {
  kind: FoundKind;
  title: string;
  /** How many there are, shown or not. */
  count: number;
  hits: Hit[];
}

/** The hits by kind, in the order in which kinds are shown, each kind's best first. */
export function groupsOf<Hit extends { kind: FoundKind; ofKind: number }>(
  hits: readonly Hit[],
): Group<Hit>[] {
  return foundKinds.flatMap((kind) => {
    const own = hits.filter((hit) => hit.kind === kind);
    return own.length === 0
      ? []
      : [{ kind, title: foundKindWords[kind], count: own[0]?.ofKind ?? own.length, hits: own }];
  });
}

/** The kind that an address asks for, if it is one. */
export const kindAsked = (word: string | null): FoundKind | undefined =>
  foundKinds.find((kind) => kind === word);

import type { CommentedThing } from '#db/vocabulary';
import { paths } from '~/paths';

/** A thing that is talked about, as it is named on a page. */
export interface NamedThing {
  thing: CommentedThing;
  thingId: string;
  /** "Cycle 5: Text first, then call" */
  name: string;
  /** Null: it is the whole community's. */
  teamId: string | null;
  team: string | null;
}

export function placeOfThing({ thing, thingId, teamId }: Omit<NamedThing, 'name' | 'team'>): string {
  switch (thing) {
    case 'cycle':
      return paths.cycle(teamId ?? '', thingId);
    case 'measure':
      return paths.measure(teamId ?? '', thingId);
    case 'indicator':
      return paths.indicator(thingId);
    case 'practice':
      return paths.practice(thingId);
  }
}

/** The parts of a thing that a comment can stand beside. */
export const partsOf: Record<CommentedThing, Record<string, string>> = {
  cycle: { plan: 'Plan', do: 'Do', study: 'Study', act: 'Act' },
  measure: { chart: 'The chart', numbers: 'The numbers', definition: 'How we count it' },
  indicator: { numbers: 'The numbers', gap: 'The gap', definition: 'What is counted' },
  practice: { how: 'How it is done', evidence: 'What teams tried' },
};

/** The part that was asked for, where the thing has it. */
export const partAsked = (thing: CommentedThing, asked: string | null): string =>
  asked !== null && Object.hasOwn(partsOf[thing], asked) ? asked : '';

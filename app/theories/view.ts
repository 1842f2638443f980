import type { DiagramNode, DriverDiagramData } from '~/charts/driver-diagram-scene';
import { type IdeaState, ideaStates, ideaStateWords } from '~/charts/idea-glyph';
import type { Verdict } from '~/charts/mark';
import { listed, plural } from '~/ui/words';
import { type BeliefRow, newestBeliefs, unbelieved } from './belief';
import { type IdeaCycle, ideaStateOf } from './idea-state';
import { testedWords } from './orphans';
import { type DriverNode, type DriverRow, driversInOrder, type PlaceRow, treeOf } from './tree';

/* The theory as its page shows it, from rows and from what other rooms say of cycles and measures. */

export interface NamedDriver extends DriverRow {
  name: string;
  detail: string;
}

export interface TheoryIdea {
  id: string;
  name: string;
  practiceId: string | null;
  archivedAt: string | null;
}

export interface HungMeasure {
  id: string;
  measureId: string;
  driverId: string | null;
  ideaId: string | null;
}

export interface TheoryRows {
  drivers: NamedDriver[];
  places: PlaceRow[];
  ideas: TheoryIdea[];
  hung: HungMeasure[];
  /** Oldest first. */
  beliefs: BeliefRow[];
  /** Practice → the newest day on which another team began a test of it. */
  startedElsewhere: Map<string, string>;
}

/** What a measure's chart says, in a word. */
export interface MeasureSays {
  id: string;
  name: string;
  href: string;
  verdict: Verdict;
  word: string;
}

export interface ShownMeasure extends MeasureSays {
  /** Of the row that hangs it here. */
  hungId: string;
}

export interface TheoryCycle extends IdeaCycle {
  id: string;
  ideaId: string;
}

export interface ShownBelief {
  isBelieved: boolean;
  reason: string;
  at: string;
}

interface Part {
  id: string;
  name: string;
  isBelieved: boolean;
  belief: ShownBelief | null;
  measures: ShownMeasure[];
}

export interface ShownIdea extends Part {
  state: IdeaState;
  stateWords: string;
  cycles: number;
  ramps: number;
}

export interface ShownDriver extends Part {
  detail: string;
}

export interface TheoryView {
  aim: string;
  aimMeasures: ShownMeasure[];
  tree: DriverNode[];
  drivers: Record<string, ShownDriver>;
  /** Those that are not put away. */
  ideas: Record<string, ShownIdea>;
}

export function theoryView(
  rows: TheoryRows,
  aim: string,
  cycles: readonly TheoryCycle[],
  measures: readonly MeasureSays[],
  rampsOfIdea: ReadonlyMap<string, number>,
): TheoryView {
  const open = rows.ideas.filter(({ archivedAt }) => archivedAt === null);
  const tree = treeOf(rows.drivers, rows.places, new Set(open.map(({ id }) => id)));
  const newest = newestBeliefs(rows.beliefs);
  const gone = unbelieved(rows.beliefs);
  const saying = new Map(measures.map((one) => [one.id, one]));
  const hangs = (isHere: (row: HungMeasure) => boolean): ShownMeasure[] =>
    rows.hung.filter(isHere).flatMap((row) => {
      const says = saying.get(row.measureId);
      return says ? [{ ...says, hungId: row.id }] : [];
    });
  const part = (id: string, name: string, isHere: (row: HungMeasure) => boolean): Part => {
    const belief = newest.get(id);
    return {
      id,
      name,
      isBelieved: !gone.has(id),
      belief: belief ? { isBelieved: belief.isBelieved, reason: belief.reason, at: belief.at } : null,
      measures: hangs(isHere),
    };
  };
  return {
    aim,
    aimMeasures: hangs(({ driverId, ideaId }) => driverId === null && ideaId === null),
    tree,
    drivers: Object.fromEntries(
      rows.drivers.map(({ id, name, detail }) => [
        id,
        { ...part(id, name, ({ driverId }) => driverId === id), detail },
      ]),
    ),
    ideas: Object.fromEntries(
      open.map((idea) => {
        const own = cycles.filter(({ ideaId }) => ideaId === idea.id);
        return [
          idea.id,
          {
            ...part(idea.id, idea.name, ({ ideaId }) => ideaId === idea.id),
            ...stateInWords(idea, own, rows.startedElsewhere, rampsOfIdea.get(idea.id) ?? 0),
          },
        ];
      }),
    ),
  };
}

/** Where an idea stands: its state, and "Testing, 3 cycles on 2 ramps". */
export function stateInWords(
  { practiceId }: Pick<TheoryIdea, 'practiceId'>,
  cycles: readonly TheoryCycle[],
  startedElsewhere: ReadonlyMap<string, string>,
  ramps: number,
): Pick<ShownIdea, 'state' | 'stateWords' | 'cycles' | 'ramps'> {
  const state = ideaStateOf(cycles, (practiceId && startedElsewhere.get(practiceId)) || null);
  const tested = testedWords(cycles.length, ramps);
  const stateWords = [ideaStateWords[state], tested].filter(Boolean).join(', ');
  return { state, stateWords, cycles: cycles.length, ramps };
}

/** The ideas that stand under some driver, each once, in the order of the outline. */
export const ideasInTheory = ({ tree }: Pick<TheoryView, 'tree'>): string[] => [
  ...new Set(driversInOrder(tree).flatMap(({ ideaIds }) => ideaIds)),
];

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const counted = (count: number, one: string) =>
  plural(count, one).replace(/^\d+/, (digits) => numbers[Number(digits)] ?? digits);

const sentenceCase = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/**
 * What the diagram shows, as a person would say it: "Two primary drivers, three secondary drivers and four change
 * ideas: one adopted, three testing. We stopped believing one of them."
 */
export function theorySentence(view: TheoryView): string {
  const all = driversInOrder(view.tree);
  const ideas = ideasInTheory(view).flatMap((id) => view.ideas[id] ?? []);
  if (all.length === 0) return 'No drivers yet.';
  const secondary = all.filter(({ parentId }) => parentId !== null).length;
  const parts = [
    counted(view.tree.length, 'primary driver'),
    ...(secondary > 0 ? [counted(secondary, 'secondary driver')] : []),
    counted(ideas.length, 'change idea'),
  ];
  const states = ideaStates.flatMap((state) => {
    const count = ideas.filter((idea) => idea.state === state).length;
    return count === 0 ? [] : [`${numbers[count] ?? count} ${ideaStateWords[state].toLowerCase()}`];
  });
  const gone = [...all.flatMap(({ id }) => view.drivers[id] ?? []), ...ideas].filter(
    (one) => !one.isBelieved,
  );
  const text = `${listed(parts)}${states.length > 0 ? `: ${listed(states)}` : ''}.`;
  const stopped =
    gone.length > 0 ? ` We stopped believing ${numbers[gone.length] ?? gone.length} of them.` : '';
  const apart = Object.keys(view.ideas).length - ideas.length;
  const beside =
    apart > 0
      ? ` ${sentenceCase(counted(apart, 'more change idea'))} ${apart === 1 ? 'is' : 'are'} under no driver.`
      : '';
  return `${sentenceCase(text)}${beside}${stopped}`;
}

const noteOf = ({ name, word }: MeasureSays) => `${name}: ${word.charAt(0).toLowerCase()}${word.slice(1)}`;

const nodeOf = ({ id, name, isBelieved, measures }: Part): DiagramNode => ({
  id,
  name,
  isBelieved,
  notes: measures.map(noteOf),
});

export function diagramOf(view: TheoryView): DriverDiagramData {
  const all = driversInOrder(view.tree);
  return {
    aim: {
      id: 'aim',
      name: view.aim || 'The aim is not written yet.',
      isBelieved: true,
      notes: view.aimMeasures.map(noteOf),
    },
    drivers: all.flatMap(({ id, parentId }) => {
      const driver = view.drivers[id];
      return driver ? [{ ...nodeOf(driver), parentId }] : [];
    }),
    ideas: ideasInTheory(view).flatMap((id) => {
      const idea = view.ideas[id];
      if (!idea) return [];
      const driverIds = all.filter(({ ideaIds }) => ideaIds.includes(id)).map((driver) => driver.id);
      return [{ ...nodeOf(idea), driverIds, state: idea.state, stateText: idea.stateWords }];
    }),
  };
}

export interface BriefDriver {
  id: string;
  name: string;
  isBelieved: boolean;
  ideas: { id: string; name: string; state: IdeaState; word: string }[];
}

/** The primary drivers, each with all ideas under it or under its secondary drivers, once. */
export function briefDrivers(view: TheoryView): BriefDriver[] {
  return view.tree.map((primary) => {
    const { name = '', isBelieved = true } = view.drivers[primary.id] ?? {};
    const ids = new Set(driversInOrder([primary]).flatMap(({ ideaIds }) => ideaIds));
    const ideas = [...ids].flatMap((id) => view.ideas[id] ?? []);
    return {
      id: primary.id,
      name,
      isBelieved,
      ideas: ideas.map((idea) => ({
        id: idea.id,
        name: idea.name,
        state: idea.state,
        word: ideaStateWords[idea.state].toLowerCase(),
      })),
    };
  });
}

import { z } from 'zod';
import { choice, id, line, optionalId, optionalLine, optionalText, text } from '~/http/fields';
import { moves } from './moves';

const ideaName = line('Say in one line what you will try.', 160);
const driverName = line('Say in one line what has to change.', 160);

export const ideaForm = z.object({
  name: ideaName,
  adaptation: optionalText(2000),
  context: optionalText(2000),
  practiceId: optionalId(),
});
export type IdeaFields = z.output<typeof ideaForm>;

export const driverForm = z.object({ name: driverName, detail: optionalText(2000) });
export type DriverFields = z.output<typeof driverForm>;

export const newDriverForm = z.object({ name: driverName, parentId: optionalId(), afterId: optionalId() });
export type NewDriverFields = z.output<typeof newDriverForm>;

/** An idea the team has, or a new one, under a driver. */
export const placeForm = z
  .object({
    driverId: id('Choose a driver.'),
    ideaId: optionalId(),
    newIdea: optionalLine(160),
    afterId: optionalId(),
  })
  .refine(({ ideaId, newIdea }) => ideaId !== null || newIdea !== '', {
    path: ['newIdea'],
    message: 'Choose one of your ideas, or name a new one.',
  });
export type PlaceFields = z.output<typeof placeForm>;

/** A line that is written in the outline: its name is a driver's, or a new or known idea's. */
export const newLineForm = z.object({
  kind: choice(['primary', 'secondary', 'idea'], 'Choose what it is.'),
  name: line('Write a name first.', 160),
  underId: optionalId(),
  afterId: optionalId(),
});
export type NewLineFields = z.output<typeof newLineForm>;

/** A line that is named anew. `was` is the name it had when the page was read. */
export const nameForm = z
  .object({
    driverId: optionalId(),
    ideaId: optionalId(),
    name: line('A line needs a name. To take it off, put it away.', 160),
    was: optionalLine(200),
  })
  .refine(({ driverId, ideaId }) => (driverId === null) !== (ideaId === null), {
    path: ['driverId'],
    message: 'Choose a line.',
  });
export type NameFields = z.output<typeof nameForm>;

export const moveForm = z.object({
  driverId: id('Choose a line.'),
  ideaId: optionalId(),
  move: choice(moves, 'Choose where it goes.'),
});
export type MoveFields = z.output<typeof moveForm>;

/** Null: under the aim. */
export const underForm = z.object({ parentId: optionalId() });
export const driverOfIdeaForm = z.object({ driverId: id('Choose a driver.') });

/** Neither a driver nor an idea: it hangs on the aim. */
export const hangForm = z
  .object({ measureId: id('Choose a measure.'), driverId: optionalId(), ideaId: optionalId() })
  .refine(({ driverId, ideaId }) => driverId === null || ideaId === null, {
    path: ['driverId'],
    message: 'Choose one place for it.',
  });
export type HangFields = z.output<typeof hangForm>;
export const takeOffForm = z.object({ hungId: id('Choose a measure.') });

export const beliefForm = z.object({
  isBelieved: choice(['yes', 'no'], 'Say if you believe it.').transform((word) => word === 'yes'),
  reason: text('Say why, in a sentence.', 2000),
  cycleIds: z
    .union([z.array(id('Choose cycles of your team.')), id('Choose cycles of your team.')])
    .optional()
    .transform((ids) => (ids === undefined ? [] : [ids].flat())),
});
export type BeliefFields = z.output<typeof beliefForm>;

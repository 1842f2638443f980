import type { FormAnswer } from '~/http/form.server';

/** What every form of a phase is drawn from. */
export interface SheetProps<Values> {
  answer: FormAnswer | undefined;
  values: Values;
  /** Where it is sent by its button. */
  action: string;
  /** The beginning of the ids of rows that are added. */
  fresh: string;
}

/** What a form was drawn with, which a refused form brings back as it was sent. */
export const drawnIn = (initial: unknown) => (typeof initial === 'string' ? initial : '');

/** The id of a row that was added on the page: its fields are saved one by one from the first on. */
export const rowId = (fresh: string, position: number) => `${fresh}_${position}`;

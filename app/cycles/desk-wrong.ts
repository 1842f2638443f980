import type { FieldAnswer } from './field-answers';
import { isUnnamed, rowOfField } from './sheet-fields';

/* What is wrong with the fields of the worksheet while somebody writes, and when it is told. */

export interface Wrong {
  sentence: string;
  /** Nobody wrote there yet: it is told once the row is left. */
  isMissing: boolean;
}
export type WrongFields = Readonly<Record<string, Wrong>>;

const noMeasure: Wrong = { sentence: 'Choose the measure this is about.', isMissing: true };

/** With what an answer of the server says of the fields it was sent, and of their rows. */
export function afterSaving(
  before: WrongFields,
  answers: readonly FieldAnswer[],
  sent: ReadonlySet<string>,
): WrongFields {
  const rows = new Set([...sent].flatMap((field) => rowOfField(field) ?? []));
  const isAnew = (field: string) => sent.has(field) || rows.has(rowOfField(field) ?? '');
  const kept = Object.entries(before).filter(([field]) => !isAnew(field));
  const said = answers.flatMap((answer): [string, Wrong][] =>
    answer.state === 'wrong'
      ? [[answer.field, { sentence: answer.sentence, isMissing: !sent.has(answer.field) }]]
      : [],
  );
  return Object.fromEntries([...kept, ...said]);
}

/** Without what is mended by being taken back, and with the rows that have no name yet. */
export function stillWrong(before: WrongFields, typed: ReadonlyMap<string, string>): WrongFields {
  const fields = [...typed.keys()];
  const rows = new Set(fields.flatMap((field) => rowOfField(field) ?? []));
  const kept = Object.entries(before).filter(
    ([field]) => !isUnnamed(field) && (typed.has(field) || rows.has(rowOfField(field) ?? '')),
  );
  const unnamed = new Set(fields.filter(isUnnamed).map((field) => `${rowOfField(field)}.measureId`));
  const next = Object.fromEntries([...kept, ...[...unnamed].map((field) => [field, noMeasure] as const)]);
  const isSame = Object.keys(next).length === Object.keys(before).length;
  return isSame && Object.keys(next).every((field) => before[field]) ? before : next;
}

/** The sentences that are shown: what is missing in the row that is being written waits until it is left. */
export const shownWrong = (wrong: WrongFields, rowInHand: string | null): Record<string, string> =>
  Object.fromEntries(
    Object.entries(wrong)
      .filter(
        ([field, { isMissing }]) => !(isMissing && rowInHand !== null && rowOfField(field) === rowInHand),
      )
      .map(([field, { sentence }]) => [field, sentence]),
  );

/** Of what could not be saved, so many sentences are shown. */
export function keptWords(count: number): string {
  if (count === 0) return 'Kept on this device until this row is whole';
  return `Kept on this device: ${count === 1 ? 'one answer needs' : `${count} answers need`} a look`;
}

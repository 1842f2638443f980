import type { FieldMetadata } from '@conform-to/react';
import type { ComponentPropsWithoutRef, ReactNode } from 'react';

/** One row of a list in a form. */
// biome-ignore lint/suspicious/noExplicitAny: conform's metadata types are invariant in the form's shape.
export type RowField<Values extends object> = FieldMetadata<Values, any, string[]>;

/** Several rows of one kind under one question, and the button that adds another. */
export function RowList({
  title,
  hint,
  add,
  addWords,
  children,
}: {
  title: string;
  hint?: string;
  /** What makes a button add a row; null where none can be added. */
  add: ComponentPropsWithoutRef<'button'> | null;
  addWords: string;
  children: ReactNode;
}) {
  return (
    <fieldset className="stack-l">
      <legend className="lab0">{title}</legend>
      {hint ? <p className="hint">{hint}</p> : null}
      {children}
      {add ? (
        <div className="btns">
          <button {...add} className="btn text">
            {addWords}
          </button>
        </div>
      ) : null}
    </fieldset>
  );
}

import { getInputProps } from '@conform-to/react';
import { TextField } from '~/ui/form-fields';
import { idOf } from './note-row';
import type { RowField } from './row-list';
import { SavedField } from './saved-field';

export interface CountValues {
  id?: string;
  group?: string;
  identified?: number | null;
  reached?: number | null;
  completed?: number | null;
}

/** A group of the working list, as three counts. The first row is everyone. */
export function CountRow({ item, position }: { item: RowField<CountValues>; position: number }) {
  const fields = item.getFieldset();
  const { key, ...id } = getInputProps(fields.id, { type: 'hidden' });
  const at = `counts.${idOf(fields.id.initialValue)}`;
  const isEveryone = position === 0 && idOf(fields.group.initialValue) === '';
  const group = getInputProps(fields.group, { type: 'hidden' });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a second legend to say the same.
    <div role="group" aria-label={isEveryone ? 'Everyone' : `Group ${position}`} className="count-row">
      <input key={key} {...id} />
      {isEveryone ? (
        <div className="field">
          <input {...{ ...group, key: undefined }} />
          <p className="lab">Everyone</p>
        </div>
      ) : (
        <SavedField at={`${at}.group`}>
          <TextField field={fields.group} label={`Group ${position}`} />
        </SavedField>
      )}
      <SavedField at={`${at}.identified`}>
        <TextField field={fields.identified} label="Identified" inputMode="numeric" short />
      </SavedField>
      <SavedField at={`${at}.reached`}>
        <TextField field={fields.reached} label="Reached" inputMode="numeric" short />
      </SavedField>
      <SavedField at={`${at}.completed`}>
        <TextField field={fields.completed} label="Completed" inputMode="numeric" short />
      </SavedField>
    </div>
  );
}

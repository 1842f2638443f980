import { getInputProps } from '@conform-to/react';
import { TextField } from '~/ui/form-fields';
import { idOf } from './note-row';
import type { RowField } from './row-list';
import { SavedField } from './saved-field';

export interface TaskValues {
  id?: string;
  what?: string;
  who?: string;
  place?: string;
  dueOn?: string | null;
}

/** One task: what, who, where, when. */
export function TaskRow({ item, position }: { item: RowField<TaskValues>; position: number }) {
  const fields = item.getFieldset();
  const { key, ...id } = getInputProps(fields.id, { type: 'hidden' });
  const at = `tasks.${idOf(fields.id.initialValue)}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a second legend to say the same.
    <div role="group" aria-label={`Task ${position + 1}`} className="stack-s">
      <input key={key} {...id} />
      <SavedField at={`${at}.what`}>
        <TextField field={fields.what} label={`Task ${position + 1}: what?`} />
      </SavedField>
      <div className="inline top">
        <SavedField at={`${at}.who`}>
          <TextField field={fields.who} label="Who?" />
        </SavedField>
        <SavedField at={`${at}.place`}>
          <TextField field={fields.place} label="Where?" />
        </SavedField>
        <SavedField at={`${at}.dueOn`}>
          <TextField field={fields.dueOn} type="date" label="By when?" />
        </SavedField>
      </div>
    </div>
  );
}

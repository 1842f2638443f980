import { getInputProps } from '@conform-to/react';
import { TextArea, TextField } from '~/ui/form-fields';
import type { RowField } from './row-list';
import { SavedField } from './saved-field';

export interface NoteValues {
  id?: string;
  onDate?: string | null;
  text?: string;
}

/** What somebody saw on a day of Do. */
export function NoteRow({ item, position }: { item: RowField<NoteValues>; position: number }) {
  const fields = item.getFieldset();
  const { key, ...id } = getInputProps(fields.id, { type: 'hidden' });
  const at = `notes.${idOf(fields.id.initialValue)}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a second legend to say the same.
    <div role="group" aria-label={`Note ${position + 1}`} className="note-row">
      <input key={key} {...id} />
      <SavedField at={`${at}.onDate`}>
        <TextField field={fields.onDate} type="date" label={`Day of note ${position + 1}`} />
      </SavedField>
      <SavedField at={`${at}.text`}>
        <TextArea field={fields.text} label={`Note ${position + 1}`} rows={2} />
      </SavedField>
    </div>
  );
}

export const idOf = (initial: unknown) => (typeof initial === 'string' ? initial : '');

import { getInputProps } from '@conform-to/react';
import { TextArea, TextField } from '~/ui/form-fields';
import { idOf } from './note-row';
import type { RowField } from './row-list';
import { SavedField } from './saved-field';

export interface QuestionValues {
  id?: string;
  question?: string;
  prediction?: string;
  chancePercent?: number | null;
}

/** A question with the answer the team predicts. */
export function QuestionRow({ item, position }: { item: RowField<QuestionValues>; position: number }) {
  const fields = item.getFieldset();
  const { key, ...id } = getInputProps(fields.id, { type: 'hidden' });
  const at = `questions.${idOf(fields.id.initialValue)}`;
  return (
    <div className="stack-s">
      <input key={key} {...id} />
      <SavedField at={`${at}.question`}>
        <TextArea field={fields.question} label={`Question ${position + 1}`} rows={2} />
      </SavedField>
      <SavedField at={`${at}.prediction`}>
        <TextArea field={fields.prediction} label="What do you think will happen?" rows={2} />
      </SavedField>
      <SavedField at={`${at}.chancePercent`}>
        <TextField
          field={fields.chancePercent}
          label="Yes or no? How sure are you of yes, in percent?"
          inputMode="decimal"
        />
      </SavedField>
    </div>
  );
}

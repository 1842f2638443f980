import { getInputProps } from '@conform-to/react';
import { TextArea, TextField } from '~/ui/form-fields';
import type { RowField } from './row-list';

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
  return (
    <div className="stack-s">
      <input key={key} {...id} />
      <TextArea field={fields.question} label={`Question ${position + 1}`} rows={2} />
      <TextArea field={fields.prediction} label="What do you think will happen?" rows={2} />
      <TextField
        field={fields.chancePercent}
        label="Yes or no? How sure are you of yes, in percent?"
        inputMode="decimal"
      />
    </div>
  );
}

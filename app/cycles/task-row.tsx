import { getInputProps } from '@conform-to/react';
import { TextField } from '~/ui/form-fields';
import type { RowField } from './row-list';

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
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a second legend to say the same.
    <div role="group" aria-label={`Task ${position + 1}`} className="stack-s">
      <input key={key} {...id} />
      <TextField field={fields.what} label={`Task ${position + 1}: what?`} />
      <div className="inline">
        <TextField field={fields.who} label="Who?" />
        <TextField field={fields.place} label="Where?" />
        <TextField field={fields.dueOn} type="date" label="By when?" />
      </div>
    </div>
  );
}

import { useForm } from '@conform-to/react';
import type { FormAnswer } from '~/http/form.server';
import { CheckField, Sheet, SubmitButton } from '~/ui/form';
import { plural } from '~/ui/words';
import type { ImportCounts } from './import-changes';

interface Values {
  choices?: string;
  withoutRefused?: boolean;
}

/** Saves just what was looked at: the choices of the page, not the numbers on it, are sent. */
export function SaveSheet({
  answer,
  choices,
  counts,
  refused,
}: {
  answer: FormAnswer | undefined;
  choices: string;
  counts: ImportCounts;
  refused: number;
}) {
  const [form, fields] = useForm<Values>({ id: 'save', lastResult: answer });
  const { suppressed } = counts;
  const values = counts.added + counts.changed + counts.unchanged - suppressed;
  const what = values > 0 ? plural(values, 'value') : plural(suppressed, 'suppressed cell');
  return (
    <Sheet form={form}>
      <input type="hidden" name="choices" value={choices} />
      {refused > 0 ? <CheckField field={fields.withoutRefused} label="Save the rest without them" /> : null}
      <div className="btns">
        <SubmitButton>Save {what}</SubmitButton>
        {values > 0 && suppressed > 0 ? (
          <p className="hint">And {plural(suppressed, 'suppressed cell')}, kept as suppressed.</p>
        ) : null}
      </div>
    </Sheet>
  );
}

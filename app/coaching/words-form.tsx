import { useForm } from '@conform-to/react';
import type { ReactNode } from 'react';
import type { FormAnswer } from '~/http/form.server';
import { TextArea } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';

/** A form of a few words and one button. `name` is the field's: "text", or "words" of what is asked. */
export function WordsForm({
  answer,
  name = 'text',
  label,
  hint,
  button,
  formKey,
  rows = 4,
}: {
  answer: FormAnswer | undefined;
  name?: 'text' | 'words';
  label: string;
  hint?: ReactNode;
  button: string;
  formKey?: string;
  rows?: number;
}) {
  const [form, fields] = useForm<{ text: string; words: string }>({ id: 'words', lastResult: answer });
  return (
    <Sheet form={form} holdsWords>
      {formKey ? <input type="hidden" name="formKey" value={formKey} /> : null}
      <TextArea field={fields[name]} label={label} hint={hint} rows={rows} />
      <div className="btns">
        <SubmitButton>{button}</SubmitButton>
      </div>
    </Sheet>
  );
}

import { useForm } from '@conform-to/react';
import type { FormAnswer } from '~/http/form.server';
import { type Option, SelectField, TextArea, TextField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';

export interface PracticeValues {
  name?: string;
  description?: string;
  steps?: string;
  forWhom?: string;
  source?: string;
  ownerId?: string | null;
}

/** The questions about a practice, for adding and for rewriting one. */
export function PracticeSheet({
  answer,
  formKey,
  values,
  owners,
  saveWords,
}: {
  answer: FormAnswer | undefined;
  /** Of a form that makes something new. */
  formKey?: string;
  values?: PracticeValues;
  owners: Option[];
  saveWords: string;
}) {
  const [form, fields] = useForm<PracticeValues>({
    id: 'practice',
    lastResult: answer,
    defaultValue: values,
  });
  return (
    <Sheet form={form}>
      {formKey ? <input type="hidden" name="formKey" value={formKey} autoComplete="off" /> : null}
      <TextField field={fields.name} label="What is it called?" />
      <TextArea field={fields.description} label="What is it?" hint="A sentence or two." rows={3} />
      <TextArea field={fields.steps} label="How is it done, step by step?" rows={5} />
      <TextField field={fields.forWhom} label="Who is it for?" />
      <TextArea
        field={fields.source}
        label="Where does it come from?"
        hint="A team here, research, or families."
        rows={2}
      />
      <SelectField field={fields.ownerId} label="Who looks after it?" options={owners} empty="Nobody yet" />
      <div className="btns">
        <SubmitButton>{saveWords}</SubmitButton>
      </div>
    </Sheet>
  );
}

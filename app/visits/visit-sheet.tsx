import { useForm } from '@conform-to/react';
import type { FormAnswer } from '~/http/form.server';
import { RadioField, TextArea, TextField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';
import { ShownBefore } from '~/ui/shown-before';

export interface VisitValues {
  onDate?: string;
  text?: string;
  isShared?: 'yes' | 'no';
}

const readers = [
  { value: 'no', label: 'The coaches of this team alone' },
  { value: 'yes', label: 'The team, and everybody in the community' },
];

/** What a coach saw on a visit, and who may read it. */
export function VisitSheet({
  answer,
  values,
  formKey,
}: {
  answer: FormAnswer | undefined;
  values: VisitValues;
  formKey?: string;
}) {
  const [form, fields] = useForm<VisitValues>({ id: 'visit', lastResult: answer, defaultValue: values });
  return (
    <Sheet form={form} holdsWords>
      {formKey ? (
        <input type="hidden" name="formKey" value={formKey} autoComplete="off" />
      ) : (
        <ShownBefore answer={answer} values={{ ...values, isShared: values.isShared === 'yes' }} />
      )}
      <TextField field={fields.onDate} label="On which day?" type="date" />
      <TextArea
        field={fields.text}
        label="What did you see, and what did you agree on?"
        hint="No names of students or families."
        rows={8}
      />
      <RadioField field={fields.isShared} label="Who may read it?" options={readers} />
      <div className="btns">
        <SubmitButton>Save the note</SubmitButton>
      </div>
    </Sheet>
  );
}

import { useForm } from '@conform-to/react';
import type { FormAnswer } from '~/http/form.server';
import { type Option, SelectField, TextArea } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';

/** Into which practice this one goes, and how somebody knows that they are the same. */
export function MergeSheet({ answer, practices }: { answer: FormAnswer | undefined; practices: Option[] }) {
  const [form, fields] = useForm<{ intoId?: string; reason?: string }>({ id: 'merge', lastResult: answer });
  return (
    <Sheet form={form} holdsWords>
      <SelectField
        field={fields.intoId}
        label="Which practice stays?"
        options={practices}
        empty="Choose a practice"
      />
      <TextArea
        field={fields.reason}
        label="How do you know they are the same?"
        hint="It is kept in the history of both."
        rows={3}
      />
      <div className="btns">
        <SubmitButton kind="danger">Merge them</SubmitButton>
      </div>
    </Sheet>
  );
}

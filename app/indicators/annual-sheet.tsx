import { useForm } from '@conform-to/react';
import type { FormAnswer } from '~/http/form.server';
import { TextField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';

/** What a snapshot of the annual figures is for. */
export function FreezeSheet({ answer, formKey }: { answer: FormAnswer | undefined; formKey: string }) {
  const [form, fields] = useForm<{ label?: string }>({ id: 'freeze-form', lastResult: answer });
  return (
    <Sheet form={form}>
      <input type="hidden" name="formKey" value={formKey} autoComplete="off" />
      <TextField
        field={fields.label}
        label="What do you keep them for?"
        hint="Such as “Handed in to the network, fall 2026”."
      />
      <div className="btns">
        <SubmitButton kind="line">Keep the figures as they are today</SubmitButton>
      </div>
    </Sheet>
  );
}

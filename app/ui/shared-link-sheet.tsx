import { useForm } from '@conform-to/react';
import type { FormAnswer } from '~/http/form.server';
import { TextField } from './form-fields';
import { Sheet, SubmitButton } from './sheet';

/** Whom a shared link is for, and how long it works. */
export function SharedLinkSheet({ answer, formKey }: { answer: FormAnswer | undefined; formKey: string }) {
  const [form, fields] = useForm<{ label?: string; untilOn?: string }>({
    id: 'chart-link-form',
    lastResult: answer,
  });
  return (
    <Sheet form={form}>
      <input type="hidden" name="formKey" value={formKey} autoComplete="off" />
      <TextField
        field={fields.label}
        label="Whom is the link for?"
        hint="Such as “the school board” or “our web page”. Only your community sees this."
      />
      <TextField
        field={fields.untilOn}
        label="Until which day should it work?"
        hint="Empty: until somebody takes it back."
        type="date"
        short
      />
      <div className="btns">
        <SubmitButton>Make a link</SubmitButton>
      </div>
    </Sheet>
  );
}

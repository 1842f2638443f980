import { useForm } from '@conform-to/react';
import type { FormAnswer } from '~/http/form.server';
import { type Option, SelectField, TextField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';

/** Through which number the median, or the mean, is held still; and why. */
export function BaselineSheet({
  answer,
  options,
  chosen,
}: {
  answer: FormAnswer | undefined;
  options: readonly Option[];
  chosen: { throughOn: string; reason: string } | null;
}) {
  const [form, fields] = useForm<{ throughOn: string; reason: string }>({
    id: 'baseline-form',
    lastResult: answer,
    defaultValue: { throughOn: chosen?.throughOn ?? options[0]?.value, reason: chosen?.reason ?? '' },
  });
  return (
    <Sheet form={form}>
      <SelectField
        field={fields.throughOn}
        label="Through which number does the baseline run?"
        hint="It begins with the first number."
        options={options}
      />
      <TextField
        field={fields.reason}
        label="Why this one?"
        hint="Such as: the last week before we began to text. It stands under the chart with your name."
      />
      <div className="btns">
        <SubmitButton>Set the baseline</SubmitButton>
      </div>
    </Sheet>
  );
}

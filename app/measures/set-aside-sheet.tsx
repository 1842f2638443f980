import { useForm } from '@conform-to/react';
import type { FormAnswer } from '~/http/form.server';
import { type Option, SelectField, TextField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';

/** Which number does not count; and why. */
export function SetAsideSheet({
  answer,
  options,
  pointId,
}: {
  answer: FormAnswer | undefined;
  options: readonly Option[];
  pointId: string;
}) {
  const [form, fields] = useForm<{ pointId: string; reason: string }>({
    id: 'set-aside-form',
    lastResult: answer,
    defaultValue: { pointId, reason: '' },
  });
  return (
    <Sheet form={form}>
      <SelectField
        field={fields.pointId}
        label="Which number does not count?"
        options={options}
        empty="Choose one"
      />
      <TextField
        field={fields.reason}
        label="Why not?"
        hint="Such as: snow closed the schools for four days. It stands under the chart with your name."
      />
      <div className="btns">
        <SubmitButton>Set it aside</SubmitButton>
      </div>
    </Sheet>
  );
}

import { useForm } from '@conform-to/react';
import type { FormAnswer } from '~/http/form.server';
import { type Option, SelectField, TextField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';

/** With which number a new phase begins; and why. */
export function PhaseSheet({
  answer,
  options,
  from,
}: {
  answer: FormAnswer | undefined;
  options: readonly Option[];
  from: string;
}) {
  const [form, fields] = useForm<{ fromOn: string; reason: string }>({
    id: 'phase-form',
    lastResult: answer,
    defaultValue: { fromOn: from, reason: '' },
  });
  return (
    <Sheet form={form}>
      <SelectField
        field={fields.fromOn}
        label="With which number does it begin?"
        options={options}
        empty="Choose one"
      />
      <TextField
        field={fields.reason}
        label="What changed, and will it stay?"
        hint="Such as: all homerooms text since October 12. It stands under the chart with your name."
      />
      <div className="btns">
        <SubmitButton>Start the phase</SubmitButton>
      </div>
    </Sheet>
  );
}

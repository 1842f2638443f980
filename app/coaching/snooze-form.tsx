import { useForm } from '@conform-to/react';
import type { FormAnswer } from '~/http/form.server';
import { TextField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';

export function SnoozeForm({
  answer,
  line,
  untilOn,
}: {
  answer: FormAnswer | undefined;
  line: string;
  /** A day to begin with. */
  untilOn: string;
}) {
  const [form, fields] = useForm<{ untilOn: string; reason: string }>({
    id: 'snooze',
    lastResult: answer,
    defaultValue: { untilOn },
  });
  return (
    <Sheet form={form}>
      <input type="hidden" name="line" value={line} />
      <TextField field={fields.untilOn} type="date" label="See it again on" />
      <TextField field={fields.reason} label="Why it can wait" hint="You read this again on that day." />
      <div className="btns">
        <SubmitButton>Set it aside</SubmitButton>
      </div>
    </Sheet>
  );
}

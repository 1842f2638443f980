import { useForm } from '@conform-to/react';
import type { Theme } from '#db/vocabulary';
import type { FormAnswer } from '~/http/form.server';
import { RadioField, TextField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';

const themeOptions: { value: Theme; label: string }[] = [
  { value: 'device', label: 'As my device is set' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

/** One's own name and how the pages look. */
export function AccountSheet({
  answer,
  values,
}: {
  answer: FormAnswer | undefined;
  values: { name: string; theme: Theme };
}) {
  const [form, fields] = useForm<{ name: string; theme: Theme }>({
    id: 'account',
    lastResult: answer,
    defaultValue: values,
  });
  return (
    <Sheet form={form}>
      <TextField field={fields.name} label="What is your name?" autoComplete="name" />
      <RadioField field={fields.theme} label="How should Upcurve look?" options={themeOptions} />
      <div className="btns">
        <SubmitButton>Save</SubmitButton>
      </div>
    </Sheet>
  );
}

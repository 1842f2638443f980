import { useForm } from '@conform-to/react';
import { linkSigns, linkSignWords } from '#db/vocabulary';
import type { FormAnswer } from '~/http/form.server';
import { type Option, RadioField, SelectField, TextField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';

const signs: Option[] = linkSigns.map((value) => ({ value, label: linkSignWords[value] }));

/** Which indicator a measure feeds, which way, and how soon. */
export function LinkSheet({ answer, indicators }: { answer: FormAnswer | undefined; indicators: Option[] }) {
  const [form, fields] = useForm<{ indicatorId?: string; sign?: string; lag?: string }>({
    id: 'link-form',
    lastResult: answer,
    defaultValue: { sign: 'same', lag: '0' },
  });
  return (
    <Sheet form={form}>
      <SelectField
        field={fields.indicatorId}
        label="Which indicator does it feed?"
        options={indicators}
        empty="Choose an indicator"
      />
      <RadioField field={fields.sign} label="What do you expect?" options={signs} />
      <TextField
        field={fields.lag}
        label="How many years until it shows?"
        hint="In periods of the indicator. 0 is the same year."
        inputMode="numeric"
        short
      />
      <div className="btns">
        <SubmitButton>Link it</SubmitButton>
      </div>
    </Sheet>
  );
}

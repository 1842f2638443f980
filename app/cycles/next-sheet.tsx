import { useForm } from '@conform-to/react';
import { scales, scaleWords } from '#db/vocabulary';
import type { FormAnswer } from '~/http/form.server';
import { RadioField, TextField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';

export interface NextValues {
  scale?: string;
  startsOn?: string;
  startsBranch?: string;
}

/** Three questions start the cycle that follows: how big, when, and where it stands on the ramp. */
export function NextSheet({
  answer,
  formKey,
  values,
}: {
  answer: FormAnswer | undefined;
  formKey: string;
  values: NextValues;
}) {
  const [form, fields] = useForm<NextValues>({ id: 'next', lastResult: answer, defaultValue: values });
  return (
    <Sheet form={form}>
      <input type="hidden" name="formKey" value={formKey} autoComplete="off" />
      <RadioField
        field={fields.scale}
        label="How big will the next cycle be?"
        hint="Staying at this step is fine. Climb when the result holds for every group."
        options={scales.map((scale) => ({ value: scale, label: scaleWords[scale] }))}
      />
      <TextField field={fields.startsOn} type="date" label="When does it start?" />
      <RadioField
        field={fields.startsBranch}
        label="Where does it stand?"
        hint="A branch tries something else beside this ramp, and the ramp can go on without it."
        options={[
          { value: 'no', label: 'The next step of this ramp' },
          { value: 'yes', label: 'A new branch of this ramp' },
        ]}
      />
      <div className="btns">
        <SubmitButton>Start the next cycle</SubmitButton>
      </div>
    </Sheet>
  );
}

import { useForm } from '@conform-to/react';
import type { FormAnswer } from '~/http/form.server';
import { SelectField, TextField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';
import { sectorOptions } from './sector-words';

export function PartnerSheet({ answer }: { answer: FormAnswer | undefined }) {
  const [form, fields] = useForm<{ name: string; sector: string }>({ id: 'partner', lastResult: answer });
  return (
    <Sheet form={form}>
      <input type="hidden" name="deed" value="add" />
      <TextField field={fields.name} label="What is it called?" />
      <SelectField
        field={fields.sector}
        label="What kind is it?"
        options={sectorOptions}
        empty="Choose one"
      />
      <div className="btns">
        <SubmitButton>Add the partner</SubmitButton>
      </div>
    </Sheet>
  );
}

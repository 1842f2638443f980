import { useForm } from '@conform-to/react';
import type { FormAnswer } from '~/http/form.server';
import { ChoicesField, TextField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';

/** Whom a public page is for, and which indicators it shows whole. */
export function PublicSheet({
  answer,
  formKey,
  indicators,
}: {
  answer: FormAnswer | undefined;
  formKey: string;
  indicators: { id: string; name: string; outcome: string }[];
}) {
  const [form, fields] = useForm<{ label?: string; indicatorIds?: string[] }>({
    id: 'publish-form',
    lastResult: answer,
  });
  return (
    <Sheet form={form}>
      <input type="hidden" name="formKey" value={formKey} autoComplete="off" />
      <TextField
        field={fields.label}
        label="Whom is it for?"
        hint="Such as “our web page” or “the city council”. Only your community sees this."
      />
      {indicators.length > 0 ? (
        <ChoicesField
          field={fields.indicatorIds}
          label="Which indicators should it show whole?"
          hint="The scoreboard is always shown. Those chosen here can be opened from it, with their groups and gap."
          options={indicators.map(({ id, name, outcome }) => ({ value: id, label: `${name} (${outcome})` }))}
        />
      ) : null}
      <div className="btns">
        <SubmitButton>Publish</SubmitButton>
      </div>
    </Sheet>
  );
}

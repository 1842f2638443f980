import { useForm } from '@conform-to/react';
import { type Role, roles, roleWords } from '#db/vocabulary';
import type { FormAnswer } from '~/http/form.server';
import { type Option, RadioField, SelectField, TextField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';
import { ShownBefore } from '~/ui/shown-before';

export interface PersonValues {
  name?: string;
  email?: string;
  role?: Role;
  partnerId?: string | null;
}

const whatTheyMayDo: Record<Role, string> = {
  member: 'logs the cycles and measures of their teams, reads the rest',
  coach: 'the same, in every team they coach',
  leader: 'also manages teams, indicators, practices and partners',
  admin: 'also manages people and settings',
};
const roleOptions = roles.map((role) => ({
  value: role,
  label: `${roleWords[role]}: ${whatTheyMayDo[role]}`,
}));

/** The questions about a person of the community, for adding one and for changing what they are. */
export function PersonSheet({
  answer,
  values,
  partners,
  saveWords,
  withAccount = true,
  isThere = false,
}: {
  answer: FormAnswer | undefined;
  values?: PersonValues;
  partners: Option[];
  saveWords: string;
  /** Name and e-mail are theirs to ask too. */
  withAccount?: boolean;
  /** They are in the community already. */
  isThere?: boolean;
}) {
  const [form, fields] = useForm<PersonValues>({ id: 'person', lastResult: answer, defaultValue: values });
  const { name, email, role, partnerId } = values ?? {};
  const shown = { role, partnerId, ...(withAccount ? { name, email } : {}) };
  return (
    <Sheet form={form}>
      {isThere ? <ShownBefore answer={answer} values={shown} /> : null}
      {withAccount ? (
        <>
          <TextField field={fields.name} label="What is their name?" />
          <TextField field={fields.email} label="What is their work e-mail?" type="email" />
        </>
      ) : null}
      <RadioField field={fields.role} label="What may they do?" options={roleOptions} />
      <SelectField
        field={fields.partnerId}
        label="Which organization are they from?"
        options={partners}
        empty="None of the list"
      />
      <div className="btns">
        <SubmitButton>{saveWords}</SubmitButton>
      </div>
    </Sheet>
  );
}

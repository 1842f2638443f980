import { useForm } from '@conform-to/react';
import type { FormAnswer } from '~/http/form.server';
import { type Option, RadioField, TextArea, TextField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';

interface UsePlanValues {
  teamId?: string;
  idea?: string;
  adaptation?: string;
  startsOn?: string;
}

/** Whose plan it becomes, under which name, and from when. */
export function UsePlanSheet({
  answer,
  formKey,
  values,
  teams,
}: {
  answer: FormAnswer | undefined;
  formKey: string;
  values: UsePlanValues;
  teams: Option[];
}) {
  const [form, fields] = useForm<UsePlanValues>({ id: 'use', lastResult: answer, defaultValue: values });
  const [only, second] = teams;
  return (
    <Sheet form={form} holdsWords>
      <input type="hidden" name="formKey" value={formKey} autoComplete="off" />
      {only && !second ? (
        <input type="hidden" name="teamId" value={only.value} autoComplete="off" />
      ) : (
        <RadioField field={fields.teamId} label="For which of your teams?" options={teams} />
      )}
      <TextField
        field={fields.idea}
        label="What will you call the idea?"
        hint="In one line. Your words are fine."
      />
      <TextArea
        field={fields.adaptation}
        label="What will you do differently?"
        hint="You can leave this empty and say it later."
        rows={2}
      />
      <TextField field={fields.startsOn} type="date" label="When do you start?" />
      <div className="btns">
        <SubmitButton>Use this plan</SubmitButton>
      </div>
    </Sheet>
  );
}

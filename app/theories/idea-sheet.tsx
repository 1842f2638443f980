import { useForm } from '@conform-to/react';
import type { FormAnswer } from '~/http/form.server';
import { type Option, SelectField, TextArea, TextField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';
import { ShownBefore } from '~/ui/shown-before';

export interface IdeaValues {
  name?: string;
  adaptation?: string;
  context?: string;
  practiceId?: string | null;
}

/** What the idea is, where it comes from, and what this team does differently. */
export function IdeaSheet({
  answer,
  values,
  practices,
}: {
  answer: FormAnswer | undefined;
  values: IdeaValues;
  practices: Option[];
}) {
  const { name, adaptation, context, practiceId } = values;
  const [form, fields] = useForm<IdeaValues>({
    id: 'idea',
    lastResult: answer,
    defaultValue: { name, adaptation, context, practiceId },
  });
  return (
    <Sheet form={form}>
      <ShownBefore answer={answer} values={{ name, adaptation, context, practiceId }} />
      <TextField field={fields.name} label="What will you try, in one line?" />
      <SelectField
        field={fields.practiceId}
        label="Which practice does it come from?"
        options={practices}
        empty="None of the library"
      />
      <TextArea field={fields.adaptation} label="What do you do differently from the practice?" rows={3} />
      <TextArea
        field={fields.context}
        label="Where do you use it, and with whom?"
        hint="What is particular there: the place, the people, who helps."
        rows={3}
      />
      <div className="btns">
        <SubmitButton kind="line">Save</SubmitButton>
      </div>
    </Sheet>
  );
}

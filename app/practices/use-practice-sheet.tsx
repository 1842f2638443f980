import { useForm } from '@conform-to/react';
import type { FormAnswer } from '~/http/form.server';
import { type Option, RadioField, TextArea, TextField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';

interface UsePracticeValues {
  teamId?: string;
  idea?: string;
  adaptation?: string;
  context?: string;
  question?: string;
  prediction?: string;
  startsOn?: string;
}

/** Which team uses it, how it makes it its own, and the questions that start a cycle. */
export function UsePracticeSheet({
  answer,
  formKey,
  values,
  teams,
  mayChange,
  isStopped,
}: {
  answer: FormAnswer | undefined;
  formKey: string;
  values: UsePracticeValues;
  teams: Option[];
  /** What of the practice a team may change, in its own words. */
  mayChange: string;
  isStopped: boolean;
}) {
  const [form, fields] = useForm<UsePracticeValues>({ id: 'use', lastResult: answer, defaultValue: values });
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
        label="What will you call it?"
        hint="In one line. Your words are fine; it stays tied to the practice."
      />
      <TextArea
        field={fields.adaptation}
        label="What will you do differently?"
        hint={mayChange ? `A team may change: ${mayChange}` : 'You can leave this empty and say it later.'}
        rows={2}
      />
      <TextArea
        field={fields.context}
        label="Where do you use it, and with whom?"
        hint="What is particular there. Others will want to know when they read how it went."
        rows={2}
      />
      <TextArea field={fields.question} label="What do you want to find out?" rows={2} />
      <TextArea
        field={fields.prediction}
        label="What do you think will happen?"
        hint="A guess is fine. A number is better."
        rows={2}
      />
      <TextField field={fields.startsOn} type="date" label="When do you start?" />
      <div className="btns">
        <SubmitButton kind={isStopped ? 'line' : ''}>
          {isStopped ? 'Start the cycle all the same' : 'Start the cycle'}
        </SubmitButton>
      </div>
    </Sheet>
  );
}

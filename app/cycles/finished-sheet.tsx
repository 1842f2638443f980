import { useForm } from '@conform-to/react';
import { decisions, decisionWords } from '#db/vocabulary';
import type { FormAnswer } from '~/http/form.server';
import { type Option, RadioField, TextArea, TextField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';
import { decisionMeanings } from './decision-meanings';
import { type StartValues, WhichIdea } from './start-sheet';

interface FinishedValues extends StartValues {
  startedOn?: string;
  endedOn?: string;
  whatHappened?: string;
  learned?: string;
  decision?: string;
  reason?: string;
}

/** A test that is over, from what was tried to what was decided, in one short page. */
export function FinishedSheet({
  answer,
  formKey,
  values,
  ideas,
  practices,
}: {
  answer: FormAnswer | undefined;
  formKey: string;
  values: FinishedValues;
  ideas: Option[];
  practices: Option[];
}) {
  const [form, fields] = useForm<FinishedValues>({
    id: 'finished',
    lastResult: answer,
    defaultValue: values,
  });
  return (
    <Sheet form={form} holdsWords>
      <input type="hidden" name="formKey" value={formKey} autoComplete="off" />
      <WhichIdea fields={fields} values={values} ideas={ideas} practices={practices} />
      <TextArea field={fields.question} label="What did you want to find out?" rows={2} />
      <TextArea
        field={fields.prediction}
        label="What did you expect?"
        hint="What you thought before you began, as well as you remember."
        rows={2}
      />
      <div className="inline">
        <TextField field={fields.startedOn} type="date" label="When did it begin?" />
        <TextField field={fields.endedOn} type="date" label="When did it end?" />
      </div>
      <TextArea field={fields.whatHappened} label="What happened?" hint="Counts, not names." rows={3} />
      <TextArea field={fields.learned} label="What did you learn?" rows={3} />
      <RadioField
        field={fields.decision}
        label="What did you decide?"
        options={decisions.map((decision) => ({
          value: decision,
          label: `${decisionWords[decision]}. ${decisionMeanings[decision]}`,
        }))}
      />
      <TextArea field={fields.reason} label="Why?" rows={2} />
      <div className="btns">
        <SubmitButton>Save the finished test</SubmitButton>
      </div>
    </Sheet>
  );
}

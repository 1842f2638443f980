import { useForm } from '@conform-to/react';
import type { FormAnswer } from '~/http/form.server';
import { TextArea, TextField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';

interface Promised {
  who?: string;
  text?: string;
  byDate?: string | null;
}
export interface LogValues {
  onDate?: string;
  present?: string;
  decisions?: string;
  notes?: string;
  promises?: Promised[];
}

/** A meeting that is over: when, who came, what was decided, and who does what by when. */
export function LogSheet({
  answer,
  values,
  formKey,
}: {
  answer: FormAnswer | undefined;
  values: LogValues;
  formKey: string;
}) {
  const [form, fields] = useForm<LogValues>({ id: 'log-meeting', lastResult: answer, defaultValue: values });
  return (
    <Sheet form={form} holdsWords>
      <input type="hidden" name="formKey" value={formKey} autoComplete="off" />
      <TextField field={fields.onDate} label="On which day?" type="date" />
      <TextArea
        field={fields.present}
        label="Who came?"
        hint="Staff and partners. No names of students or families."
        rows={2}
      />
      <TextArea field={fields.decisions} label="What did you decide?" hint="One decision a line." rows={3} />
      <fieldset className="field stack-form">
        <legend className="lab">Who does what by when?</legend>
        {fields.promises.getFieldList().map((row, position) => {
          const promise = row.getFieldset();
          return (
            <div className="inline" key={row.key}>
              <TextField field={promise.who} label={`Who (${position + 1})`} />
              <TextField field={promise.text} label={`What (${position + 1})`} />
              <TextField field={promise.byDate} label={`By when (${position + 1})`} type="date" />
            </div>
          );
        })}
      </fieldset>
      <TextArea field={fields.notes} label="What else?" hint="One note a line." rows={3} />
      <div className="btns">
        <SubmitButton>Log the meeting</SubmitButton>
      </div>
    </Sheet>
  );
}

import { useForm } from '@conform-to/react';
import { type MeetingLineKind, meetingLineKinds, meetingLineKindWords } from '#db/vocabulary';
import type { FormAnswer } from '~/http/form.server';
import { shownBy } from '~/http/shown-by';
import { RadioField, TextArea, TextField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';

export interface LineValues {
  kind?: MeetingLineKind;
  text?: string;
  who?: string;
  byDate?: string | null;
}

const kinds = meetingLineKinds.map((value) => ({ value, label: meetingLineKindWords[value] }));

/** A line of the record on a page of its own: to write one without JavaScript, and to write one anew. */
export function LineSheet({
  answer,
  values,
  hidden = {},
  was,
}: {
  answer: FormAnswer | undefined;
  values: LineValues;
  hidden?: Record<string, string>;
  /** The mark of the line that is written anew. */
  was?: string;
}) {
  const [form, fields] = useForm<LineValues>({ id: 'line', lastResult: answer, defaultValue: values });
  return (
    <Sheet form={form} holdsWords>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {was === undefined ? null : (
        <input type="hidden" name="was" value={shownBy(answer, 'was', was)} autoComplete="off" />
      )}
      <RadioField field={fields.kind} label="What is it?" options={kinds} />
      <TextArea
        field={fields.text}
        label="In a few words"
        hint="No names of students or families."
        rows={3}
      />
      <div className="inline">
        <TextField field={fields.who} label="Who does it?" hint="Only where somebody does it." />
        <TextField field={fields.byDate} label="By when?" type="date" />
      </div>
      <div className="btns">
        <SubmitButton>Save</SubmitButton>
      </div>
    </Sheet>
  );
}

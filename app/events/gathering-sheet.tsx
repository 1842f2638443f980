import { useForm } from '@conform-to/react';
import { type GatheringKind, gatheringKinds, gatheringKindWords } from '#db/vocabulary';
import type { FormAnswer } from '~/http/form.server';
import { RadioField, TextArea, TextField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';
import { ShownBefore } from '~/ui/shown-before';

export interface GatheringValues {
  kind?: GatheringKind;
  title?: string;
  onDate?: string;
  untilDate?: string | null;
  startsAt?: string | null;
  endsAt?: string | null;
  place?: string;
  detail?: string;
}

/** A learning session or an action period. */
export function GatheringSheet({
  answer,
  values,
  formKey,
  isThere = false,
  saveWords,
}: {
  answer: FormAnswer | undefined;
  values: GatheringValues;
  formKey?: string;
  /** It is kept already. */
  isThere?: boolean;
  saveWords: string;
}) {
  const [form, fields] = useForm<GatheringValues>({
    id: 'gathering-form',
    lastResult: answer,
    defaultValue: values,
  });
  return (
    <Sheet form={form}>
      {isThere ? <ShownBefore answer={answer} values={values} /> : null}
      {formKey ? <input type="hidden" name="formKey" value={formKey} autoComplete="off" /> : null}
      <RadioField
        field={fields.kind}
        label="What is it?"
        options={gatheringKinds.map((value) => ({ value, label: gatheringKindWords[value] }))}
      />
      <TextField field={fields.title} label="What is it called?" hint="Such as: Learning session 2." />
      <div className="inline">
        <TextField field={fields.onDate} label="On which day, or from when?" type="date" />
        <TextField
          field={fields.untilDate}
          label="Until which day?"
          hint="Of a session: empty for one day."
          type="date"
        />
      </div>
      <div className="inline">
        <TextField
          field={fields.startsAt}
          label="When does it begin?"
          hint="A session’s time, such as 09:00."
          short
        />
        <TextField field={fields.endsAt} label="When does it end?" hint="Such as 15:30." short />
      </div>
      <TextField field={fields.place} label="Where?" hint="Of a session: a place, or a link to join." />
      <TextArea field={fields.detail} label="What is it about?" hint="What teams bring, and do." rows={3} />
      <div className="btns">
        <SubmitButton>{saveWords}</SubmitButton>
      </div>
    </Sheet>
  );
}

import { useForm } from '@conform-to/react';
import { eventKindWords, type HappenedKind, happenedKinds } from '#db/vocabulary';
import type { FormAnswer } from '~/http/form.server';
import { CheckField, ChoicesField, type Option, RadioField, TextArea, TextField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';
import { ShownBefore } from '~/ui/shown-before';

export interface EventValues {
  kind?: HappenedKind;
  onDate?: string;
  untilDate?: string | null;
  title?: string;
  detail?: string;
  measureIds?: string[];
  needsLeader?: boolean | string;
}

const kinds: Option[] = happenedKinds.map((value) => ({ value, label: eventKindWords[value] }));

/** What happened, when, and on which charts it shows. */
export function EventSheet({
  answer,
  values,
  measures,
  mayNeedLeader = false,
  isThere = false,
  saveWords,
}: {
  answer: FormAnswer | undefined;
  values: EventValues;
  /** The team's; empty where every team is meant. */
  measures: readonly Option[];
  /** Of a team: it may say that it cannot move it by itself. */
  mayNeedLeader?: boolean;
  /** It is kept already. */
  isThere?: boolean;
  saveWords: string;
}) {
  const [form, fields] = useForm<EventValues>({
    id: 'event-form',
    lastResult: answer,
    defaultValue: { ...values, needsLeader: values.needsLeader ? 'on' : undefined },
  });
  const ticked = measures
    .map(({ value }) => value)
    .filter((id) => values.measureIds?.includes(id))
    .sort();
  return (
    <Sheet form={form}>
      {isThere ? <ShownBefore answer={answer} values={{ ...values, measureIds: ticked }} /> : null}
      <TextField
        field={fields.title}
        label="What happened?"
        hint="In one line, such as: a new late bus began. No names of students or families."
      />
      <RadioField field={fields.kind} label="What was it?" options={kinds} />
      {mayNeedLeader ? (
        <CheckField
          field={fields.needsLeader}
          label="We need a leader to move this"
          hint="Only for what stood in the way. It then stands on the page for leaders until you write its last day."
        />
      ) : null}
      <div className="inline">
        <TextField field={fields.onDate} label="On which day?" type="date" />
        <TextField
          field={fields.untilDate}
          label="Until which day?"
          hint="Leave it empty for one day."
          type="date"
        />
      </div>
      {measures.length > 0 ? (
        <ChoicesField
          field={fields.measureIds}
          label="Which charts does it concern?"
          hint="Choose none and it shows on all of them."
          options={measures}
        />
      ) : null}
      <TextArea
        field={fields.detail}
        label="What should somebody know who reads the chart later?"
        hint="Leave it empty if the line says it all."
        rows={3}
      />
      <div className="btns">
        <SubmitButton>{saveWords}</SubmitButton>
      </div>
    </Sheet>
  );
}

import { useForm } from '@conform-to/react';
import { cycleKinds, cycleKindWords, scales, scaleWords } from '#db/vocabulary';
import type { FormAnswer } from '~/http/form.server';
import { type Option, RadioField, SelectField, TextArea, TextField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';
import { PredictionRow, type PredictionValues } from './prediction-row';
import { QuestionRow, type QuestionValues } from './question-row';
import { RowList } from './row-list';
import { TaskRow, type TaskValues } from './task-row';

// An interface would not do: the names of its fields would fit none of the buttons that add a row.
export type PlanValues = {
  objective?: string;
  kind?: string;
  scale?: string | null;
  people?: number | null;
  sites?: number | null;
  focusGroup?: string;
  dataPlan?: string;
  ledBy?: string | null;
  startsOn?: string;
  endsOn?: string | null;
  questions?: QuestionValues[];
  predictions?: PredictionValues[];
  tasks?: TaskValues[];
};

const kindOptions = cycleKinds.map((value) => ({ value, label: cycleKindWords[value] }));
const scaleOptions = scales.map((value) => ({ value, label: scaleWords[value] }));

/** The whole Plan. Rows left empty are not kept; "Add another" works without JavaScript too. */
export function PlanSheet({
  answer,
  values,
  measures,
  people,
  newMeasureHref,
}: {
  answer: FormAnswer | undefined;
  values: PlanValues;
  measures: Option[];
  people: Option[];
  newMeasureHref: string;
}) {
  const [form, fields] = useForm<PlanValues>({ id: 'plan', lastResult: answer, defaultValue: values });
  const { insert } = form;
  return (
    <Sheet form={form} holdsWords>
      {/* Enter in a field presses the first button of a form: it must be the one that saves. */}
      <button type="submit" className="vh" tabIndex={-1} aria-hidden="true">
        Save
      </button>
      <TextArea
        field={fields.objective}
        label="What will you try?"
        hint="Who does what, when and where. So that somebody else could do the same."
        rows={2}
      />
      <RadioField field={fields.kind} label="What kind of cycle is this?" options={kindOptions} />
      <RowList
        title="What do you want to find out?"
        add={insert.getButtonProps({ name: fields.questions.name })}
        addWords="Add another question"
      >
        {fields.questions.getFieldList().map((item, position) => (
          <QuestionRow key={item.key} item={item} position={position} />
        ))}
      </RowList>
      <RowList
        title="What numbers do you predict?"
        hint={
          measures.length > 0
            ? 'What you expect of a measure on a day, and a range you are 80% sure of. Leave empty what you do not use.'
            : undefined
        }
        add={measures.length > 0 ? insert.getButtonProps({ name: fields.predictions.name }) : null}
        addWords="Add another number"
      >
        {measures.length > 0 ? (
          fields.predictions
            .getFieldList()
            .map((item, position) => (
              <PredictionRow key={item.key} item={item} position={position} measures={measures} />
            ))
        ) : (
          <p className="soft">
            Your team has no measure yet. <a href={newMeasureHref}>Add one</a>, then predict its number here.
          </p>
        )}
      </RowList>
      <div className="formgrid">
        <SelectField
          field={fields.scale}
          label="How big is the test?"
          options={scaleOptions}
          empty="Not said yet"
        />
        <TextField field={fields.focusGroup} label="Who is it for?" hint="A group, never single people." />
        <TextField field={fields.people} label="How many people?" inputMode="numeric" />
        <TextField field={fields.sites} label="How many sites?" inputMode="numeric" />
        <TextField field={fields.startsOn} type="date" label="First day" />
        <TextField field={fields.endsOn} type="date" label="Last day" />
      </div>
      <SelectField field={fields.ledBy} label="Who leads it?" options={people} empty="Nobody yet" />
      <RowList
        title="Who does what, and when?"
        add={insert.getButtonProps({ name: fields.tasks.name })}
        addWords="Add another task"
      >
        {fields.tasks.getFieldList().map((item, position) => (
          <TaskRow key={item.key} item={item} position={position} />
        ))}
      </RowList>
      <TextArea
        field={fields.dataPlan}
        label="What data will you collect?"
        hint="What, who, how and when."
        rows={2}
      />
      <div className="btns">
        <SubmitButton>Save the Plan</SubmitButton>
      </div>
    </Sheet>
  );
}

import { cycleKinds, cycleKindWords, scales, scaleWords } from '#db/vocabulary';
import { type Option, RadioField, SelectField, TextArea, TextField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';
import { PredictionRow, type PredictionValues } from './prediction-row';
import { QuestionRow, type QuestionValues } from './question-row';
import { RowList } from './row-list';
import { SavedField } from './saved-field';
import { drawnIn, rowId, type SheetProps } from './sheet-props';
import { TaskRow, type TaskValues } from './task-row';
import { useSheet } from './use-sheet';

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
  drawn?: string;
};

const kindOptions = cycleKinds.map((value) => ({ value, label: cycleKindWords[value] }));
const scaleOptions = scales.map((value) => ({ value, label: scaleWords[value] }));

/** The whole Plan. Rows left empty are not kept; "Add another" works without JavaScript too. */
export function PlanSheet({
  answer,
  values,
  action,
  fresh,
  measures,
  people,
  newMeasureHref,
  record,
}: SheetProps<PlanValues> & {
  measures: Option[];
  people: Option[];
  newMeasureHref: string;
  /** How the team's last predictions came out, in sentences. */
  record: readonly string[];
}) {
  const [form, fields] = useSheet<PlanValues>('plan', answer, values);
  const { insert } = form;
  const [questions, tasks] = [fields.questions.getFieldList(), fields.tasks.getFieldList()];
  return (
    <Sheet form={form} action={action}>
      <input type="hidden" name="drawn" defaultValue={drawnIn(fields.drawn.initialValue)} />
      {/* Enter in a field presses the first button of a form: it must be the one that saves. */}
      <button type="submit" className="vh" tabIndex={-1} aria-hidden="true">
        Save
      </button>
      <SavedField at="objective">
        <TextArea
          field={fields.objective}
          label="What will you try?"
          hint="Who does what, when and where. So that somebody else could do the same."
          rows={2}
        />
      </SavedField>
      <SavedField at="kind">
        <RadioField field={fields.kind} label="What kind of cycle is this?" options={kindOptions} />
      </SavedField>
      <RowList
        title="What do you want to find out?"
        add={insert.getButtonProps({
          name: fields.questions.name,
          defaultValue: { id: rowId(fresh, questions.length) },
        })}
        addWords="Add another question"
      >
        {questions.map((item, position) => (
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
        {record.length > 0 ? <p className="soft">{record.join(' ')}</p> : null}
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
        <SavedField at="scale">
          <SelectField
            field={fields.scale}
            label="How big is the test?"
            options={scaleOptions}
            empty="Not said yet"
          />
        </SavedField>
        <SavedField at="focusGroup">
          <TextField field={fields.focusGroup} label="Who is it for?" hint="A group, never single people." />
        </SavedField>
        <SavedField at="people">
          <TextField field={fields.people} label="How many people?" inputMode="numeric" />
        </SavedField>
        <SavedField at="sites">
          <TextField field={fields.sites} label="How many sites?" inputMode="numeric" />
        </SavedField>
        <SavedField at="startsOn">
          <TextField field={fields.startsOn} type="date" label="First day" />
        </SavedField>
        <SavedField at="endsOn">
          <TextField field={fields.endsOn} type="date" label="Last day" />
        </SavedField>
      </div>
      <SavedField at="ledBy">
        <SelectField field={fields.ledBy} label="Who leads it?" options={people} empty="Nobody yet" />
      </SavedField>
      <RowList
        title="Who does what, and when?"
        add={insert.getButtonProps({
          name: fields.tasks.name,
          defaultValue: { id: rowId(fresh, tasks.length) },
        })}
        addWords="Add another task"
      >
        {tasks.map((item, position) => (
          <TaskRow key={item.key} item={item} position={position} />
        ))}
      </RowList>
      <SavedField at="dataPlan">
        <TextArea
          field={fields.dataPlan}
          label="What data will you collect?"
          hint="What, who, how and when."
          rows={2}
        />
      </SavedField>
      <div className="btns">
        <SubmitButton>Save the Plan</SubmitButton>
      </div>
    </Sheet>
  );
}

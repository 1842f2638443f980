import { fidelities, ranAsPlannedWords } from '#db/vocabulary';
import { shortDay } from '~/ui/dates';
import { RadioField, TextArea, TextField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';
import { CountRow, type CountValues } from './count-row';
import { NoteRow, type NoteValues } from './note-row';
import type { CycleInFull } from './queries.server';
import { RowList } from './row-list';
import { SavedField } from './saved-field';
import { drawnIn, rowId, type SheetProps } from './sheet-props';
import { TaskTicks } from './task-ticks';
import { useSheet } from './use-sheet';

// An interface would not do: the names of its fields would fit none of the buttons that add a row.
export type DoValues = {
  doStartedOn?: string | null;
  doEndedOn?: string | null;
  ranAsPlanned?: string | null;
  whatDiffered?: string;
  observations?: string;
  surprises?: string;
  notes?: NoteValues[];
  counts?: CountValues[];
  tasksDone?: string[];
  drawn?: string;
};

const fidelityOptions = fidelities.map((value) => ({ value, label: ranAsPlannedWords[value] }));

/** What happened while the test ran. */
export function DoSheet({
  answer,
  values,
  action,
  fresh,
  cycle,
  today,
}: SheetProps<DoValues> & { cycle: Pick<CycleInFull, 'tasks' | 'startsOn' | 'endsOn'>; today: string }) {
  const [form, fields] = useSheet<DoValues>('do', answer, values);
  const [notes, counts] = [fields.notes.getFieldList(), fields.counts.getFieldList()];
  const { insert } = form;
  const { tasks, startsOn, endsOn } = cycle;
  return (
    <Sheet form={form} action={action}>
      {/* Enter in a field presses the first button of a form: it must be the one that saves. */}
      <button type="submit" className="vh" tabIndex={-1} aria-hidden="true">
        Save
      </button>
      <input type="hidden" name="drawn" defaultValue={drawnIn(fields.drawn.initialValue)} />
      <div className="formgrid">
        <SavedField at="doStartedOn">
          <TextField
            field={fields.doStartedOn}
            type="date"
            label="When did it start?"
            hint={`Planned for ${shortDay(startsOn)}.`}
          />
        </SavedField>
        <SavedField at="doEndedOn">
          <TextField
            field={fields.doEndedOn}
            type="date"
            label="When did it end?"
            hint={`Leave empty while it is running. Once it is written, the Study begins.${endsOn ? ` Planned until ${shortDay(endsOn)}.` : ''}`}
          />
        </SavedField>
      </div>
      <RowList
        title="What did you see, day by day?"
        hint="A line each time you notice something. No names of students."
        add={insert.getButtonProps({
          name: fields.notes.name,
          defaultValue: { id: rowId(fresh, notes.length), onDate: today },
        })}
        addWords="Add another note"
      >
        {notes.map((item, position) => (
          <NoteRow key={item.key} item={item} position={position} />
        ))}
      </RowList>
      <SavedField at="observations">
        <TextArea
          field={fields.observations}
          label="What happened?"
          hint="All in all: what you saw and heard. No names of students."
          rows={4}
        />
      </SavedField>
      <RowList
        title="How many did you find, reach, and bring to the end?"
        hint="Counts of your working list, never names. Leave empty what you do not count."
        add={insert.getButtonProps({
          name: fields.counts.name,
          defaultValue: { id: rowId(fresh, 50 + counts.length) },
        })}
        addWords="Add a group"
      >
        {counts.map((item, position) => (
          <CountRow key={item.key} item={item} position={position} />
        ))}
      </RowList>
      <SavedField at="ranAsPlanned">
        <RadioField field={fields.ranAsPlanned} label="Did it run as planned?" options={fidelityOptions} />
      </SavedField>
      <SavedField at="whatDiffered">
        <TextArea field={fields.whatDiffered} label="What was different from the plan?" rows={3} />
      </SavedField>
      <SavedField at="surprises">
        <TextArea field={fields.surprises} label="What surprised you?" rows={3} />
      </SavedField>
      <TaskTicks field={fields.tasksDone} tasks={tasks} />
      <div className="btns">
        <SubmitButton>Save Do</SubmitButton>
      </div>
    </Sheet>
  );
}

import { useForm } from '@conform-to/react';
import { fidelities, ranAsPlannedWords } from '#db/vocabulary';
import type { FormAnswer } from '~/http/form.server';
import { RadioField, TextArea, TextField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';
import type { CycleInFull } from './queries.server';

export interface DoValues {
  doStartedOn?: string | null;
  doEndedOn?: string | null;
  ranAsPlanned?: string | null;
  whatDiffered?: string;
  observations?: string;
  surprises?: string;
  tasksDone?: string[];
}

const fidelityOptions = fidelities.map((value) => ({ value, label: ranAsPlannedWords[value] }));

/** What happened while the test ran. */
export function DoSheet({
  answer,
  values,
  tasks,
}: {
  answer: FormAnswer | undefined;
  values: DoValues;
  tasks: CycleInFull['tasks'];
}) {
  const [form, fields] = useForm<DoValues>({ id: 'do', lastResult: answer, defaultValue: values });
  const done = fields.tasksDone.initialValue;
  const isDone = (taskId: string) => (Array.isArray(done) ? done.includes(taskId) : done === taskId);
  return (
    <Sheet form={form} holdsWords>
      <div className="formgrid">
        <TextField field={fields.doStartedOn} type="date" label="When did it start?" />
        <TextField
          field={fields.doEndedOn}
          type="date"
          label="When did it end?"
          hint="Leave empty while it is running."
        />
      </div>
      <TextArea
        field={fields.observations}
        label="What happened?"
        hint="What you saw and heard, with dates where they matter. No names of students."
        rows={6}
      />
      <RadioField field={fields.ranAsPlanned} label="Did it run as planned?" options={fidelityOptions} />
      <TextArea field={fields.whatDiffered} label="What was different from the plan?" rows={3} />
      <TextArea field={fields.surprises} label="What surprised you?" rows={3} />
      {tasks.length > 0 ? (
        <fieldset className="field">
          <legend className="lab">Which tasks are done?</legend>
          <div>
            {tasks.map((task, position) => (
              <label key={task.id} className="opt">
                <input
                  type="checkbox"
                  id={position === 0 ? fields.tasksDone.id : undefined}
                  name={fields.tasksDone.name}
                  value={task.id}
                  defaultChecked={isDone(task.id)}
                />
                <span>
                  {task.what}
                  {task.who ? <span className="soft">, {task.who}</span> : null}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ) : null}
      <div className="btns">
        <SubmitButton>Save Do</SubmitButton>
      </div>
    </Sheet>
  );
}

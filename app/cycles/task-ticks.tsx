import type { CycleInFull } from './queries.server';

/** The tasks of the Plan with a box each. Those that are drawn are named, so that an empty box says "not done". */
export function TaskTicks({
  field,
  tasks,
}: {
  field: { id: string; name: string; initialValue?: unknown };
  tasks: CycleInFull['tasks'];
}) {
  if (tasks.length === 0) return null;
  const done = [field.initialValue ?? []].flat();
  return (
    <fieldset className="field">
      <legend className="lab">Which tasks are done?</legend>
      <div>
        {tasks.map((task, position) => (
          <label key={task.id} className="opt">
            <input type="hidden" name="tasksListed" value={task.id} />
            <input
              type="checkbox"
              id={position === 0 ? field.id : undefined}
              name={field.name}
              value={task.id}
              defaultChecked={done.includes(task.id)}
            />
            <span>
              {task.what}
              {task.who ? <span className="soft">, {task.who}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

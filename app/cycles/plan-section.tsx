import { cycleKindWords, measureTypeWords, scaleWords } from '#db/vocabulary';
import type { Unit } from '~/charts/run-chart-data';
import { formatValue } from '~/charts/words';
import { shortDay, span } from '~/ui/dates';
import { DeedButton } from '~/ui/sheet';
import { plural } from '~/ui/words';
import type { CycleInFull } from './queries.server';
import { stageOf } from './stages';
import { Answer, Begin, Question } from './worksheet';
import { WrittenAfterwards } from './written-afterwards';

export type ReadPrediction = Omit<CycleInFull['predictions'][number], 'unit'> & { unit: Unit };

/** The Plan as reading text. `edit` is the address of its form; none for who may not write. */
export function PlanSection({
  cycle,
  predictions,
  edit,
  tick,
}: {
  cycle: CycleInFull;
  predictions: ReadPrediction[];
  edit: string | undefined;
  /** Where a task is ticked off; none for who may not write. */
  tick?: string;
}) {
  const at = (field: string) => (edit ? `${edit}#plan-sheet-${field}` : undefined);
  const size = sizeInWords(cycle);
  const isDone = stageOf(cycle) === 'done';
  return (
    <>
      {cycle.objective ? (
        <Question label="What will we try?" field="objective" edit={at('objective')}>
          <Answer text={cycle.objective} />
        </Question>
      ) : null}
      {cycle.questions.length > 0 ? (
        <Question label="What do we want to find out?" field="questions" edit={at('questions[0].question')}>
          <WrittenAfterwards isSo={cycle.writtenAfterwards} />
          {cycle.questions.map((question) => (
            <div key={question.id}>
              <Answer text={question.question} />
              {question.prediction ? (
                <p className="soft">
                  We predict: {question.prediction}
                  {question.chancePercent === null ? '' : ` (${question.chancePercent}% sure of yes)`}
                </p>
              ) : null}
            </div>
          ))}
        </Question>
      ) : null}
      {predictions.length > 0 ? (
        <Question
          label="What numbers do we predict?"
          field="predictions"
          edit={at('predictions[0].measureId')}
        >
          <PredictionTable predictions={predictions} />
        </Question>
      ) : null}
      <Question label="How big, and when?" field="scale" edit={at('scale')}>
        <p className="ans">
          {[cycleKindWords[cycle.kind], size].filter(Boolean).join('. ')}
          {'. '}
          {cycle.endsOn ? span(cycle.startsOn, cycle.endsOn) : `From ${shortDay(cycle.startsOn)}`}
          {cycle.focusGroup ? `. For whom: ${withoutStop(cycle.focusGroup)}` : ''}.
        </p>
      </Question>
      {cycle.dataPlan ? (
        <Question label="What data will we collect?" field="dataPlan" edit={at('dataPlan')}>
          <Answer text={cycle.dataPlan} />
        </Question>
      ) : null}
      {cycle.tasks.length > 0 ? (
        <Question label="Who does what, and when?" field="tasks" edit={at('tasks[0].what')}>
          <TaskTable tasks={cycle.tasks} tick={tick} />
        </Question>
      ) : null}
      {isDone || (cycle.objective && predictions.length > 0) ? null : (
        <div className="q">
          <div className="q-main stack">
            <Begin href={edit}>{cycle.objective ? 'Predict a number' : 'Write the Plan'}</Begin>
          </div>
        </div>
      )}
    </>
  );
}

const withoutStop = (words: string) => words.trim().replace(/\.+$/, '');

/** "One site, 62 people": the scale and its counts. */
export function sizeInWords({
  scale,
  people,
  sites,
}: Pick<CycleInFull, 'scale' | 'people' | 'sites'>): string {
  return [
    scale ? scaleWords[scale] : '',
    people === null ? '' : plural(people, 'person', 'people'),
    // “One site” has said it.
    sites === null || (scale === 'site' && sites === 1) ? '' : plural(sites, 'site'),
  ]
    .filter(Boolean)
    .join(', ');
}

/** "86%", without the decimals that nobody typed. */
export function asTyped(value: number, unit: Unit): string {
  return formatValue(value, unit, { decimals: Number.isInteger(value) ? 0 : unit.decimals });
}

function PredictionTable({ predictions }: { predictions: ReadPrediction[] }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table that scrolls sideways is reached by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: as above.
    <div className="scroll" tabIndex={0} role="group" aria-label="Predictions table">
      <table className="tbl stacked">
        <thead>
          <tr>
            <th scope="col">Measure</th>
            <th scope="col">Kind</th>
            <th scope="col" className="r">
              We predict
            </th>
            <th scope="col" className="r">
              Could range
            </th>
            <th scope="col" className="r">
              Check on
            </th>
          </tr>
        </thead>
        <tbody>
          {predictions.map((row) => (
            <tr key={row.measureId}>
              <th scope="row">{row.measure}</th>
              <td data-label="Kind">{measureTypeWords[row.type]}</td>
              <td className="r num" data-label="We predict">
                {asTyped(row.expected, row.unit)}
              </td>
              <td className="r" data-label="Could range">
                {asTyped(row.low, row.unit)} to {asTyped(row.high, row.unit)}
              </td>
              <td className="r nowrap" data-label="Check on">
                {shortDay(row.checkOn)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TaskTable({ tasks, tick }: { tasks: CycleInFull['tasks']; tick: string | undefined }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table that scrolls sideways is reached by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: as above.
    <div className="scroll" tabIndex={0} role="group" aria-label="Tasks table">
      <table className="tbl stacked">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Who</th>
            <th scope="col">Where</th>
            <th scope="col">When</th>
            <th scope="col">Done</th>
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <tr key={task.id}>
              <th scope="row">{task.what}</th>
              <td data-label="Who">{task.who}</td>
              <td data-label="Where">{task.place}</td>
              <td className="nowrap" data-label="When">
                {task.dueOn ? shortDay(task.dueOn) : ''}
              </td>
              <td data-label="Done">
                <span className="ticked">
                  {task.doneAt ? 'Yes' : 'Not yet'}
                  {tick ? <Tick task={task} place={tick} /> : null}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** One press says that a task is done, or is not after all. */
function Tick({ task, place }: { task: CycleInFull['tasks'][number]; place: string }) {
  const isDone = task.doneAt !== null;
  return (
    <DeedButton
      action={place}
      kind="text"
      values={{ field: `tasks.${task.id}.done`, text: isDone ? '' : 'yes' }}
    >
      {isDone ? 'Not done' : 'Done'}
      <span className="vh">: {task.what}</span>
    </DeedButton>
  );
}

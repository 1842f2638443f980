import { useForm } from '@conform-to/react';
import type { FormAnswer } from '~/http/form.server';
import { paths } from '~/paths';
import { dayWithYear } from '~/ui/dates';
import { TextField } from '~/ui/form-fields';
import { DeedButton, Sheet, SubmitButton } from '~/ui/sheet';
import type { GoalStep } from './goals';
import { goalWord, type Measure } from './measure';
import { unitOf, valueWords } from './series';

/** What the goal is from a day on. */
export function GoalSheet({ answer, measure }: { answer: FormAnswer | undefined; measure: Measure }) {
  const [form, fields] = useForm<{ goal?: string; fromOn?: string }>({ id: 'goal-form', lastResult: answer });
  const word = goalWord(measure.type).toLowerCase();
  return (
    <Sheet form={form}>
      <TextField
        field={fields.goal}
        label={`What is the next ${word}?`}
        hint={
          measure.kind === 'proportion' ? 'In percent.' : measure.unit ? `In ${measure.unit}.` : undefined
        }
        inputMode="decimal"
        short
      />
      <TextField
        field={fields.fromOn}
        label="From which day does it hold?"
        hint="It may lie ahead. A day that is set already gets the new one."
        type="date"
      />
      <div className="btns">
        <SubmitButton>Set the {word}</SubmitButton>
      </div>
    </Sheet>
  );
}

/** The goals of a measure, oldest first, and which one holds today. */
export function GoalList({
  teamId,
  measure,
  first,
  steps,
  today,
}: {
  teamId: string;
  measure: Measure;
  first: number | null;
  steps: readonly (GoalStep & { setBy: string | null })[];
  today: string;
}) {
  const said = (goal: number) => valueWords(goal, unitOf(measure, [goal]));
  const holding = steps.findLast(({ fromOn }) => fromOn <= today)?.id ?? 'first';
  const now = (id: string) => (id === holding ? <b> It holds now.</b> : null);
  return (
    <ul className="rows">
      <li>
        <p>
          From the start: {first === null ? 'none' : said(first)}.{now('first')}
        </p>
      </li>
      {steps.map((step) => (
        <li key={step.id}>
          <p>
            From {dayWithYear(step.fromOn)}: {said(step.goal)}.{now(step.id)}
          </p>
          <span>{step.setBy ? `Set by ${step.setBy}` : ''}</span>
          <DeedButton
            action={paths.takeBackGoal(teamId, measure.id)}
            kind="text"
            values={{ goalId: step.id }}
          >
            Take back<span className="vh"> {said(step.goal)}</span>
          </DeedButton>
        </li>
      ))}
    </ul>
  );
}

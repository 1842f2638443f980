import { useForm } from '@conform-to/react';
import { fidelities, type RanAsPlanned, ranAsPlannedWords } from '#db/vocabulary';
import type { FormAnswer } from '~/http/form.server';
import { RadioField, TextArea } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';
import type { CycleInFull } from './queries.server';

export interface StudyValues {
  answers: { id: string; whatHappened?: string; cameTrue?: RanAsPlanned | null }[];
  learned?: string;
}

const fidelityOptions = fidelities.map((value) => ({ value, label: ranAsPlannedWords[value] }));

/** Each question beside its prediction, then what the team learned. */
export function StudySheet({
  answer,
  values,
  questions,
}: {
  answer: FormAnswer | undefined;
  values: StudyValues;
  questions: CycleInFull['questions'];
}) {
  const [form, fields] = useForm<StudyValues>({ id: 'study', lastResult: answer, defaultValue: values });
  const byId = new Map(questions.map((question) => [question.id, question]));
  return (
    <Sheet form={form} holdsWords>
      {fields.answers.getFieldList().map((item, position) => {
        const row = item.getFieldset();
        const id = typeof row.id.initialValue === 'string' ? row.id.initialValue : '';
        const question = byId.get(id);
        return (
          <fieldset key={item.key} id={`study-answers-${id}`} className="stack">
            <legend className="lab0">
              {question?.question ?? 'A question that was taken out of the Plan'}
            </legend>
            {question?.prediction ? <p className="soft">You predicted: {question.prediction}</p> : null}
            <input type="hidden" name={row.id.name} value={id} />
            <TextArea field={row.whatHappened} label="What happened?" rows={3} />
            <RadioField
              field={row.cameTrue}
              label={`Did ${questions.length > 1 ? `prediction ${position + 1}` : 'it'} come true?`}
              options={fidelityOptions}
            />
          </fieldset>
        );
      })}
      <TextArea
        field={fields.learned}
        label="What did you learn?"
        hint="Write it so that a new team member would understand."
        rows={6}
      />
      <div className="btns">
        <SubmitButton>Save the Study</SubmitButton>
      </div>
    </Sheet>
  );
}

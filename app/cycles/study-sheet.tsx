import { fidelities, type RanAsPlanned, ranAsPlannedWords } from '#db/vocabulary';
import { RadioField, TextArea } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';
import type { CycleInFull } from './queries.server';
import { SavedField } from './saved-field';
import { drawnIn, type SheetProps } from './sheet-props';
import { useSheet } from './use-sheet';

export interface StudyValues {
  answers: { id: string; whatHappened?: string; cameTrue?: RanAsPlanned | null }[];
  workedFor?: string;
  learned?: string;
  drawn?: string;
}

const fidelityOptions = fidelities.map((value) => ({ value, label: ranAsPlannedWords[value] }));

/** Each question beside its prediction, then what the team learned. */
export function StudySheet({
  answer,
  values,
  action,
  questions,
}: Omit<SheetProps<StudyValues>, 'fresh'> & {
  questions: CycleInFull['questions'];
}) {
  const [form, fields] = useSheet<StudyValues>('study', answer, values);
  const byId = new Map(questions.map((question) => [question.id, question]));
  return (
    <Sheet form={form} action={action}>
      <input type="hidden" name="drawn" defaultValue={drawnIn(fields.drawn.initialValue)} />
      {fields.answers.getFieldList().map((item, position) => {
        const row = item.getFieldset();
        const id = typeof row.id.initialValue === 'string' ? row.id.initialValue : '';
        const question = byId.get(id);
        return (
          <fieldset key={item.key} id={`study-sheet-answers-${id}`} className="stack">
            <legend className="lab0">
              {question?.question ?? 'A question that was taken out of the Plan'}
            </legend>
            {question?.prediction ? <p className="soft">You predicted: {question.prediction}</p> : null}
            <input type="hidden" name={row.id.name} value={id} />
            <SavedField at={`questions.${id}.whatHappened`}>
              <TextArea field={row.whatHappened} label="What happened?" rows={3} />
            </SavedField>
            <SavedField at={`questions.${id}.cameTrue`}>
              <RadioField
                field={row.cameTrue}
                label={`Did ${questions.length > 1 ? `prediction ${position + 1}` : 'it'} come true?`}
                options={fidelityOptions}
              />
            </SavedField>
          </fieldset>
        );
      })}
      <SavedField at="workedFor">
        <TextArea
          field={fields.workedFor}
          label="Who did it work for? Who did it miss?"
          hint="Groups, never single people."
          rows={3}
        />
      </SavedField>
      <SavedField at="learned">
        <TextArea
          field={fields.learned}
          label="What did you learn?"
          hint="Write it so that a new team member would understand."
          rows={6}
        />
      </SavedField>
      <div className="btns">
        <SubmitButton>Save the Study</SubmitButton>
      </div>
    </Sheet>
  );
}

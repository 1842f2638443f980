import { useForm } from '@conform-to/react';
import { decisions, decisionWords } from '#db/vocabulary';
import { DecisionGlyph } from '~/charts/decision-glyph';
import type { FormAnswer } from '~/http/form.server';
import { FieldError, TextArea, TextField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';
import { decisionMeanings } from './decision-meanings';

export interface ActValues {
  decision?: string | null;
  reason?: string | null;
  nextStep?: string | null;
  decidedOn?: string | null;
}

/** The decision, its reason, and what comes next. */
export function ActSheet({ answer, values }: { answer: FormAnswer | undefined; values: ActValues }) {
  const [form, fields] = useForm<ActValues>({ id: 'act', lastResult: answer, defaultValue: values });
  const { decision } = fields;
  return (
    <Sheet form={form} holdsWords>
      <fieldset aria-describedby={decision.errors ? decision.errorId : undefined}>
        <legend className="lab0">What will you do with this change?</legend>
        <div className="choices">
          {decisions.map((one, position) => (
            <label key={one}>
              <input
                type="radio"
                name={decision.name}
                value={one}
                id={position === 0 ? decision.id : undefined}
                defaultChecked={decision.initialValue === one}
                aria-invalid={decision.errors ? true : undefined}
              />
              <span className="ch">
                <DecisionGlyph decision={one} size={34} />
                <b>{decisionWords[one]}</b>
                <span>{decisionMeanings[one]}</span>
              </span>
            </label>
          ))}
        </div>
        <FieldError field={decision} />
      </fieldset>
      <TextArea field={fields.reason} label="Why?" hint="What in the Study leads you to this?" rows={4} />
      <TextArea
        field={fields.nextStep}
        label="What happens next?"
        placeholder="For example: send the text in the language the family reads."
        rows={2}
      />
      <TextField field={fields.decidedOn} type="date" label="When did you decide?" />
      <div className="btns">
        <SubmitButton>Save the decision</SubmitButton>
      </div>
    </Sheet>
  );
}

import { decisions, decisionWords } from '#db/vocabulary';
import { DecisionGlyph } from '~/charts/decision-glyph';
import { FieldError, TextArea, TextField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';
import { decisionMeanings } from './decision-meanings';
import { SavedField } from './saved-field';
import { drawnIn, type SheetProps } from './sheet-props';
import { useSheet } from './use-sheet';

export interface ActValues {
  decision?: string | null;
  reason?: string | null;
  nextStep?: string | null;
  decidedOn?: string | null;
  drawn?: string;
}

/** The decision, its reason, and what comes next. */
export function ActSheet({ answer, values, action }: Omit<SheetProps<ActValues>, 'fresh'>) {
  const [form, fields] = useSheet<ActValues>('act', answer, values);
  const { decision } = fields;
  return (
    <Sheet form={form} action={action}>
      <input type="hidden" name="drawn" defaultValue={drawnIn(fields.drawn.initialValue)} />
      <SavedField at="decision">
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
      </SavedField>
      <SavedField at="reason">
        <TextArea field={fields.reason} label="Why?" hint="What in the Study leads you to this?" rows={4} />
      </SavedField>
      <SavedField at="nextStep">
        <TextArea
          field={fields.nextStep}
          label="What happens next?"
          placeholder="For example: send the text in the language the family reads."
          rows={2}
        />
      </SavedField>
      <SavedField at="decidedOn">
        <TextField field={fields.decidedOn} type="date" label="When did you decide?" />
      </SavedField>
      <div className="btns">
        <SubmitButton>Save the decision</SubmitButton>
      </div>
    </Sheet>
  );
}

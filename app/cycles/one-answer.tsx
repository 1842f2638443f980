import { useForm } from '@conform-to/react';
import { decisions, decisionWords } from '#db/vocabulary';
import { DecisionGlyph } from '~/charts/decision-glyph';
import type { FormAnswer } from '~/http/form.server';
import { FieldError, TextArea } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';
import { decisionMeanings } from './decision-meanings';

/** One question and its answer, sent from wherever it is asked: a refusal comes back on the page of `action`. */
export function OneAnswer({
  id,
  action,
  formKey,
  question,
  hint,
  answer,
}: {
  id: string;
  action: string;
  formKey: string;
  question: string;
  hint?: string;
  answer?: FormAnswer;
}) {
  const [form, fields] = useForm<{ answer: string }>({ id, lastResult: answer });
  return (
    <Sheet form={form} action={action} holdsWords>
      <input type="hidden" name="formKey" value={formKey} />
      <TextArea field={fields.answer} label={question} hint={hint} rows={3} />
      <div className="btns">
        <SubmitButton kind="line">Save it on the cycle</SubmitButton>
      </div>
    </Sheet>
  );
}

/** The decision and its reason, and no more. */
export function OneDecision({
  id,
  action,
  formKey,
  answer,
}: {
  id: string;
  action: string;
  formKey: string;
  answer?: FormAnswer;
}) {
  const [form, fields] = useForm<{ decision: string; reason: string; nextStep: string }>({
    id,
    lastResult: answer,
  });
  const { decision } = fields;
  return (
    <Sheet form={form} action={action} holdsWords>
      <input type="hidden" name="formKey" value={formKey} />
      <fieldset aria-describedby={decision.errors ? decision.errorId : undefined}>
        <legend className="lab0">What will you do with this change?</legend>
        <div className="choices brief">
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
                <DecisionGlyph decision={one} size={26} />
                <b>{decisionWords[one]}</b>
                <span>{decisionMeanings[one]}</span>
              </span>
            </label>
          ))}
        </div>
        <FieldError field={decision} />
      </fieldset>
      <TextArea field={fields.reason} label="Why?" rows={2} />
      <TextArea field={fields.nextStep} label="What happens next?" hint="It may wait." rows={2} />
      <div className="btns">
        <SubmitButton kind="line">Decide</SubmitButton>
      </div>
    </Sheet>
  );
}

import { getInputProps, useForm } from '@conform-to/react';
import type { FormAnswer } from '~/http/form.server';
import { FieldError, type Option, SelectField, TextArea, TextField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';
import { ShownBefore } from '~/ui/shown-before';

export interface TeamValues {
  name?: string;
  about?: string;
  aimWhat?: string;
  aimForWhom?: string;
  aimFrom?: number | string | null;
  aimTo?: number | string | null;
  aimUnit?: string;
  aimBy?: string | null;
  homePartnerId?: string | null;
}

/** The questions about a team, for starting and for rewriting one. The aim is a sentence to fill in. */
export function TeamSheet({
  answer,
  formKey,
  values = { aimUnit: '%' },
  partners,
  isThere = false,
  saveWords,
}: {
  answer: FormAnswer | undefined;
  /** Of a form that makes something new. */
  formKey?: string;
  values?: TeamValues;
  partners: Option[];
  /** The team is kept already. */
  isThere?: boolean;
  saveWords: string;
}) {
  const [form, fields] = useForm<TeamValues>({ id: 'team-form', lastResult: answer, defaultValue: values });
  const aim = [fields.aimBy, fields.aimWhat, fields.aimForWhom, fields.aimFrom, fields.aimTo, fields.aimUnit];
  const blank = (field: (typeof aim)[number], words: string, className: string, type: 'text' | 'date') => {
    const { key, ...props } = getInputProps(field, { type });
    return (
      <label>
        <span className="vh">{words}</span>
        <input
          key={key}
          {...props}
          className={`in ${className}`}
          autoComplete="off"
          inputMode={className === 'n' && words !== 'Counted in' ? 'decimal' : undefined}
          aria-describedby={field.errors ? field.errorId : undefined}
        />
      </label>
    );
  };
  return (
    <Sheet form={form}>
      {isThere ? <ShownBefore answer={answer} values={values} /> : null}
      {formKey ? <input type="hidden" name="formKey" value={formKey} autoComplete="off" /> : null}
      <TextField field={fields.name} label="What is the team called?" />
      <fieldset className="mad" id="aim">
        <legend className="lab0">What is its aim?</legend>
        <p>
          By {blank(fields.aimBy, 'By when', 'date', 'date')}, we move{' '}
          {blank(fields.aimWhat, 'What gets better', 'long', 'text')} among{' '}
          {blank(fields.aimForWhom, 'For whom', 'long', 'text')} from{' '}
          {blank(fields.aimFrom, 'From how much', 'n', 'text')} to{' '}
          {blank(fields.aimTo, 'To how much', 'n', 'text')} {blank(fields.aimUnit, 'Counted in', 'n', 'text')}
        </p>
        <p className="hint">
          Such as: by May 21, 2027, we move chronic absence among 9th graders from 31 to 22 %. Leave open what
          you do not know yet.
        </p>
        {aim.map((field) => (
          <FieldError key={field.name} field={field} />
        ))}
      </fieldset>
      <TextArea
        field={fields.about}
        label="Who is it, in a sentence?"
        hint="Such as: 9th grade at Lincoln, Eastside and Harbor high schools."
        rows={2}
      />
      <SelectField
        field={fields.homePartnerId}
        label="Which organization is its home?"
        options={partners}
        empty="None yet"
      />
      <div className="btns">
        <SubmitButton>{saveWords}</SubmitButton>
      </div>
    </Sheet>
  );
}

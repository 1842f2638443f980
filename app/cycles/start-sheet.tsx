import { type FieldMetadata, useForm } from '@conform-to/react';
import type { ReactNode } from 'react';
import type { FormAnswer } from '~/http/form.server';
import { type Option, SelectField, TextArea, TextField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';

export interface StartValues {
  ideaId?: string;
  suggestedId?: string;
  newIdea?: string;
  practiceId?: string;
  question?: string;
  prediction?: string;
  startsOn?: string;
}

/** Four questions start a cycle: all else can wait. */
export function StartSheet({
  answer,
  formKey,
  values,
  ideas,
  practices,
  tried,
  onIdea,
}: {
  answer: FormAnswer | undefined;
  formKey: string;
  values: StartValues;
  ideas: Option[];
  practices: Option[];
  /** What was tried before that is like the idea. */
  tried?: ReactNode;
  /** Called as the idea is typed or chosen. */
  onIdea?: (idea: string) => void;
}) {
  const [form, fields] = useForm<StartValues>({ id: 'start', lastResult: answer, defaultValue: values });
  return (
    <Sheet form={form} holdsWords>
      <input type="hidden" name="formKey" value={formKey} autoComplete="off" />
      <WhichIdea fields={fields} values={values} ideas={ideas} practices={practices} onIdea={onIdea} />
      <noscript>
        <button type="submit" formMethod="get" formNoValidate name="look" value="tried" className="btn text">
          See what was tried
        </button>
      </noscript>
      {tried}
      <TextArea
        field={fields.question}
        label="What do you want to find out?"
        placeholder="For example: do families answer a text the same day?"
        rows={2}
      />
      <TextArea
        field={fields.prediction}
        label="What do you think will happen?"
        hint="A guess is fine. A number is better."
        rows={2}
      />
      <TextField field={fields.startsOn} type="date" label="When do you start?" />
      <div className="btns">
        <SubmitButton>Start the cycle</SubmitButton>
      </div>
    </Sheet>
  );
}

type AnyField = FieldMetadata<string | undefined, object, string[]>;

/** The idea to test: one of the list, or a new one in one line. */
export function WhichIdea({
  fields,
  values,
  ideas,
  practices,
  onIdea,
}: {
  fields: { ideaId: AnyField; newIdea: AnyField; practiceId: AnyField };
  values: StartValues;
  ideas: Option[];
  practices: Option[];
  onIdea?: (idea: string) => void;
}) {
  const hasIdeas = ideas.length > 0;
  return (
    <div
      className="stack"
      onInput={({ target }) => {
        if (target instanceof HTMLInputElement && target.name === 'newIdea') onIdea?.(target.value);
        if (target instanceof HTMLSelectElement && target.name === 'ideaId') {
          onIdea?.(target.value ? (target.selectedOptions[0]?.text ?? '') : '');
        }
      }}
    >
      <input type="hidden" name="suggestedId" value={values.suggestedId ?? ''} autoComplete="off" />
      {hasIdeas ? (
        <SelectField
          field={fields.ideaId}
          label="What change will you try?"
          options={ideas}
          empty="Choose one of your ideas"
        />
      ) : null}
      <TextField
        field={fields.newIdea}
        label={hasIdeas ? 'Or a new idea, in one line' : 'What change will you try?'}
        hint={hasIdeas ? undefined : 'In one line, such as “Text home before calling”.'}
      />
      {practices.length > 0 ? (
        <details className="more" open={Boolean(fields.practiceId.initialValue) || undefined}>
          <summary>The new idea comes from a practice</summary>
          <SelectField
            field={fields.practiceId}
            label="Which practice?"
            options={practices}
            empty="None of these"
          />
        </details>
      ) : null}
    </div>
  );
}

import { useForm } from '@conform-to/react';
import type { CommentedThing } from '#db/vocabulary';
import type { FormAnswer } from '~/http/form.server';
import { SelectField, TextArea, TextField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';
import { partsOf } from './things';

export interface CommentValues {
  body?: string;
  part?: string;
  quote?: string;
  tell?: string;
}

/** Words beside a thing, or an answer to some. */
export function CommentSheet({
  answer,
  thing,
  part,
  rootId,
  mayResolve,
  people,
  formKey,
}: {
  answer: FormAnswer | undefined;
  thing: CommentedThing;
  part: string;
  /** The thread that is answered; null begins one. */
  rootId: string | null;
  /** The thread is open: the same form resolves it, and takes along what was typed. */
  mayResolve: boolean;
  people: readonly { id: string; name: string }[];
  formKey: string;
}) {
  const [form, fields] = useForm<CommentValues>({
    id: 'comment-form',
    lastResult: answer,
    defaultValue: { part },
  });
  return (
    <Sheet form={form} holdsWords>
      <input type="hidden" name="formKey" value={formKey} autoComplete="off" />
      {rootId ? <input type="hidden" name="rootId" value={rootId} /> : null}
      <TextArea
        field={fields.body}
        label={rootId ? 'What do you answer?' : 'What do you want to say?'}
        hint="Name somebody with @, such as @Dana Whitfield, and it is in their inbox. Everybody in your community can read it: no names of students or families."
        rows={4}
      />
      {rootId ? null : (
        <div className="inline">
          <SelectField
            field={fields.part}
            label="About which part?"
            empty="All of it"
            options={Object.entries(partsOf[thing]).map(([value, label]) => ({ value, label }))}
          />
          <TextField
            field={fields.quote}
            label="About which words?"
            hint="Copy them here, or leave it empty."
          />
        </div>
      )}
      <SelectField
        field={fields.tell}
        label="Who should see it?"
        hint="Besides whom you named, and who takes part already."
        empty="Nobody else"
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div className="btns">
        <SubmitButton>{rootId ? 'Answer' : 'Add the comment'}</SubmitButton>
        {mayResolve ? (
          <button type="submit" className="btn line" name="resolves" value="yes">
            Resolve
          </button>
        ) : null}
      </div>
      {mayResolve ? (
        <p className="hint">“Resolve” sends what you have written as the last answer, if you wrote one.</p>
      ) : null}
    </Sheet>
  );
}

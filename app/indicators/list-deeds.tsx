import { useForm } from '@conform-to/react';
import type { FormAnswer } from '~/http/form.server';
import { TextField } from '~/ui/form-fields';
import { DeedButton, Sheet, SubmitButton } from '~/ui/sheet';

/** The form that an answer belongs to: several stand on one page. */
export const answerOf = (
  answer: FormAnswer | undefined,
  deed: string,
  thing = '',
): FormAnswer | undefined => {
  const sent = answer?.initialValue;
  return sent?.deed === deed && (thing === '' || sent.id === thing || sent.splitId === thing)
    ? answer
    : undefined;
};

/** One line that adds to a list, or gives one of it another name. */
export function NameSheet({
  id,
  answer,
  values,
  label,
  hint,
  name = '',
  words,
  kind = '',
}: {
  id: string;
  answer: FormAnswer | undefined;
  values: Record<string, string>;
  label: string;
  hint?: string;
  name?: string;
  words: string;
  kind?: '' | 'line' | 'text';
}) {
  const [form, fields] = useForm<{ name: string }>({ id, lastResult: answer, defaultValue: { name } });
  return (
    <Sheet form={form} label={label} className="inline-sheet">
      {Object.entries(values).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <TextField field={fields.name} label={label} hint={hint} />
      <div className="btns">
        <SubmitButton kind={kind}>{words}</SubmitButton>
      </div>
    </Sheet>
  );
}

/** Up, and out where nothing hangs on it. */
export function PlaceButtons({
  action,
  id,
  name,
  isFirst,
  mayGo,
}: {
  action: string;
  id: string;
  name: string;
  isFirst: boolean;
  mayGo: boolean;
}) {
  return (
    <div className="btns">
      {isFirst ? null : (
        <DeedButton action={action} kind="text" values={{ deed: 'up', id }}>
          Move up<span className="vh"> {name}</span>
        </DeedButton>
      )}
      {mayGo ? (
        <DeedButton action={action} kind="text" values={{ deed: 'take out', id }}>
          Take out<span className="vh"> {name}</span>
        </DeedButton>
      ) : null}
    </div>
  );
}

/** What no field can say: why something stays where it is. */
export function RefusedDeed({ answer }: { answer: FormAnswer | undefined }) {
  const errors = answer?.error?.[''] ?? [];
  const isDeed = answer?.initialValue?.deed === 'up' || answer?.initialValue?.deed === 'take out';
  return isDeed && errors.length > 0 ? (
    <div className="errors" role="alert">
      {errors.map((error) => (
        <p key={error} className="err">
          {error}
        </p>
      ))}
    </div>
  ) : null;
}

import { useForm } from '@conform-to/react';
import type { FormAnswer } from '~/http/form.server';
import { CheckField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';
import { Working } from './working';

interface Values {
  choices?: string;
  withoutRefused?: boolean;
}

/** Saves just what was looked at: the choices of the page, not the numbers on it, are sent. */
export function SaveSheet({
  answer,
  choices,
  refused,
  words,
}: {
  answer: FormAnswer | undefined;
  choices: string;
  refused: number;
  /** "Save 12 numbers" */
  words: string;
}) {
  const [form, fields] = useForm<Values>({ id: 'save', lastResult: answer });
  return (
    <Sheet form={form}>
      <input type="hidden" name="choices" value={choices} />
      {refused > 0 ? <CheckField field={fields.withoutRefused} label="Save the rest without them" /> : null}
      <div className="btns">
        <SubmitButton>{words}</SubmitButton>
      </div>
      <Working words="Saving. A long file takes a few seconds." />
    </Sheet>
  );
}

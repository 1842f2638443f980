import { useForm } from '@conform-to/react';
import { useState } from 'react';
import type { FormAnswer } from '~/http/form.server';
import { shownBy } from '~/http/shown-by';
import { CheckField, TextArea } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';

interface AnswerValues {
  text?: string;
  isOver?: string;
}

/** What a leader will do about what stands in a team's way. */
export function AnswerSheet({ answer, text }: { answer: FormAnswer | undefined; text: string }) {
  const [drawn] = useState(text);
  const [form, fields] = useForm<AnswerValues>({
    id: 'answer-barrier',
    lastResult: answer,
    defaultValue: { text },
  });
  return (
    <Sheet form={form} holdsWords>
      <input type="hidden" name="was" value={shownBy(answer, 'was', drawn)} autoComplete="off" />
      <TextArea
        field={fields.text}
        label="What will you do about it?"
        hint="The team’s people read it on their page, with your name."
        rows={4}
      />
      <CheckField
        field={fields.isOver}
        label="It is out of the way"
        hint="Today is then its last day, and it leaves the page for leaders."
      />
      <div className="btns">
        <SubmitButton>Send the answer</SubmitButton>
      </div>
    </Sheet>
  );
}

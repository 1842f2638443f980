import { useForm } from '@conform-to/react';
import type { FormAnswer } from '~/http/form.server';
import { TextArea } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';

/** Who came. `present` is what the page was drawn with: words written meanwhile are not overwritten. */
export function PresentSheet({
  action,
  answer,
  present,
}: {
  action: string;
  answer?: FormAnswer;
  present: string;
}) {
  const [form, fields] = useForm<{ present: string }>({
    id: 'present',
    lastResult: answer,
    defaultValue: { present },
  });
  return (
    <Sheet form={form} action={action} holdsWords>
      <input type="hidden" name="was" value={present} />
      <TextArea
        field={fields.present}
        label="Who is here?"
        hint="Staff and partners. No names of students or families."
        rows={2}
      />
      <div className="btns">
        <SubmitButton kind="line">Save who is here</SubmitButton>
      </div>
    </Sheet>
  );
}

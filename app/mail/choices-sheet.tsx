import { useForm } from '@conform-to/react';
import type { FormAnswer } from '~/http/form.server';
import { CheckField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';
import type { MailChoices } from './forms';

/** Which letters one gets. */
export function ChoicesSheet({ answer, values }: { answer: FormAnswer | undefined; values: MailChoices }) {
  const [form, fields] = useForm<{ digest: string; reminder: string }>({
    id: 'mail-choices',
    lastResult: answer,
    defaultValue: { digest: values.digest ? 'on' : '', reminder: values.reminder ? 'on' : '' },
  });
  return (
    <Sheet form={form}>
      <CheckField
        field={fields.digest}
        label="One e-mail a week"
        hint="On Monday morning: what waits in your inbox, which steps and numbers are due, what you promised, what is coming up. None where nothing waits."
      />
      <CheckField
        field={fields.reminder}
        label="Reminders"
        hint="On the morning before something is due, and once when it is late. At most one e-mail a working day."
      />
      <div className="btns">
        <SubmitButton>Save</SubmitButton>
      </div>
    </Sheet>
  );
}

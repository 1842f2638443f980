import { useForm } from '@conform-to/react';
import type { FormAnswer } from '~/http/form.server';
import { paths } from '~/paths';
import { CheckField, Sheet, SubmitButton } from '~/ui/form';
import { listed } from '~/ui/words';

/** What goes with the demo, and the button that removes it. */
export function RemoveDemoSheet({
  communities,
  answer,
}: {
  communities: string[];
  answer: FormAnswer | undefined;
}) {
  const [form, fields] = useForm<{ confirm: string }>({ id: 'remove-demo', lastResult: answer });
  return (
    <Sheet form={form} action={paths.removeDemo()}>
      <p>
        This takes away {listed(communities)}: every team, cycle, measure, indicator and practice in{' '}
        {communities.length > 1 ? 'them' : 'it'}, and everybody who has no other community, you too. Your own
        communities stay as they are. It cannot be undone, and the demo does not come back.
      </p>
      <CheckField field={fields.confirm} label="Yes, remove the demo and all that is in it" />
      <div className="btns">
        <SubmitButton kind="danger">Remove the demo</SubmitButton>
      </div>
    </Sheet>
  );
}

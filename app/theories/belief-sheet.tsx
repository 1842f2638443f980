import { useForm } from '@conform-to/react';
import type { FormAnswer } from '~/http/form.server';
import { ChoicesField, type Option, TextArea } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';

/** Why the team stopped believing in something, or believes in it again, and because of which cycles. */
export function BeliefSheet({
  answer,
  isBelieved,
  cycles,
}: {
  answer: FormAnswer | undefined;
  /** As it is now: the form says the opposite. */
  isBelieved: boolean;
  cycles: Option[];
}) {
  const [form, fields] = useForm<{ reason?: string; cycleIds?: string[] }>({
    id: 'belief',
    lastResult: answer,
  });
  return (
    <Sheet form={form} holdsWords>
      <input type="hidden" name="isBelieved" value={isBelieved ? 'no' : 'yes'} autoComplete="off" />
      <TextArea
        field={fields.reason}
        label={isBelieved ? 'What made you stop believing it?' : 'What made you believe it again?'}
        hint="One or two sentences that somebody new to the team would understand."
        rows={3}
      />
      {cycles.length > 0 ? (
        <ChoicesField field={fields.cycleIds} label="Because of which cycles?" options={cycles} />
      ) : null}
      <div className="btns">
        <SubmitButton>{isBelieved ? 'We no longer believe this' : 'We believe this again'}</SubmitButton>
      </div>
    </Sheet>
  );
}

import { useForm } from '@conform-to/react';
import { practiceDecisions, practiceDecisionWords } from '#db/vocabulary';
import type { FormAnswer } from '~/http/form.server';
import { RadioField, TextArea, TextField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';

interface DecideValues {
  decision?: string;
  reason?: string;
  reviewOn?: string;
}

const options = practiceDecisions.map((value) => ({ value, label: practiceDecisionWords[value] }));

/** What leaders do with a practice, why, and when they look again. */
export function DecideSheet({ answer, values }: { answer: FormAnswer | undefined; values: DecideValues }) {
  const [form, fields] = useForm<DecideValues>({ id: 'decide', lastResult: answer, defaultValue: values });
  return (
    <Sheet form={form} holdsWords>
      <RadioField field={fields.decision} label="What do you do with it?" options={options} />
      <TextArea
        field={fields.reason}
        label="Why?"
        hint="Everyone in the community can read it. What you will pay for or ask of teams belongs here."
        rows={4}
      />
      <TextField
        field={fields.reviewOn}
        type="date"
        label="When will you look at it again?"
        hint="A decision with no end date goes stale."
      />
      <div className="btns">
        <SubmitButton>Keep the decision</SubmitButton>
      </div>
    </Sheet>
  );
}

import { useForm } from '@conform-to/react';
import type { FormAnswer } from '~/http/form.server';
import { TextArea } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';
import { ShownBefore } from '~/ui/shown-before';

interface StoryValues {
  whoBenefits?: string;
  caveats?: string;
}

/** What people add to a story; the rest is read from the data. */
export function StorySheet({ answer, values }: { answer: FormAnswer | undefined; values: StoryValues }) {
  const [form, fields] = useForm<StoryValues>({ id: 'story', lastResult: answer, defaultValue: values });
  return (
    <Sheet form={form} holdsWords>
      <ShownBefore answer={answer} values={{ whoBenefits: values.whoBenefits, caveats: values.caveats }} />
      <TextArea
        field={fields.whoBenefits}
        label="Who benefits?"
        hint="Whose day is better, in plain words. Whoever gets the link reads this: name no child."
        rows={3}
      />
      <TextArea
        field={fields.caveats}
        label="What else should a reader be careful about?"
        hint="What the numbers cannot know: a new law, a mild winter, a helper who will leave."
        rows={3}
      />
      <div className="btns">
        <SubmitButton>Save</SubmitButton>
      </div>
    </Sheet>
  );
}

import { useForm } from '@conform-to/react';
import {
  practiceSettings,
  practiceSettingWords,
  practiceSources,
  practiceSourceWords,
  researchTiers,
  researchTierWords,
} from '#db/vocabulary';
import type { FormAnswer } from '~/http/form.server';
import { type Option, SelectField, TextArea, TextField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';
import { ShownBefore } from '~/ui/shown-before';

export interface PracticeValues {
  name?: string;
  description?: string;
  steps?: string;
  forWhom?: string;
  setting?: string | null;
  outcomeId?: string | null;
  takesHours?: string;
  takesMoney?: string;
  takesMaterials?: string;
  coreParts?: string;
  adaptableParts?: string;
  sourceKind?: string | null;
  sourceTier?: string | null;
  source?: string;
  ownerId?: string | null;
}

const optionsOf = <Word extends string>(words: readonly Word[], labels: Record<Word, string>): Option[] =>
  words.map((value) => ({ value, label: labels[value] }));

/** The questions about a practice, for adding and for rewriting one. Only its name must be answered. */
export function PracticeSheet({
  answer,
  formKey,
  ideaId,
  values,
  owners,
  outcomes,
  isThere = false,
  saveWords,
}: {
  answer: FormAnswer | undefined;
  /** Of a form that makes something new. */
  formKey?: string;
  /** The change idea that becomes its first use. */
  ideaId?: string;
  values?: PracticeValues;
  owners: Option[];
  outcomes: Option[];
  /** The practice is kept already. */
  isThere?: boolean;
  saveWords: string;
}) {
  const [form, fields] = useForm<PracticeValues>({
    id: 'practice',
    lastResult: answer,
    defaultValue: values,
  });
  return (
    <Sheet form={form} holdsWords>
      {isThere ? <ShownBefore answer={answer} values={values ?? {}} /> : null}
      {formKey ? <input type="hidden" name="formKey" value={formKey} autoComplete="off" /> : null}
      {ideaId ? <input type="hidden" name="ideaId" value={ideaId} autoComplete="off" /> : null}
      <TextField field={fields.name} label="What is it called?" />
      <TextArea field={fields.description} label="What is it?" hint="A sentence or two." rows={3} />
      <TextArea
        field={fields.steps}
        label="How is it done, step by step?"
        hint="One step to a line. They become the tasks of a team that uses it."
        rows={5}
      />
      <SelectField
        field={fields.outcomeId}
        label="Which result should it help?"
        options={outcomes}
        empty="Not said yet"
      />
      <TextField field={fields.forWhom} label="Who is it for?" />
      <SelectField
        field={fields.setting}
        label="Where is it used?"
        options={optionsOf(practiceSettings, practiceSettingWords)}
        empty="Not said yet"
      />
      <fieldset className="stack">
        <legend className="lab">What does it take?</legend>
        <TextField field={fields.takesHours} label="Hours" hint="Such as “6 minutes a day in each class”." />
        <TextField field={fields.takesMoney} label="Money" hint="Such as “$40 a month for texts”." />
        <TextField field={fields.takesMaterials} label="Materials and people" />
      </fieldset>
      <TextArea
        field={fields.coreParts}
        label="What must stay as it is?"
        hint="The core. Without one of these it is something else. One to a line."
        rows={3}
      />
      <TextArea
        field={fields.adaptableParts}
        label="What may a team change?"
        hint="One to a line."
        rows={3}
      />
      <SelectField
        field={fields.sourceKind}
        label="Where does it come from?"
        options={optionsOf(practiceSources, practiceSourceWords)}
        empty="Not said yet"
      />
      <SelectField
        field={fields.sourceTier}
        label="How strong is the research?"
        hint="Only for national research: the four tiers of federal law (ESSA)."
        options={optionsOf(researchTiers, researchTierWords)}
        empty="No tier"
      />
      <TextArea
        field={fields.source}
        label="Who or what can somebody ask or read?"
        hint="A person, a study, a web address."
        rows={2}
      />
      <SelectField field={fields.ownerId} label="Who looks after it?" options={owners} empty="Nobody yet" />
      <div className="btns">
        <SubmitButton>{saveWords}</SubmitButton>
      </div>
    </Sheet>
  );
}

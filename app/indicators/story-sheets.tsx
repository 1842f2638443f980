import { useForm } from '@conform-to/react';
import { type StoryPart, storyPartWords } from '#db/vocabulary';
import type { FormAnswer } from '~/http/form.server';
import { shownBy } from '~/http/shown-by';
import { type Option, SelectField, TextArea, TextField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';
import { ShownBefore } from '~/ui/shown-before';

const hints: Record<StoryPart, string> = {
  'pushes up': 'What happens here that moves the number the right way? Say how you know.',
  'holds down': 'What stands in the way? Name systems, not children.',
  unknown: 'What would you have to find out, and how?',
  works: 'What has worked here or elsewhere, and what could?',
};

interface StoryValues {
  pushesUp?: string;
  holdsDown?: string;
  unknown?: string;
  works?: string;
}

/** The story behind the curve, all parts at once. `was` names the versions that the page was drawn with. */
export function StorySheet({
  answer,
  values,
  was,
}: {
  answer: FormAnswer | undefined;
  values: StoryValues;
  was: Record<string, string>;
}) {
  const [form, fields] = useForm<StoryValues>({ id: 'story', lastResult: answer, defaultValue: values });
  const part = (name: StoryPart) => ({ label: storyPartWords[name], hint: hints[name], rows: 5 });
  return (
    <Sheet form={form} holdsWords>
      {Object.entries(was).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={shownBy(answer, name, value)} autoComplete="off" />
      ))}
      <TextArea field={fields.pushesUp} {...part('pushes up')} />
      <TextArea field={fields.holdsDown} {...part('holds down')} />
      <TextArea field={fields.unknown} {...part('unknown')} />
      <TextArea field={fields.works} {...part('works')} />
      <div className="btns">
        <SubmitButton>Save the story</SubmitButton>
      </div>
    </Sheet>
  );
}

const roleWords = {
  label: 'What do they do, or could they do?',
  hint: 'One line, such as “Opens the lab two evenings a month for families who fill in the form”.',
};

/** A partner gets a role. */
export function NewPartnerSheet({
  answer,
  formKey,
  partners,
}: {
  answer: FormAnswer | undefined;
  formKey: string;
  partners: readonly Option[];
}) {
  const [form, fields] = useForm<{ partnerId?: string; role?: string }>({
    id: 'new-partner',
    lastResult: answer,
  });
  return (
    <Sheet form={form} holdsWords>
      <input type="hidden" name="formKey" value={formKey} autoComplete="off" />
      <SelectField
        field={fields.partnerId}
        label="Which partner?"
        options={partners}
        empty="Choose a partner"
      />
      <TextField field={fields.role} {...roleWords} />
      <div className="btns">
        <SubmitButton>Add the partner</SubmitButton>
      </div>
    </Sheet>
  );
}

export function RoleSheet({ answer, role }: { answer: FormAnswer | undefined; role: string }) {
  const [form, fields] = useForm<{ role?: string }>({
    id: 'role',
    lastResult: answer,
    defaultValue: { role },
  });
  return (
    <Sheet form={form} holdsWords>
      <ShownBefore answer={answer} values={{ role }} />
      <TextField field={fields.role} {...roleWords} />
      <div className="btns">
        <SubmitButton kind="line">Save</SubmitButton>
      </div>
    </Sheet>
  );
}

export interface ActionValues {
  what?: string;
  who?: string;
  byDate?: string | null;
}

export function ActionSheet({
  answer,
  values,
  formKey,
}: {
  answer: FormAnswer | undefined;
  values: ActionValues;
  /** Of a new one. */
  formKey?: string;
}) {
  const [form, fields] = useForm<ActionValues>({ id: 'action', lastResult: answer, defaultValue: values });
  return (
    <Sheet form={form} holdsWords>
      {formKey ? (
        <input type="hidden" name="formKey" value={formKey} autoComplete="off" />
      ) : (
        <ShownBefore answer={answer} values={values} />
      )}
      <TextField field={fields.what} label="What will be done?" />
      <div className="inline">
        <TextField field={fields.who} label="Who does it?" hint="A person or a partner." />
        <TextField field={fields.byDate} label="By when?" type="date" />
      </div>
      <div className="btns">
        <SubmitButton kind={formKey ? '' : 'line'}>{formKey ? 'Add the action' : 'Save'}</SubmitButton>
      </div>
    </Sheet>
  );
}

export interface FactorValues {
  name?: string;
  evidence?: string;
}

export function FactorSheet({
  answer,
  values,
  formKey,
}: {
  answer: FormAnswer | undefined;
  values: FactorValues;
  /** Of a new one. */
  formKey?: string;
}) {
  const [form, fields] = useForm<FactorValues>({ id: 'factor', lastResult: answer, defaultValue: values });
  return (
    <Sheet form={form} holdsWords>
      {formKey ? (
        <input type="hidden" name="formKey" value={formKey} autoComplete="off" />
      ) : (
        <ShownBefore answer={answer} values={values} />
      )}
      <TextField
        field={fields.name}
        label="What is the root cause, in one line?"
        hint="Something that could change, such as “The form is only in English”."
      />
      <TextArea
        field={fields.evidence}
        label="What speaks for it?"
        hint="Numbers, a study, what families said. No names of students or families."
        rows={4}
      />
      <div className="btns">
        <SubmitButton kind={formKey ? '' : 'line'}>{formKey ? 'Add the root cause' : 'Save'}</SubmitButton>
      </div>
    </Sheet>
  );
}

/** A root cause becomes a driver of a team. */
export function FactorDriverSheet({
  answer,
  formKey,
  name,
  primaries,
}: {
  answer: FormAnswer | undefined;
  formKey: string;
  name: string;
  primaries: readonly Option[];
}) {
  const [form, fields] = useForm<{ name?: string; parentId?: string }>({
    id: 'factor-driver',
    lastResult: answer,
    defaultValue: { name },
  });
  return (
    <Sheet form={form} holdsWords>
      <input type="hidden" name="formKey" value={formKey} autoComplete="off" />
      <TextField
        field={fields.name}
        label="What has to change, in one line?"
        hint="A driver says what has to become true, such as “Families get the form in their language”."
      />
      <SelectField
        field={fields.parentId}
        label="Under what?"
        options={primaries}
        empty="Right under the aim: a primary driver"
      />
      <div className="btns">
        <SubmitButton>Make it a driver</SubmitButton>
      </div>
    </Sheet>
  );
}

import { useForm } from '@conform-to/react';
import type { FormAnswer } from '~/http/form.server';
import { type Option, SelectField, TextArea, TextField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';
import { ShownBefore } from '~/ui/shown-before';

/** What a driver is called, and what the team means by it. */
export function DriverSheet({
  answer,
  values,
}: {
  answer: FormAnswer | undefined;
  values: { name?: string; detail?: string };
}) {
  const [form, fields] = useForm<{ name?: string; detail?: string }>({
    id: 'driver',
    lastResult: answer,
    defaultValue: values,
  });
  return (
    <Sheet form={form} holdsWords>
      <ShownBefore answer={answer} values={{ name: values.name, detail: values.detail }} />
      <TextField field={fields.name} label="What has to change, in one line?" />
      <TextArea field={fields.detail} label="What do you mean by it, and why do you believe it?" rows={3} />
      <div className="btns">
        <SubmitButton kind="line">Save</SubmitButton>
      </div>
    </Sheet>
  );
}

/** A new driver, right under the aim or under a primary driver. */
export function NewDriverSheet({
  answer,
  formKey,
  parentId,
  primaries,
}: {
  answer: FormAnswer | undefined;
  formKey: string;
  parentId: string | undefined;
  primaries: Option[];
}) {
  const [form, fields] = useForm<{ name?: string; parentId?: string }>({
    id: 'new-driver',
    lastResult: answer,
    defaultValue: { parentId },
  });
  return (
    <Sheet form={form} holdsWords>
      <input type="hidden" name="formKey" value={formKey} autoComplete="off" />
      <TextField
        field={fields.name}
        label="What has to change, in one line?"
        hint="Such as “Families hear the same day that a child is missing”."
      />
      <SelectField
        field={fields.parentId}
        label="Under what?"
        options={primaries}
        empty="Right under the aim: a primary driver"
      />
      <div className="btns">
        <SubmitButton>Add the driver</SubmitButton>
      </div>
    </Sheet>
  );
}

/** An idea the team has, or a new one, under a driver. */
export function PlaceSheet({
  answer,
  formKey,
  values,
  drivers,
  ideas,
}: {
  answer: FormAnswer | undefined;
  formKey: string;
  values: { driverId?: string; ideaId?: string };
  drivers: Option[];
  ideas: Option[];
}) {
  const [form, fields] = useForm<{ driverId?: string; ideaId?: string; newIdea?: string }>({
    id: 'place',
    lastResult: answer,
    defaultValue: values,
  });
  return (
    <Sheet form={form} holdsWords>
      <input type="hidden" name="formKey" value={formKey} autoComplete="off" />
      <SelectField
        field={fields.driverId}
        label="Under which driver?"
        options={drivers}
        empty="Choose a driver"
      />
      {ideas.length > 0 ? (
        <SelectField
          field={fields.ideaId}
          label="Which change idea?"
          options={ideas}
          empty="Choose one of your ideas"
        />
      ) : null}
      <TextField
        field={fields.newIdea}
        label={ideas.length > 0 ? 'Or a new idea, in one line' : 'What will you try, in one line?'}
      />
      <div className="btns">
        <SubmitButton>Put it there</SubmitButton>
      </div>
    </Sheet>
  );
}

/** A measure of the team, on one part of its theory. */
export function HangSheet({
  answer,
  on,
  choices,
}: {
  answer: FormAnswer | undefined;
  on: { driverId?: string; ideaId?: string };
  choices: Option[];
}) {
  const [form, fields] = useForm<{ measureId?: string; driverId?: string; ideaId?: string }>({
    id: 'hang',
    lastResult: answer,
  });
  return (
    <Sheet form={form}>
      {Object.entries(on).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} autoComplete="off" /> : null,
      )}
      <SelectField
        field={fields.measureId}
        label="Which measure tells of it?"
        options={choices}
        empty="Choose a measure"
      />
      <div className="btns">
        <SubmitButton>Add it here</SubmitButton>
      </div>
    </Sheet>
  );
}

import { useForm } from '@conform-to/react';
import {
  dataKinds,
  dataKindWords,
  directions,
  directionWords,
  frequencies,
  frequencyWords,
  type MeasureType,
  measureTypes,
  ruleSets,
  ruleSetWords,
} from '#db/vocabulary';
import type { FormAnswer } from '~/http/form.server';
import { type Option, RadioField, SelectField, TextArea, TextField } from '~/ui/form-fields';
import { Icon } from '~/ui/icons';
import { Sheet, SubmitButton } from '~/ui/sheet';

export interface MeasureValues {
  name?: string;
  type?: string;
  kind?: string;
  direction?: string;
  frequency?: string;
  definition?: string;
  numeratorWords?: string;
  denominatorWords?: string;
  unit?: string;
  ratePer?: number | string;
  goal?: number | string | null;
  goalBy?: string | null;
  source?: string;
  collector?: string;
  dueLagDays?: number | string;
  ruleSet?: string | null;
}

const optionsOf = <Word extends string>(words: readonly Word[], labels: Record<Word, string>): Option[] =>
  words.map((value) => ({ value, label: labels[value] }));

const typeLabels: Record<MeasureType, string> = {
  outcome: 'Outcome: is it getting better for students and families?',
  process: 'Process: are we doing what we planned?',
  balancing: 'Balancing: is something else getting worse?',
};

const folded = [
  'definition',
  'numeratorWords',
  'denominatorWords',
  'unit',
  'ratePer',
  'goal',
  'goalBy',
  'source',
  'collector',
  'dueLagDays',
  'ruleSet',
] as const;

/** The questions about a measure: four and the rhythm first, the rest folded away. */
export function MeasureSheet({
  answer,
  values = { frequency: 'weekly' },
  isOpen = false,
  saveWords,
}: {
  answer: FormAnswer | undefined;
  values?: MeasureValues;
  /** Shows what is folded from the start. */
  isOpen?: boolean;
  saveWords: string;
}) {
  const [form, fields] = useForm<MeasureValues>({
    id: 'measure-form',
    lastResult: answer,
    defaultValue: values,
  });
  const hasFoldedError = folded.some((name) => fields[name].errors);
  return (
    <Sheet form={form}>
      <TextField
        field={fields.name}
        label="What do you measure?"
        hint="Such as: school days attended, families reached the same day."
      />
      <RadioField
        field={fields.type}
        label="What does it tell you?"
        options={optionsOf(measureTypes, typeLabels)}
      />
      <RadioField
        field={fields.kind}
        label="What kind of number is it?"
        options={optionsOf(dataKinds, dataKindWords)}
      />
      <RadioField
        field={fields.direction}
        label="Which way is better?"
        options={optionsOf(directions, directionWords)}
      />
      <SelectField
        field={fields.frequency}
        label="How often is there a new number?"
        hint="Weekly numbers show a change soonest."
        options={optionsOf(frequencies, frequencyWords)}
      />
      <details className="more" open={isOpen || hasFoldedError}>
        <summary>
          How it is counted, goal and source <Icon name="down" size={16} />
        </summary>
        <div className="stack-form">
          <TextArea
            field={fields.definition}
            label="Exactly what is counted?"
            hint="So that two people count the same. Who is in, who is out."
            rows={3}
          />
          <TextField
            field={fields.numeratorWords}
            label="What is the number on top?"
            hint="For a share or a rate, such as: days attended by students on the watch list."
          />
          <TextField
            field={fields.denominatorWords}
            label="Out of what?"
            hint="Such as: days that school was open, for all of them."
          />
          <TextField
            field={fields.unit}
            label="What is the unit?"
            hint="Not for a share. Such as: minutes, families, $."
          />
          <TextField
            field={fields.ratePer}
            label="For a rate: for each how many?"
            hint="100 makes events for each 100."
            inputMode="numeric"
            short
          />
          <TextField
            field={fields.goal}
            label="What is the goal?"
            hint="For a balancing measure, the limit. In percent for a share."
            inputMode="decimal"
            short
          />
          <TextField field={fields.goalBy} label="By when?" type="date" />
          <TextField field={fields.source} label="Where does the number come from?" />
          <TextField field={fields.collector} label="Who enters it?" />
          <TextField
            field={fields.dueLagDays}
            label="How many days after the period is it due?"
            hint="7 if you leave it empty."
            inputMode="numeric"
            short
          />
          <SelectField
            field={fields.ruleSet}
            label="Which run chart rules?"
            options={optionsOf(ruleSets, ruleSetWords)}
            empty="The rules of our community"
          />
        </div>
      </details>
      <div className="btns">
        <SubmitButton>{saveWords}</SubmitButton>
      </div>
    </Sheet>
  );
}

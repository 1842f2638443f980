import { useForm } from '@conform-to/react';
import {
  type Direction,
  directions,
  directionWords,
  type IndicatorUnit,
  indicatorUnits,
  indicatorUnitWords,
  type PeriodKind,
} from '#db/vocabulary';
import type { FormAnswer } from '~/http/form.server';
import { CheckField, type Option, RadioField, SelectField, TextArea, TextField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';
import { ShownBefore } from '~/ui/shown-before';

export interface IndicatorValues {
  name?: string;
  outcomeId?: string;
  definition?: string;
  source?: string;
  unit?: IndicatorUnit;
  ratePer?: number;
  direction?: Direction;
  periodKind?: PeriodKind;
  isCore?: boolean;
  baselinePeriod?: string | null;
  target?: number | null;
  targetPeriod?: string | null;
  minimumMovement?: number;
  everyYears?: number;
  ownerId?: string | null;
}

const periodOptions = [
  { value: 'school year', label: 'A school year' },
  { value: 'year', label: 'A calendar year' },
];

/** The questions about an indicator, for defining one and for changing it. */
export function IndicatorSheet({
  answer,
  values,
  outcomes,
  owners,
  isThere = false,
  saveWords,
}: {
  answer: FormAnswer | undefined;
  values: IndicatorValues;
  outcomes: Option[];
  owners: Option[];
  /** The indicator is kept already. */
  isThere?: boolean;
  saveWords: string;
}) {
  const [form, fields] = useForm<IndicatorValues>({
    id: 'indicator',
    lastResult: answer,
    defaultValue: values,
  });
  return (
    <Sheet form={form}>
      {isThere ? <ShownBefore answer={answer} values={values} /> : null}
      <TextField field={fields.name} label="What is it called?" />
      <SelectField
        field={fields.outcomeId}
        label="Which outcome is it about?"
        options={outcomes}
        empty="Choose one"
      />
      <TextArea
        field={fields.definition}
        label="What exactly is counted?"
        hint="Who is in it, who is not, and when it is counted."
        rows={3}
      />
      <TextField field={fields.source} label="Where do the numbers come from?" />
      <RadioField
        field={fields.unit}
        label="What are the numbers?"
        options={indicatorUnits.map((unit) => ({ value: unit, label: indicatorUnitWords[unit] }))}
      />
      <TextField
        field={fields.ratePer}
        label="For a rate: events for each how many?"
        hint="1,000 for “for each 1,000 children”. Leave it for other numbers."
        inputMode="numeric"
        short
      />
      <RadioField
        field={fields.direction}
        label="Which way is better?"
        options={directions.map((direction) => ({ value: direction, label: directionWords[direction] }))}
      />
      <RadioField field={fields.periodKind} label="What is each number for?" options={periodOptions} />
      <TextField
        field={fields.everyYears}
        label="How often is there a number?"
        hint="Every how many years: 1 is each year, 2 every other year."
        inputMode="numeric"
        short
      />
      <div className="formgrid">
        <TextField
          field={fields.baselinePeriod}
          label="What is it compared with?"
          hint="The baseline, such as 2021-22. Empty: the first period with a number."
        />
        <TextField
          field={fields.minimumMovement}
          label="How far must it move to count?"
          hint="In its own numbers: 1 is one percentage point. 0 counts every change."
          inputMode="decimal"
        />
        <TextField
          field={fields.target}
          label="What should it reach?"
          hint="May be empty."
          inputMode="decimal"
        />
        <TextField field={fields.targetPeriod} label="By when?" hint="Such as 2029-30." />
      </div>
      <CheckField
        field={fields.isCore}
        label="It is a core indicator"
        hint="Core indicators count on the scoreboard."
      />
      <SelectField field={fields.ownerId} label="Who looks after it?" options={owners} empty="Nobody yet" />
      <div className="btns">
        <SubmitButton>{saveWords}</SubmitButton>
      </div>
    </Sheet>
  );
}

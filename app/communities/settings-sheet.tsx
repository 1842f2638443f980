import { useForm } from '@conform-to/react';
import { type RuleSet, ruleSets, ruleSetWords } from '#db/vocabulary';
import type { FormAnswer } from '~/http/form.server';
import { type Option, SelectField, TextArea, TextField } from '~/ui/form-fields';
import { Sheet, SubmitButton } from '~/ui/sheet';
import { ShownBefore } from '~/ui/shown-before';
import { monthWords } from './months';

export interface SettingsValues {
  name: string;
  timeZone: string;
  schoolYearFirstMonth: number;
  holidays: string[];
  ruleSet: RuleSet;
  maskingThreshold: number;
}

const months = Object.entries(monthWords).map(([value, label]) => ({ value, label }));
const rules = ruleSets.map((ruleSet) => ({ value: ruleSet, label: ruleSetWords[ruleSet] }));

export function SettingsSheet({
  answer,
  settings,
  timeZones,
}: {
  answer: FormAnswer | undefined;
  settings: SettingsValues;
  timeZones: Option[];
}) {
  const [form, fields] = useForm<Record<keyof SettingsValues, string>>({
    id: 'settings',
    lastResult: answer,
    defaultValue: {
      ...settings,
      schoolYearFirstMonth: String(settings.schoolYearFirstMonth),
      maskingThreshold: String(settings.maskingThreshold),
      holidays: settings.holidays.join('\n'),
    },
  });
  return (
    <Sheet form={form}>
      <ShownBefore answer={answer} values={settings} />
      <TextField field={fields.name} label="What is your community called?" />
      <SelectField
        field={fields.timeZone}
        label="Which time zone is it in?"
        hint="It decides when a day starts and ends, and so what is late."
        options={timeZones}
      />
      <SelectField
        field={fields.schoolYearFirstMonth}
        label="In which month does a school year start?"
        options={months}
      />
      <TextArea
        field={fields.holidays}
        label="Which days are off?"
        hint="One date a line, like 2026-11-26. No task falls due on them."
        rows={6}
      />
      <SelectField
        field={fields.ruleSet}
        label="Which rules find signals in run charts?"
        hint="All teams use the same, so that their charts mean the same."
        options={rules}
      />
      <TextField
        field={fields.maskingThreshold}
        label="What is the smallest group shown?"
        hint="Results of fewer people are hidden, so that nobody can be picked out. 10 is usual."
        inputMode="numeric"
        short
      />
      <div className="btns">
        <SubmitButton>Save</SubmitButton>
      </div>
    </Sheet>
  );
}

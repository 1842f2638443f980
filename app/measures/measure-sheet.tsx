import { useForm } from '@conform-to/react';
import type { ReactNode } from 'react';
import {
  chartKinds,
  chartKindWords,
  dataKinds,
  dataKindWords,
  directions,
  directionWords,
  frequencies,
  frequencyWords,
  type MeasureType,
  measureRuleSets,
  measureRuleSetWords,
  measureTypes,
} from '#db/vocabulary';
import type { FormAnswer } from '~/http/form.server';
import { CheckField, type Option, RadioField, SelectField, TextArea, TextField } from '~/ui/form-fields';
import { Icon } from '~/ui/icons';
import { Sheet, SubmitButton } from '~/ui/sheet';
import { ShownBefore } from '~/ui/shown-before';
import type { Measure } from './measure';

/** The answers as the form takes them: words of a closed list, numbers and days as typed. */
export interface MeasureValues {
  name?: string;
  type?: string;
  kind?: string;
  direction?: string;
  frequency?: string;
  definition?: string;
  inclusions?: string;
  numeratorWords?: string;
  denominatorWords?: string;
  unit?: string;
  ratePer?: number | string;
  lowest?: number | string | null;
  highest?: number | string | null;
  goal?: number | string | null;
  goalBy?: string | null;
  source?: string;
  collector?: string;
  ownerId?: string | null;
  dueLagDays?: number | string;
  ruleSet?: string | null;
  chartKind?: string | null;
  isScreened?: string;
  showsIcons?: string;
  /** Names of groups, one a line. */
  strata?: string;
  groups?: { was: string; name: string }[];
  countedAnewOn?: string;
}

/** A measure that is there, as its form begins: each group has a field of its own. */
export function measureValues(measure: Measure): MeasureValues {
  const { id, baselineThrough, phaseStarts, firstGoal, goalSteps, ...answers } = measure;
  return {
    ...answers,
    groups: measure.strata.map((name) => ({ was: name, name })),
    strata: '',
    isScreened: measure.isScreened ? 'yes' : 'no',
    showsIcons: measure.showsIcons ? 'on' : '',
  };
}

const optionsOf = <Word extends string>(words: readonly Word[], labels: Record<Word, string>): Option[] =>
  words.map((value) => ({ value, label: labels[value] }));

const typeLabels: Record<MeasureType, string> = {
  outcome: 'Outcome: is it getting better for students and families?',
  process: 'Process: are we doing what we planned?',
  balancing: 'Balancing: is something else getting worse?',
};

const screening: Option[] = [
  { value: 'yes', label: 'Leave extreme steps out of the limits' },
  { value: 'no', label: 'Keep every step, as the NHS Excel tool does' },
];

/** What is folded away, by its summary. */
const folds = {
  counted: [
    'definition',
    'inclusions',
    'numeratorWords',
    'denominatorWords',
    'unit',
    'ratePer',
    'lowest',
    'highest',
    'strata',
    'groups',
    'countedAnewOn',
  ],
  goal: ['goal', 'goalBy'],
  source: ['source', 'collector', 'ownerId', 'dueLagDays'],
  chart: ['ruleSet', 'chartKind', 'isScreened', 'showsIcons'],
} as const;

/**
 * The questions about a measure: four and the rhythm first, the rest folded away. What does not fit the kind of number
 * is hidden by the style sheet as the kind is chosen; its hints say the same where that does not happen.
 */
export function MeasureSheet({
  answer,
  values = { frequency: 'weekly' },
  owners,
  keptBy,
  goals,
  isOpen = false,
  shown,
  saveWords,
}: {
  answer: FormAnswer | undefined;
  values?: MeasureValues;
  /** The people of the team. */
  owners: readonly Option[];
  /** By what such numbers are often kept apart. */
  keptBy?: string;
  /** Where the goal goes by steps: said here in place of its question. */
  goals?: ReactNode;
  /** Shows what is folded from the start. */
  isOpen?: boolean;
  /** The measure as it is kept, where it is kept already. */
  shown?: Measure;
  saveWords: string;
}) {
  const [form, fields] = useForm<MeasureValues>({
    id: 'measure-form',
    lastResult: answer,
    defaultValue: values,
  });
  const groups = fields.groups.getFieldList();
  const hasGroupError = groups.some((group) => group.getFieldset().name.errors);
  const isUnfolded = (fold: keyof typeof folds) =>
    isOpen ||
    folds[fold].some((name) => fields[name].errors) ||
    (fold === 'counted' && (hasGroupError || Boolean(values.definition)));
  return (
    <Sheet form={form}>
      {shown ? <ShownBefore answer={answer} values={shown} /> : null}
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
      <Fold summary="How it is counted" isOpen={isUnfolded('counted')}>
        <TextArea
          field={fields.definition}
          label="Exactly what is counted?"
          hint="So that two people count the same."
          rows={3}
        />
        <TextArea field={fields.inclusions} label="Who is in, and who is out?" rows={2} />
        <div className="for-two">
          <TextField
            field={fields.numeratorWords}
            label="What is the number on top?"
            hint="For a share or a rate, such as: days attended by students on the watch list."
          />
        </div>
        <div className="for-two">
          <TextField
            field={fields.denominatorWords}
            label="Out of what?"
            hint="For a share or a rate, such as: days that school was open, for all of them."
          />
        </div>
        <div className="for-unit">
          <TextField
            field={fields.unit}
            label="What is the unit?"
            hint="Not for a share. Such as: minutes, families, $."
          />
        </div>
        <div className="for-rate">
          <TextField
            field={fields.ratePer}
            label="For each how many?"
            hint="Only for a rate. 100 makes events for each 100."
            inputMode="numeric"
            short
          />
        </div>
        <div className="inline">
          <TextField
            field={fields.lowest}
            label="What is the lowest it can be?"
            hint="In percent for a share."
            inputMode="decimal"
            short
          />
          <TextField
            field={fields.highest}
            label="What is the highest it can be?"
            hint="A number beyond it is asked about."
            inputMode="decimal"
            short
          />
        </div>
        {groups.map((group) => {
          const { was, name } = group.getFieldset();
          return (
            <div key={group.key}>
              <input type="hidden" name={was.name} value={was.initialValue ?? ''} />
              <TextField
                field={name}
                label={`What is the group “${was.initialValue}” called?`}
                hint="Another name keeps its numbers. Empty takes it out, if it has none."
              />
            </div>
          );
        })}
        <TextArea
          field={fields.strata}
          label={
            groups.length > 0 ? 'For which other groups do you count?' : 'For which groups do you count too?'
          }
          hint={`One a line, such as schools or grades.${keptBy ? ` Often by ${keptBy}.` : ''} Groups only, no names of people.`}
          rows={3}
        />
        {shown ? (
          <TextField
            field={fields.countedAnewOn}
            label="Does it count something else now? From which day?"
            hint="Marks the day on the chart. Leave it empty if you only found clearer words."
            type="date"
          />
        ) : null}
      </Fold>
      <Fold summary="Goal" isOpen={isUnfolded('goal')}>
        {goals ?? (
          <TextField
            field={fields.goal}
            label="What is the goal?"
            hint="For a balancing measure, the limit. In percent for a share."
            inputMode="decimal"
            short
          />
        )}
        <TextField field={fields.goalBy} label="By when?" type="date" />
      </Fold>
      <Fold summary="Where it comes from, and who enters it" isOpen={isUnfolded('source')}>
        <TextField field={fields.source} label="Where does the number come from?" />
        <TextField
          field={fields.collector}
          label="Who collects it?"
          hint="In your own words, such as: the attendance office, by Monday noon."
        />
        <SelectField
          field={fields.ownerId}
          label="On whose list is it when a number is due?"
          options={owners}
          empty="On everybody’s in our team"
        />
        <TextField
          field={fields.dueLagDays}
          label="How many days after the period is it due?"
          hint="7 if you leave it empty."
          inputMode="numeric"
          short
        />
      </Fold>
      <Fold summary="How its chart is read" isOpen={isUnfolded('chart')}>
        <SelectField
          field={fields.ruleSet}
          label="Which rules tell a change from chance?"
          hint="The last two are older, give more false alarms, and read control charts only."
          options={optionsOf(measureRuleSets, measureRuleSetWords)}
          empty="The rules of our community"
        />
        <SelectField
          field={fields.chartKind}
          label="Which chart does the page open with?"
          hint="Every chart that fits the numbers can be seen there. One that does not fit is not drawn."
          options={optionsOf(chartKinds, chartKindWords)}
          empty="A run chart, unless the rules ask for limits"
        />
        <SelectField
          field={fields.isScreened}
          label="What about one extreme step between two numbers?"
          hint="For control charts of single values. Most people leave this as it is."
          options={screening}
        />
        <CheckField
          field={fields.showsIcons}
          label="Show the variation and assurance icons of the NHS"
          hint="For those who know them from Making Data Count."
        />
      </Fold>
      <div className="btns">
        <SubmitButton>{saveWords}</SubmitButton>
      </div>
    </Sheet>
  );
}

function Fold({ summary, isOpen, children }: { summary: string; isOpen: boolean; children: ReactNode }) {
  return (
    <details className="more" open={isOpen}>
      <summary>
        {summary} <Icon name="down" size={16} />
      </summary>
      <div className="stack-form">{children}</div>
    </details>
  );
}

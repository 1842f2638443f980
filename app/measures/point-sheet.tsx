import { useForm } from '@conform-to/react';
import type { FormAnswer } from '~/http/form.server';
import { TextField } from '~/ui/form-fields';
import { Icon } from '~/ui/icons';
import { Sheet } from '~/ui/sheet';
import { hasTwoNumbers, type Measure } from './measure';

export interface PointValues {
  period?: string;
  numerator?: number | string | null;
  denominator?: number | string | null;
  value?: number | string | null;
  note?: string;
}

const periodQuestion: Record<Measure['frequency'], string> = {
  daily: 'Which day?',
  weekly: 'Which week? Any day of it will do.',
  monthly: 'Which month? Any day of it will do.',
  quarterly: 'Which quarter? Any day of it will do.',
  yearly: 'Which year? Any day of it will do.',
};

/** One number for one period: two fields for a share or a rate, one for the rest. */
export function PointSheet({
  answer,
  measure,
  values,
  today,
}: {
  answer: FormAnswer | undefined;
  measure: Measure;
  values: PointValues;
  today: string;
}) {
  const [form, fields] = useForm<PointValues>({
    id: `point-${values.period ?? 'new'}`,
    lastResult: answer,
    defaultValue: values,
  });
  const two = hasTwoNumbers(measure.kind);
  const only = measure.kind === 'proportion' ? 'Only the percent?' : 'Only the rate?';
  const hasOnlyValue = values.value !== null && values.value !== undefined;
  return (
    <Sheet form={form}>
      <TextField field={fields.period} label={periodQuestion[measure.frequency]} type="date" />
      {two ? (
        <>
          <TextField
            field={fields.numerator}
            label={measure.numeratorWords ? `How many? ${measure.numeratorWords}` : 'How many?'}
            inputMode="decimal"
            short
            autoFocus={!hasOnlyValue}
          />
          <TextField
            field={fields.denominator}
            label={
              measure.denominatorWords ? `Out of how many? ${measure.denominatorWords}` : 'Out of how many?'
            }
            inputMode="decimal"
            short
          />
          <details className="more" open={hasOnlyValue || fields.value.errors !== undefined}>
            <summary>
              {only} <Icon name="down" size={16} />
            </summary>
            <TextField
              field={fields.value}
              label={measure.kind === 'proportion' ? 'What is the percent?' : 'What is the rate?'}
              hint="Used when the two numbers above are empty. The two numbers say more."
              inputMode="decimal"
              short
            />
          </details>
        </>
      ) : (
        <TextField
          field={fields.value}
          label={
            measure.unit
              ? `How many ${measure.unit === '$' ? 'dollars' : measure.unit}?`
              : 'What is the number?'
          }
          inputMode="decimal"
          short
          autoFocus
        />
      )}
      <TextField
        field={fields.note}
        label="Anything to know about it?"
        hint="Such as: two-day week. Leave it empty if not."
      />
      <div className="btns">
        <button type="submit" name="after" value="next" className="btn">
          Save and next
        </button>
        <button type="submit" className="btn line">
          Save
        </button>
      </div>
      <p className="hint">
        Today is {today}. A number that is there already is corrected, and history keeps both.
      </p>
    </Sheet>
  );
}

import { type Option, SelectField, TextField } from '~/ui/form-fields';
import type { RowField } from './row-list';

export interface PredictionValues {
  measureId?: string;
  expected?: number | null;
  low?: number | null;
  high?: number | null;
  checkOn?: string | null;
}

/** What the team expects of one measure. */
export function PredictionRow({
  item,
  position,
  measures,
}: {
  item: RowField<PredictionValues>;
  position: number;
  measures: Option[];
}) {
  const fields = item.getFieldset();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a second legend to say the same.
    <div role="group" aria-label={`Number ${position + 1}`} className="stack-s">
      <SelectField
        field={fields.measureId}
        label={`Measure ${position + 1}`}
        options={measures}
        empty="None"
      />
      <div className="inline">
        <div className="trio">
          <TextField field={fields.expected} label="We expect" inputMode="decimal" />
          <TextField field={fields.low} label="At least" inputMode="decimal" />
          <TextField field={fields.high} label="At most" inputMode="decimal" />
        </div>
        <TextField field={fields.checkOn} type="date" label="Check it on" />
      </div>
    </div>
  );
}

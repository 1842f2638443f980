import { type Option, SelectField, TextField } from '~/ui/form-fields';
import { idOf } from './note-row';
import type { RowField } from './row-list';
import { SavedField } from './saved-field';

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
  // Until its measure is chosen, the row is known by its place.
  const id = idOf(fields.measureId.value ?? fields.measureId.initialValue) || `+${position}`;
  const at = `predictions.${id}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a second legend to say the same.
    <div role="group" aria-label={`Number ${position + 1}`} className="stack-s">
      <SavedField at={`${at}.measureId`}>
        <SelectField
          field={fields.measureId}
          label={`Measure ${position + 1}`}
          options={measures}
          empty="None"
        />
      </SavedField>
      <div className="inline top">
        <div className="trio">
          <SavedField at={`${at}.expected`}>
            <TextField field={fields.expected} label="We expect" inputMode="decimal" />
          </SavedField>
          <SavedField at={`${at}.low`}>
            <TextField field={fields.low} label="At least" inputMode="decimal" />
          </SavedField>
          <SavedField at={`${at}.high`}>
            <TextField field={fields.high} label="At most" inputMode="decimal" />
          </SavedField>
        </div>
        <SavedField at={`${at}.checkOn`}>
          <TextField field={fields.checkOn} type="date" label="Check it on" />
        </SavedField>
      </div>
    </div>
  );
}

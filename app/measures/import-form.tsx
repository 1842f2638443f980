import { Form } from '@remix-run/react';
import { ColumnSelect, nameOf, Radio, Select, Text } from '~/imports/choice-fields';
import { RepeatQuestion } from '~/imports/repeat-question';
import { ChosenSheet } from '~/imports/sheet-choice';
import { Working } from '~/imports/working';
import type { SeriesPreview } from './import-preview';
import { hasTwoNumbers, type Measure } from './measure';

/** What each column means, to be confirmed or changed. The address keeps it, and it works without script. */
export function ImportForm({
  preview,
  measure,
  isOnly,
}: {
  preview: SeriesPreview;
  measure: Pick<Measure, 'kind'>;
  /** Nothing can be saved yet, so this is the one thing to do. */
  isOnly: boolean;
}) {
  const { choices, columns, filters } = preview;
  const { mapping } = choices;
  const open = columns.filter((column) => !column.isPrivate);
  const isWide = mapping.shape === 'wide';
  return (
    <Form method="get" className="stack-form" key={preview.address} aria-label="What the columns mean">
      <ChosenSheet sheet={mapping.sheet} />
      <RepeatQuestion count={preview.repeatCount} answer={choices.repeats} />
      <fieldset className="field">
        <legend className="lab">Where do the dates stand?</legend>
        <Radio name="shape" value="long" isOn={!isWide} label="Down: each row says its date" />
        <Radio name="shape" value="wide" isOn={isWide} label="Across: each period has a column" />
      </fieldset>
      <div className="formgrid">
        <ColumnSelect
          name="periodColumn"
          label="Which column is the date?"
          empty="None"
          columns={open}
          chosen={mapping.periodColumn}
        />
        <Text
          name="fixedPeriod"
          label="Or one period for all"
          hint="Such as 2026-10-12."
          value={mapping.fixedPeriod ?? ''}
        />
        {hasTwoNumbers(measure.kind) ? (
          <>
            <ColumnSelect
              name="numerator"
              label="How many were counted?"
              empty="None"
              columns={open}
              chosen={mapping.numeratorColumn}
            />
            <ColumnSelect
              name="denominator"
              label="Out of how many?"
              empty="None"
              columns={open}
              chosen={mapping.denominatorColumn}
            />
          </>
        ) : null}
        <ColumnSelect
          name="value"
          label={measure.kind === 'proportion' ? 'Or the percent' : 'The number'}
          empty="None"
          columns={open}
          chosen={mapping.valueColumn}
        />
        <ColumnSelect
          name="group"
          label="Which column says the group?"
          empty="None: the numbers are about everyone"
          columns={open}
          chosen={mapping.subgroupColumn}
        />
      </div>
      <Select
        name="dates"
        label="How are dates like 03/04/2026 written?"
        chosen={mapping.dateOrder ?? ''}
        options={[
          ...(mapping.dateOrder === null ? [{ value: '', label: 'There are none, or it is clear' }] : []),
          { value: 'month first', label: 'Month first: 03/04 is March 4' },
          { value: 'day first', label: 'Day first: 03/04 is April 3' },
        ]}
      />
      <details className="more" open={isWide || undefined}>
        <summary>Across: which columns are periods?</summary>
        <div className="opts">
          {open.map((column) => (
            <label key={column.index} className="opt">
              <input
                type="checkbox"
                name="period"
                value={column.index}
                defaultChecked={mapping.periodColumns.includes(column.index)}
              />
              <span>{nameOf(column)}</span>
            </label>
          ))}
        </div>
      </details>
      {filters.length > 0 ? (
        <details className="more" open={mapping.filters.length > 0 || undefined}>
          <summary>Read only some of the rows</summary>
          <div className="formgrid">
            {filters.map((filter) => (
              <Select
                key={filter.column}
                name={`only-${filter.column}`}
                label={`Only rows where “${filter.header}” is`}
                chosen={mapping.filters.find(({ column }) => column === filter.column)?.value ?? ''}
                options={[
                  { value: '', label: 'anything' },
                  ...filter.values.map((value) => ({ value, label: value })),
                ]}
              />
            ))}
          </div>
        </details>
      ) : null}
      {measure.kind === 'proportion' ? (
        <fieldset className="field">
          <legend className="lab">How are the percentages written?</legend>
          <Radio name="scale" value="percent" isOn={mapping.scale !== 'fraction'} label="As percents: 85.8" />
          <Radio
            name="scale"
            value="fraction"
            isOn={mapping.scale === 'fraction'}
            label="As fractions: 0.858"
          />
        </fieldset>
      ) : null}
      <Select
        name="decimal"
        label="What marks decimals?"
        chosen={mapping.decimalMark ?? ''}
        options={[
          ...(mapping.decimalMark === null ? [{ value: '', label: 'It is not clear' }] : []),
          { value: '.', label: 'A point: 70.1' },
          { value: ',', label: 'A comma: 70,1' },
        ]}
      />
      {preview.rows.length > 0 || choices.without.length > 0 ? (
        <details className="more" open={choices.without.length > 0 || undefined}>
          <summary>Leave single rows out</summary>
          <div className="opts">
            {choices.without.map((line) => (
              <label key={line} className="opt">
                <input type="checkbox" name="without" value={line} defaultChecked />
                <span>Line {line}</span>
              </label>
            ))}
            {preview.rows.map((row) => (
              <label key={`${row.line} ${row.period} ${row.stratum}`} className="opt">
                <input type="checkbox" name="without" value={row.line} />
                <span>
                  Line {row.line}: {row.period}
                  {row.stratum ? `, ${row.stratum}` : ''}, {row.is}
                </span>
              </label>
            ))}
          </div>
        </details>
      ) : null}
      <div className="btns">
        <button type="submit" className={isOnly ? 'btn' : 'btn line'}>
          Look again with these choices
        </button>
      </div>
      <Working words="Reading the file again." method="GET" isAbout={(search) => search.has('shape')} />
    </Form>
  );
}

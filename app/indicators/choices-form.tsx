import { Form } from '@remix-run/react';
import type { IndicatorUnit } from '#db/vocabulary';
import { ColumnSelect, nameOf, Radio, Select, Text } from '~/imports/choice-fields';
import { RepeatQuestion } from '~/imports/repeat-question';
import { ChosenSheet } from '~/imports/sheet-choice';
import { Working } from '~/imports/working';
import { groupsOf } from './choices';
import { GroupFields } from './group-fields';
import type { Preview } from './import-preview';

/** What each column means, to be confirmed or changed. The address keeps it, and it works without script. */
export function ChoicesForm({
  preview,
  splits,
  unit,
  isOnly,
}: {
  preview: Preview;
  splits: { id: string; name: string }[];
  unit: IndicatorUnit;
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
        <legend className="lab">Where do the years stand?</legend>
        <Radio name="shape" value="wide" isOn={isWide} label="Across: each year has a column" />
        <Radio name="shape" value="long" isOn={!isWide} label="Down: each row says its year" />
      </fieldset>
      <ColumnSelect
        name="group"
        label="Which column says the group?"
        empty="None: the numbers are about everyone"
        columns={open}
        chosen={mapping.subgroupColumn}
      />
      <div className="formgrid">
        <Select
          name="dimension"
          label="What are they groups of?"
          chosen={choices.dimensionId}
          options={[
            { value: '', label: splits.length > 0 ? 'A new kind, named beside' : 'A new kind' },
            ...splits.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Text
          name="newDimension"
          label="Or name a new kind of group"
          hint="Such as race and ethnicity."
          value={choices.newDimension}
        />
      </div>
      <GroupFields places={preview.places} groupsOf={groupsOf(choices)} />
      <fieldset className="field">
        <legend className="lab">Which columns are years?</legend>
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
      </fieldset>
      <details className="more" open={!isWide || undefined}>
        <summary>Down: which column is which?</summary>
        <div className="formgrid">
          <ColumnSelect
            name="periodColumn"
            label="The year"
            empty="None"
            columns={open}
            chosen={mapping.periodColumn}
          />
          <Text
            name="fixedPeriod"
            label="Or one year for all"
            hint="Such as 2015-16."
            value={mapping.fixedPeriod ?? ''}
          />
          <ColumnSelect
            name="value"
            label="The value"
            empty="None"
            columns={open}
            chosen={mapping.valueColumn}
          />
          <ColumnSelect
            name="numerator"
            label="How many were counted"
            empty="None"
            columns={open}
            chosen={mapping.numeratorColumn}
          />
          <ColumnSelect
            name="denominator"
            label="Out of how many"
            empty="None"
            columns={open}
            chosen={mapping.denominatorColumn}
          />
          <ColumnSelect
            name="margin"
            label="The margin of error (±), the 90% one that the Census prints"
            empty="None"
            columns={open}
            chosen={mapping.marginColumn}
          />
        </div>
      </details>
      {preview.yearsTogether ? (
        <Select
          name="together"
          label={`What about numbers of several years together, such as ${preview.yearsTogether}?`}
          chosen={mapping.yearsTogether ?? ''}
          options={[
            { value: '', label: 'Leave them out' },
            { value: 'last year', label: 'Keep each under its last year' },
          ]}
        />
      ) : null}
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
      {unit === 'percent' ? (
        <fieldset className="field">
          <legend className="lab">How are the percentages written?</legend>
          <Radio name="scale" value="percent" isOn={mapping.scale !== 'fraction'} label="As percents: 70.1" />
          <Radio
            name="scale"
            value="fraction"
            isOn={mapping.scale === 'fraction'}
            label="As fractions: 0.701"
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
      <div className="btns">
        <button type="submit" className={isOnly ? 'btn' : 'btn line'}>
          Look again with these choices
        </button>
      </div>
      <Working words="Reading the file again." method="GET" isAbout={(search) => search.has('shape')} />
    </Form>
  );
}

import type { FileColumn } from './file-facts';

/* Plain fields of a form that asks by address: what is chosen stands in it, and nothing is wrong with it. */

export const nameOf = (column: FileColumn) =>
  column.sample ? `${column.header} (${column.sample})` : column.header;

export function Radio({
  name,
  value,
  isOn,
  label,
}: {
  name: string;
  value: string;
  isOn: boolean;
  label: string;
}) {
  return (
    <label className="opt">
      <input type="radio" name={name} value={value} defaultChecked={isOn} />
      <span>{label}</span>
    </label>
  );
}

export function ColumnSelect({
  columns,
  chosen,
  empty,
  ...words
}: {
  name: string;
  label: string;
  empty: string;
  columns: FileColumn[];
  chosen: number | null;
}) {
  const options = columns.map((column) => ({ value: String(column.index), label: nameOf(column) }));
  return (
    <Select {...words} chosen={String(chosen ?? '')} options={[{ value: '', label: empty }, ...options]} />
  );
}

export function Select({
  name,
  label,
  chosen,
  options,
  more = [],
}: {
  name: string;
  label: string;
  chosen: string;
  options: Option[];
  /** Below the options, under a heading of their own. */
  more?: { label: string; options: Option[] }[];
}) {
  return (
    <div className="field">
      <label htmlFor={`is-${name}`}>{label}</label>
      <span className="select">
        <select className="in" id={`is-${name}`} name={name} defaultValue={chosen}>
          <Options options={options} />
          {more.map((one) => (
            <optgroup key={one.label} label={one.label}>
              <Options options={one.options} />
            </optgroup>
          ))}
        </select>
      </span>
    </div>
  );
}

interface Option {
  value: string;
  label: string;
}

const Options = ({ options }: { options: Option[] }) =>
  options.map((option) => (
    <option key={option.value} value={option.value}>
      {option.label}
    </option>
  ));

export function Text({
  name,
  label,
  hint,
  value,
}: {
  name: string;
  label: string;
  hint: string;
  value: string;
}) {
  return (
    <div className="field">
      <label htmlFor={`is-${name}`}>{label}</label>
      <span className="hint" id={`is-${name}-hint`}>
        {hint}
      </span>
      <input
        className="in"
        id={`is-${name}`}
        name={name}
        defaultValue={value}
        autoComplete="off"
        aria-describedby={`is-${name}-hint`}
      />
    </div>
  );
}

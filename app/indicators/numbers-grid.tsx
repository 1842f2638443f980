import { Form } from '@remix-run/react';
import type { IndicatorUnit } from '#db/vocabulary';
import { SubmitButton } from '~/ui/sheet';
import { everyone, type ShownRow } from './grid';
import { fieldsOf, type GridField } from './grid-row';

/** A row for everyone and each group; on a phone each row is a small form of its own. */
export function NumbersGrid({
  unit,
  rows,
  period,
  splitId,
  source,
  gone,
}: {
  unit: IndicatorUnit;
  rows: readonly ShownRow[];
  period: { key: string; label: string };
  splitId: string | null;
  /** Kept with each number that names none. */
  source: string;
  /** What was typed for groups that are no more, a sentence each. */
  gone: readonly string[];
}) {
  const columns = fieldsOf(unit);
  const problems = rows.filter(({ errors }) => Object.keys(errors).length > 0).length;
  return (
    <Form method="post" className="figures" id="numbers" autoComplete="off">
      <input type="hidden" name="period" value={period.key} />
      <input type="hidden" name="split" value={splitId ?? ''} />
      {problems + gone.length > 0 ? (
        <div className="errors" role="alert">
          <p className="err">
            Nothing was saved.
            {problems > 0 ? ` ${problems === 1 ? 'One row needs' : `${problems} rows need`} a look.` : ''}
          </p>
          {gone.map((sentence) => (
            <p key={sentence} className="err">
              {sentence}
            </p>
          ))}
          {gone.length > 0 ? (
            <p className="err">Save again to keep the other rows, or add the group to the splits first.</p>
          ) : null}
        </div>
      ) : null}
      <div className="field">
        <label htmlFor="source-of-all">Where do these numbers come from?</label>
        <span className="hint" id="source-of-all-hint">
          Kept with each number you write that names no source of its own.
        </span>
        <input
          className="in"
          id="source-of-all"
          name="source"
          defaultValue={source}
          aria-describedby="source-of-all-hint"
          maxLength={500}
        />
      </div>
      <table className="tbl stacked">
        <caption className="vh">Numbers for {period.label}</caption>
        <thead>
          <tr>
            <th scope="col">Group</th>
            {columns.map(({ field, head }) => (
              <th key={field} scope="col">
                {head}
              </th>
            ))}
            <th scope="col">Held back</th>
            <th scope="col">Source</th>
            <th scope="col">Note</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <GridRow key={row.id ?? everyone} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
      <div className="btns">
        <SubmitButton>Save the numbers</SubmitButton>
      </div>
    </Form>
  );
}

function GridRow({ row, columns }: { row: ShownRow; columns: { field: GridField; head: string }[] }) {
  const { name, typed, errors } = row;
  const key = row.id ?? everyone;
  const errorId = (field: string) => `${key}-${field}-error`;
  const rowError = errors.row;
  const describedBy = (field: keyof typeof errors) => {
    const ids = [errors[field] ? errorId(field) : '', rowError ? errorId('row') : ''].filter(Boolean);
    return ids.length > 0 ? ids.join(' ') : undefined;
  };
  const error = (field: keyof typeof errors) =>
    errors[field] ? (
      <span className="err" id={errorId(field)}>
        {errors[field]}
      </span>
    ) : null;
  return (
    <tr>
      <th scope="row">
        {name}
        <input type="hidden" name={`${key}.was`} value={typed.was} />
        <input type="hidden" name={`${key}.name`} value={name} />
        {error('row')}
      </th>
      {columns.map(({ field, head }) => (
        <td key={field}>
          <label className="figure-field">
            <span className="figure-head" aria-hidden="true">
              {head}
            </span>
            <input
              className="in"
              name={`${key}.${field}`}
              defaultValue={typed[field]}
              inputMode="decimal"
              aria-label={`${name}: ${head}`}
              aria-invalid={errors[field] ? true : undefined}
              aria-describedby={describedBy(field)}
            />
          </label>
          {error(field)}
        </td>
      ))}
      <td>
        <label className="figure-field held">
          <span className="figure-head" aria-hidden="true">
            Held back
          </span>
          <input
            type="checkbox"
            name={`${key}.isSuppressed`}
            defaultChecked={typed.isSuppressed}
            aria-label={`${name}: held back by its publisher`}
          />
        </label>
      </td>
      {(['source', 'note'] as const).map((field) => (
        <td key={field}>
          <label className="figure-field words">
            <span className="figure-head" aria-hidden="true">
              {field === 'source' ? 'Source' : 'Note'}
            </span>
            <input
              className="in"
              name={`${key}.${field}`}
              defaultValue={typed[field]}
              aria-label={`${name}: ${field}`}
              aria-invalid={errors[field] ? true : undefined}
              aria-describedby={describedBy(field)}
            />
          </label>
          {error(field)}
        </td>
      ))}
    </tr>
  );
}

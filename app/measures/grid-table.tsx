import { Fragment } from 'react';
import type { CellField } from './cell';
import { cellName, longestText } from './cell-name';
import {
  calcHead,
  calcWords,
  fieldsIn,
  type Grid,
  type GridCell,
  type GridRow,
  groupWords,
  numberColumns,
  placeKey,
} from './grid';
import { type Drafts, textIn } from './grid-drafts';
import { periodHead } from './grid-periods';

interface TableProps {
  grid: Grid;
  drafts: Drafts;
  /** The one cell that is a tab stop; null while the page has not come alive, when all are. */
  active: string | null;
  isAlive: boolean;
  /** The cell the page opens on. */
  opensOn: string | null;
  onType: (start: string, field: CellField, stratum: string, text: string) => void;
  onChoose: (start: string, stratum: string, whose: 'mine' | 'theirs') => void;
}

/** Periods down, fields across, a group of columns for each group of people; what is wrong stands under its row. */
export function GridTable(props: TableProps) {
  const { grid, drafts } = props;
  const { measure, groups, asValue } = grid;
  const columns = numberColumns(measure, asValue);
  const calc = asValue ? '' : calcHead(measure);
  const each = columns.length + (calc ? 1 : 0);
  const width = 2 + groups.length * each;
  const isGrouped = groups.length > 1;
  return (
    <>
      <thead>
        {isGrouped ? (
          <tr>
            <td />
            {groups.map((group) => (
              <th key={group} scope="colgroup" colSpan={each} className="r">
                {groupWords(group)}
              </th>
            ))}
            <td />
          </tr>
        ) : null}
        <tr>
          <th scope="col">{periodHead[measure.frequency]}</th>
          {groups.map((group) => (
            <Fragment key={group}>
              {columns.map(({ field, label }) => (
                <th key={field} scope="col" className="r">
                  {label}
                </th>
              ))}
              {calc ? (
                <th scope="col" className="r">
                  {calc}
                </th>
              ) : null}
            </Fragment>
          ))}
          <th scope="col">Note</th>
        </tr>
      </thead>
      <tbody>
        {drafts.rows.map((row) => (
          <Fragment key={row.start}>
            <tr className={row.isOpen ? undefined : 'off'}>
              <th scope="row">{row.label}</th>
              {row.cells.map((cell, group) => (
                <Fragment key={cell.stratum}>
                  {columns.map(({ field, label }) => (
                    <td key={field} className="cell">
                      <CellInput {...props} row={row} cell={cell} group={group} field={field} label={label} />
                    </td>
                  ))}
                  {calc ? (
                    <td className="r calc">
                      <Calc {...props} row={row} cell={cell} group={group} label={calc} />
                    </td>
                  ) : null}
                </Fragment>
              ))}
              <td className="cell">
                {row.isOpen && row.cells[0] ? (
                  <CellInput {...props} row={row} cell={row.cells[0]} group={0} field="note" label="Note" />
                ) : (
                  <span>{row.hint}</span>
                )}
              </td>
            </tr>
            {row.cells.map((cell, group) => (
              <Said key={cell.stratum} {...props} row={row} cell={cell} group={group} width={width} />
            ))}
          </Fragment>
        ))}
      </tbody>
    </>
  );
}

type CellProps = TableProps & { row: GridRow; cell: GridCell; group: number };

const saidId = (start: string, group: number) => `said-${start}-${group}`;

function CellInput(props: CellProps & { field: CellField; label: string }) {
  const { grid, drafts, row, cell, group, field, label, active, isAlive, opensOn, onType } = props;
  const { stratum, problem } = cell;
  const isTyped = field === 'note' || fieldsIn(grid.measure, cell, grid.asValue).includes(field);
  if (!row.isOpen || !isTyped) return <span>{row.isOpen ? cell.kept : ''}</span>;
  const id = cellName(row.start, field, group);
  const isWrong = problem?.isWrong && problem.field === field;
  const isSaid = problem?.field === field || drafts.clashes[placeKey(row.start, stratum)] !== undefined;
  const of = grid.groups.length > 1 || stratum !== '' ? `, ${groupWords(stratum)}` : '';
  return (
    <input
      id={id}
      name={id}
      className={field === 'note' ? 'txt' : undefined}
      value={textIn(drafts, row.start, field, stratum)}
      onChange={(event) => onType(row.start, field, stratum, event.currentTarget.value)}
      inputMode={field === 'note' ? undefined : 'decimal'}
      maxLength={longestText[field]}
      autoComplete="off"
      placeholder={field === 'note' ? row.hint || undefined : undefined}
      tabIndex={isAlive && id !== active ? -1 : undefined}
      aria-label={`${label}${of}, ${row.words.replace(/^the /, '')}`}
      aria-invalid={isWrong || undefined}
      aria-describedby={isSaid ? saidId(row.start, group) : undefined}
      // biome-ignore lint/a11y/noAutofocus: the page that asks for one number opens on it.
      autoFocus={id === opensOn}
    />
  );
}

/** The value of the row: of what is typed, else of what is kept; a percent that came without counts is typed itself. */
function Calc(props: CellProps & { label: string }) {
  const { grid, drafts, row, cell } = props;
  if (row.isOpen && fieldsIn(grid.measure, cell, false).length > 2) {
    return <CellInput {...props} field="value" />;
  }
  const text = (field: CellField) => textIn(drafts, row.start, field, cell.stratum);
  const texts = {
    numerator: text('numerator'),
    denominator: text('denominator'),
    value: text('value'),
    note: '',
  };
  return <>{calcWords(grid.measure, texts) ?? cell.kept}</>;
}

/** What is to be said of a cell, under its row. */
function Said({
  grid,
  drafts,
  row,
  cell,
  group,
  width,
  active,
  isAlive,
  onChoose,
}: CellProps & { width: number }) {
  const { problem, question, setAside, stratum } = cell;
  const clashes = drafts.clashes[placeKey(row.start, stratum)];
  // Half a number is said once its row is left: the other half is being typed.
  const isTyping = isAlive && active?.startsWith(`c-${row.start}-`) === true;
  const shown = problem && (problem.isWrong || !isTyping) ? problem : null;
  const asked = isTyping ? null : question;
  if (!clashes && !shown && asked === null && setAside === null) return null;
  const of = grid.groups.length > 1 ? `${groupWords(stratum)}: ` : '';
  return (
    <tr className="errrow">
      <td colSpan={width} id={saidId(row.start, group)}>
        {clashes?.map(({ field, sentence, mine, theirs }) => (
          <p key={field} className="err">
            <span>
              {of}
              {sentence}{' '}
              {isAlive ? (
                <>
                  <button
                    type="button"
                    className="btn text"
                    onClick={() => onChoose(row.start, stratum, 'mine')}
                  >
                    Keep {mine || 'it empty'}
                  </button>{' '}
                  <button
                    type="button"
                    className="btn text"
                    onClick={() => onChoose(row.start, stratum, 'theirs')}
                  >
                    Take {theirs || 'the empty one'}
                  </button>
                </>
              ) : (
                'Save again to keep yours.'
              )}
            </span>
          </p>
        ))}
        {shown ? <p className={shown.isWrong ? 'err' : 'hint'}>{of + shown.sentence}</p> : null}
        {asked === null ? null : <p className="hint">{of + asked}</p>}
        {setAside === null ? null : (
          <p className="hint">
            {of}Set aside{setAside ? `: ${setAside}` : ''}
          </p>
        )}
      </td>
    </tr>
  );
}

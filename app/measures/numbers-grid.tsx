import { Form } from '@remix-run/react';
import { type ClipboardEvent, useEffect, useRef, useState } from 'react';
import { paths } from '~/paths';
import { Icon } from '~/ui/icons';
import { useReadAgain } from '~/ui/use-read-again';
import { plural } from '~/ui/words';
import { cellFields } from './cell';
import { cellName, cellNamed } from './cell-name';
import { askFill, FillDialog } from './fill-dialog';
import type { FillPreview } from './fill-preview.server';
import { fieldsIn, type Grid } from './grid';
import { type Drafts, textIn } from './grid-drafts';
import type { Cells } from './grid-moves';
import { GridTable } from './grid-table';
import { useGridAddress } from './numbers-parts';
import { periodNoun } from './periods';
import { useGrid } from './use-grid';
import { useGridKeys } from './use-grid-keys';

/**
 * The numbers of a measure as a grid: a plain form that is sent as a whole; alive, it takes the keys of a spreadsheet
 * and saves each cell by itself. `start` brings back what was typed, where a plain form met somebody else's number.
 */
export function NumbersGrid({
  grid,
  back,
  start = null,
  opens = false,
}: {
  grid: Grid;
  /** Where the plain form comes back to. */
  back: string;
  start?: Drafts | null;
  /** The page is for this: it opens on the oldest period that waits. */
  opens?: boolean;
}) {
  const { teamId, measure, groups } = grid;
  const [isAlive, setAlive] = useState(false);
  const [preview, setPreview] = useState<FillPreview | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const readAgain = useReadAgain();
  const at = useGridAddress();
  const { drafts, told, undo, send, typeInto, chooseFor } = useGrid(
    grid,
    paths.enterCells(teamId, measure.id),
    start,
    // The chart above answers back; a page of entry alone has nothing to draw anew.
    opens ? () => {} : readAgain,
  );
  const cells = cellsOf(grid, drafts);
  const opensOn = firstCell(grid, cells);
  const { active, ...keys } = useGridKeys(cells, opensOn, {
    revert(id, text) {
      const cell = cellNamed(id);
      if (cell) typeInto(cell.start, cell.field, groups[cell.group] ?? '', text);
    },
    leave: () => void send(),
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what was typed before the page came alive.
  useEffect(() => {
    setAlive(true);
    for (const input of table.current?.querySelectorAll('input') ?? []) {
      const cell = cellNamed(input.id);
      const stratum = groups[cell?.group ?? 0] ?? '';
      if (cell && input.value !== textIn(drafts, cell.start, cell.field, stratum)) {
        typeInto(cell.start, cell.field, stratum, input.value);
      }
    }
  }, []);

  async function onPaste(event: ClipboardEvent) {
    const cell = cellNamed(event.target instanceof HTMLInputElement ? event.target.id : '');
    const text = event.clipboardData.getData('text/plain').replace(/[\r\n]+$/, '');
    if (!cell || !/[\t\r\n]/.test(text)) return;
    event.preventDefault();
    await send();
    setPreview(
      await askFill(paths.fillCells(teamId, measure.id), {
        text,
        start: cell.start,
        field: cell.field,
        stratum: groups[cell.group] ?? '',
        groups: JSON.stringify(groups),
        ...(grid.asValue ? { asValue: 'yes' } : {}),
      }),
    );
  }

  const looks = drafts.rows.flatMap((row) => row.cells).filter(({ problem }) => problem?.isWrong).length;
  const noun = periodNoun[measure.frequency];
  return (
    <>
      <div className="gridbar">
        <span className="saved" role="status">
          {told.isSaved ? <Icon name="check" size={16} /> : null}
          <span>{told.words}</span>
          {looks > 0 ? (
            <span>
              {plural(looks, 'number')} {looks === 1 ? 'needs' : 'need'} a look
            </span>
          ) : null}
        </span>
        <span className="gb-end">
          <a className="btn text" href={paths.numbersCsv(teamId, measure.id)} download>
            Download CSV
          </a>
          {undo ? (
            <Form method="post" action={paths.undoEntry(teamId, measure.id)} preventScrollReset>
              <input type="hidden" name="entryId" value={undo.id} />
              <input type="hidden" name="back" value={back} />
              <button type="submit" className="btn text">
                <Icon name="undo" size={16} /> Undo {undo.what}
              </button>
            </Form>
          ) : null}
        </span>
      </div>
      <form
        method="post"
        action={paths.numbers(teamId, measure.id)}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <input type="hidden" name="drawn" value={drawn(grid)} autoComplete="off" />
        <input type="hidden" name="back" value={back} />
        <div className="scroll">
          <table
            ref={table}
            className="grid"
            role={isAlive ? 'grid' : undefined}
            aria-label={`Numbers of ${measure.name}`}
            aria-describedby={isAlive ? 'grid-keys' : undefined}
            onPaste={(event) => void onPaste(event)}
            {...(isAlive ? keys : {})}
          >
            <GridTable
              grid={grid}
              drafts={drafts}
              active={active}
              isAlive={isAlive}
              opensOn={opens ? opensOn : null}
              onType={typeInto}
              onChoose={chooseFor}
            />
          </table>
        </div>
        {isAlive ? (
          <p className="vh" id="grid-keys">
            Arrow keys go from cell to cell, F2 edits, Escape takes back. Escape and then Tab leaves the
            table.
          </p>
        ) : (
          <div className="btns">
            <button type="submit" className="btn">
              Save these numbers
            </button>
          </div>
        )}
      </form>
      {grid.earlier || grid.later ? (
        <p className="btns small">
          {grid.earlier ? (
            <a className="btn text" href={at({ rows: grid.earlier.from })}>
              Show {plural(grid.earlier.count, `earlier ${noun}`)}
            </a>
          ) : null}
          {grid.later ? (
            <a className="btn text" href={at({ rows: grid.later.from })}>
              Show later {noun}s
            </a>
          ) : null}
        </p>
      ) : null}
      {preview ? (
        <FillDialog
          preview={preview}
          onClose={() => setPreview(null)}
          onSave={() => {
            void send(preview.changes);
            setPreview(null);
          }}
        />
      ) : null}
    </>
  );
}

/** The cells that may be typed into, by row. */
function cellsOf({ measure, asValue }: Grid, { rows }: Drafts): Cells {
  return rows
    .filter(({ isOpen }) => isOpen)
    .map((row) => [
      ...row.cells.flatMap((cell, group) => {
        const fields = fieldsIn(measure, cell, asValue);
        return cellFields
          .filter((field) => field !== 'note')
          .map((field) => (fields.includes(field) ? cellName(row.start, field, group) : null));
      }),
      cellName(row.start, 'note', 0),
    ]);
}

/** The first cell of the period that waits, else of the newest. */
function firstCell({ next, rows }: Grid, cells: Cells): string | null {
  const start = next ?? rows.findLast(({ isOpen }) => isOpen)?.start;
  return cells.flat().find((cell) => cell?.startsWith(`c-${start}-`)) ?? null;
}

/** What stood in the cells when they were drawn, so that the server knows what this person changed. */
function drawn({ rows, groups }: Grid): string {
  const texts = rows.flatMap((row) =>
    row.cells.flatMap((cell, group) =>
      cellFields
        .filter((field) => cell.texts[field] !== '')
        .map((field) => [cellName(row.start, field, group), cell.texts[field]]),
    ),
  );
  return JSON.stringify({ groups, texts: Object.fromEntries(texts) });
}

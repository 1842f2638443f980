import { type FocusEvent, type KeyboardEvent, type MouseEvent, useRef, useState } from 'react';
import { type Cells, cellAfter } from './grid-moves';

const moves = /^(Arrow(Up|Down|Left|Right)|Enter|Tab|Home|End)$/;
/** While a cell is edited, these move in its text. */
const inText = /^(ArrowLeft|ArrowRight|Home|End)$/;

/**
 * The keys of a spreadsheet on a table of fields: one of them is a tab stop. On a cell, keys go from cell to cell and
 * typing replaces; F2, a second click, or a note being written makes them move in the text. Esc brings back what stood
 * there; once more, and Tab leaves the grid.
 */
export function useGridKeys(
  cells: Cells,
  first: string | null,
  { revert, leave }: { revert: (id: string, text: string) => void; leave: () => void },
) {
  const [active, setActive] = useState(first);
  // Before a cell was entered with the page alive, nobody knows what stood there.
  const mode = useRef({ isEditing: false, mayLeave: false, before: null as string | null });
  const all = cells.flat();
  const fieldOf = ({ target }: { target: EventTarget }) =>
    target instanceof HTMLInputElement && all.includes(target.id) ? target : null;

  return {
    active: all.includes(active) ? active : (all.find((cell) => cell !== null) ?? null),
    onFocus(event: FocusEvent) {
      const field = fieldOf(event);
      if (!field) return;
      setActive(field.id);
      mode.current = { isEditing: false, mayLeave: false, before: field.value };
      field.select();
    },
    onBlur: leave,
    onMouseDown(event: MouseEvent) {
      const field = fieldOf(event);
      if (!field) return;
      if (document.activeElement === field) {
        mode.current.isEditing = true;
        return;
      }
      // The click itself would put the caret where the text was just selected to be typed over.
      event.preventDefault();
      field.focus();
    },
    onInput(event: { target: EventTarget }) {
      if (fieldOf(event)?.className === 'txt') mode.current.isEditing = true;
    },
    onKeyDown(event: KeyboardEvent) {
      const field = fieldOf(event);
      if (!field || event.nativeEvent.isComposing || event.altKey || event.metaKey) return;
      const { key } = event;
      const { isEditing, mayLeave, before } = mode.current;
      if (key === 'F2') {
        mode.current.isEditing = !isEditing;
        if (isEditing) field.select();
        else field.setSelectionRange(field.value.length, field.value.length);
      } else if (key === 'Escape') {
        if ((before === null || field.value === before) && !isEditing) mode.current.mayLeave = true;
        if (before !== null) revert(field.id, before);
        mode.current.isEditing = false;
        // The text comes back with the next drawing; to select it would fetch the focus from where Tab has gone by then.
        setTimeout(() => document.activeElement === field && field.select());
      } else if (moves.test(key)) {
        if (isEditing && inText.test(key)) return;
        const next = key === 'Tab' && mayLeave ? null : cellAfter(cells, field.id, event);
        if (next === null && key === 'Tab') return;
        if (next !== null) document.getElementById(next)?.focus();
      } else return;
      event.preventDefault();
    },
  };
}

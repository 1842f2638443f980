import { useEffect, useRef } from 'react';
import { Icon } from '~/ui/icons';
import type { WrittenLine } from './kept-line';
import { newLineIn, newLineOut, newLineWords } from './new-line';
import { findDriver } from './tree';
import { type OutlineState, standsAfter } from './use-outline';
import type { TheoryView } from './view';

/** The line that is being written: what it will be stands over it, and changes as it goes in and out. */
export function NewLineField({
  view,
  state,
  open,
}: {
  view: TheoryView;
  state: OutlineState;
  open: WrittenLine;
}) {
  const field = useRef<HTMLInputElement>(null);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    const input = field.current;
    input?.focus();
    input?.setSelectionRange(input.value.length, input.value.length);
  }, []);
  const under = open.underId === null ? 'the aim' : `“${view.drivers[open.underId]?.name ?? ''}”`;
  const at = { ...open, afterId: standsAfter(view.tree, open) };
  const [inward, outward] = [newLineIn(view.tree, at), newLineOut(view.tree, at)];
  const here = new Set(findDriver(view.tree, open.underId)?.ideaIds ?? []);
  const known = Object.values(view.ideas).filter(({ id }) => !here.has(id));
  const isIdea = open.kind === 'idea';
  return (
    <li
      ref={row}
      className="ol-new"
      onBlur={() => {
        // After the focus has come to rest: it may be on this line's own buttons, or on the line in another place.
        setTimeout(() => {
          if (!row.current || row.current.contains(document.activeElement)) return;
          if (field.current?.value.trim()) state.keep(false);
          else state.close();
        }, 0);
      }}
    >
      <div className={`ol-row${isIdea ? ' ol-idea' : ''}`}>
        <div className="ol-name">
          <label htmlFor="new-line">
            {newLineWords[open.kind]}
            <span> under {under}</span>
          </label>
          <input
            ref={field}
            className="in ol-in"
            id="new-line"
            value={open.text}
            onChange={(event) => state.write(event.target.value)}
            list={isIdea && known.length > 0 ? 'known-ideas' : undefined}
            maxLength={160}
            autoComplete="off"
            aria-describedby="new-line-keys"
          />
          {isIdea && known.length > 0 ? (
            <datalist id="known-ideas">
              {known.map(({ id, name }) => (
                <option key={id} value={name} />
              ))}
            </datalist>
          ) : null}
        </div>
        <div className="ol-moves">
          <button
            type="button"
            className="ic-btn mv-out"
            aria-disabled={outward === null || undefined}
            title="One level out"
            onClick={() => outward && state.shift(outward)}
          >
            <Icon name="back" size={18} />
            <span className="vh">One level out</span>
          </button>
          <button
            type="button"
            className="ic-btn mv-in"
            aria-disabled={inward === null || undefined}
            title="One level in"
            onClick={() => inward && state.shift(inward)}
          >
            <Icon name="arrow" size={18} />
            <span className="vh">One level in</span>
          </button>
        </div>
        <p className="hint" id="new-line-keys">
          Enter keeps it and opens the next. Alt with → or ← changes its level. Escape leaves it.
          {isIdea && known.length > 0 ? ' The name of an idea you have puts that idea here too.' : ''}
        </p>
        <p className="ol-adds">
          <button type="button" className="btn text" onClick={() => state.keep(true)}>
            Keep it
          </button>
          <button type="button" className="btn text" onClick={state.leave}>
            Leave it
          </button>
        </p>
      </div>
    </li>
  );
}

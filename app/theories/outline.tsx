import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { paths } from '~/paths';
import { Icon, type IconName } from '~/ui/icons';
import { DriverSays, IdeaSays } from './line-says';
import { SaidMeasures } from './measures-here';
import { type Move, moved, moves, moveWords } from './moves';
import { type NewLine, newLineIn, newLineOut } from './new-line';
import { NewLineField } from './new-line-field';
import { type DriverNode, findDriver, type Line, lineKey } from './tree';
import { type OutlineState, standsAfter, useOutline } from './use-outline';
import type { TheoryView } from './view';

const icons: Record<Move, IconName> = { up: 'down', down: 'down', in: 'arrow', out: 'back' };
const keyMoves: Record<string, Move> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

interface Editing {
  teamId: string;
  view: TheoryView;
  state: OutlineState;
  isAlive: boolean;
}

/**
 * The theory as an outline to be edited: a plain form for each line, which is sent by its button; alive, the lines take
 * keys and save themselves.
 */
export function Outline({ teamId, personId, view }: { teamId: string; personId: string; view: TheoryView }) {
  const [isAlive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const state = useOutline(teamId, personId, view);
  const box = useRef<HTMLDivElement>(null);
  const editing: Editing = { teamId, view, state, isAlive };

  function onKeyDown(event: KeyboardEvent) {
    const field = event.target;
    if (!isLineField(field) || !field.classList.contains('ol-in')) return;
    if (event.nativeEvent.isComposing) return;
    if (field.id === 'new-line') return onNewLineKey(event, editing, field);
    const line = lineOf(field);
    const move = keyMoves[event.key];
    if (event.altKey && move && line) {
      event.preventDefault();
      moveTo(editing, line, move);
    } else if (!event.altKey && !event.ctrlKey && !event.metaKey) {
      if (event.key === 'Enter') {
        event.preventDefault();
        state.openBelow(line);
      } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
        const fields = [...(box.current?.querySelectorAll<LineField>('.ol-in') ?? [])];
        const next = fields[fields.indexOf(field) + (event.key === 'ArrowUp' ? -1 : 1)];
        if (!next) return;
        event.preventDefault();
        next.focus();
      } else if (event.key === 'Escape') state.revert(field.id);
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the fields inside take the keys.
    <div ref={box} onKeyDown={isAlive ? onKeyDown : undefined} className={isAlive ? 'ol is-alive' : 'ol'}>
      <p className="saved ol-told" role="status">
        {state.told}
      </p>
      {isAlive ? (
        <p className="hint ol-keys">
          Enter adds a line below. Alt with an arrow key moves a line up or down, or one level in or out. What
          you change saves itself; Enter adds a new line.
        </p>
      ) : null}
      <ol className="ol-list" aria-label="Primary drivers">
        <Lines
          editing={editing}
          kind="primary"
          underId={null}
          ids={view.tree.map(({ id }) => id)}
          draw={(id) => <DriverLine key={id} editing={editing} driver={findDriver(view.tree, id)} />}
        />
      </ol>
      <p className="btns ol-end">
        <OpenButton
          editing={editing}
          href={paths.newDriver(teamId)}
          at={{ kind: 'primary', underId: null, afterId: null }}
          className="btn line"
        >
          Add a primary driver
        </OpenButton>
      </p>
    </div>
  );
}

/** Lines of one list, with the one that is being written in its place among them. */
function Lines({
  editing,
  kind,
  underId,
  ids,
  draw,
}: {
  editing: Editing;
  kind: NewLine['kind'];
  underId: string | null;
  ids: string[];
  draw: (id: string) => ReactNode;
}) {
  const { open } = editing.state;
  const isHere = open !== null && open.kind === kind && open.underId === underId;
  if (!isHere) return <>{ids.map(draw)}</>;
  const at = ids.indexOf(standsAfter(editing.view.tree, open) ?? '');
  const cut = at < 0 ? ids.length : at + 1;
  return (
    <>
      {ids.slice(0, cut).map(draw)}
      <NewLineField key="new-line" view={editing.view} state={editing.state} open={open} />
      {ids.slice(cut).map(draw)}
    </>
  );
}

function DriverLine({ editing, driver }: { editing: Editing; driver: DriverNode | null }) {
  const { teamId, view, state } = editing;
  const shown = driver && view.drivers[driver.id];
  if (!driver || !shown) return null;
  const line = { driverId: driver.id, ideaId: null };
  const isPrimary = driver.parentId === null;
  const isOpen = (kind: NewLine['kind']) => state.open?.kind === kind && state.open.underId === driver.id;
  return (
    <li>
      <LineRow
        editing={editing}
        line={line}
        label={isPrimary ? 'Primary driver' : 'Secondary driver'}
        name={shown.name}
        isGone={!shown.isBelieved}
        href={paths.driver(teamId, driver.id)}
        says={<DriverSays driver={shown} />}
        adds={
          <>
            <OpenButton
              editing={editing}
              href={paths.placeIdea(teamId, driver.id)}
              at={{ kind: 'idea', underId: driver.id, afterId: null }}
            >
              Add an idea<span className="vh"> under {shown.name}</span>
            </OpenButton>
            {isPrimary ? (
              <OpenButton
                editing={editing}
                href={paths.newDriver(teamId, driver.id)}
                at={{ kind: 'secondary', underId: driver.id, afterId: null }}
              >
                Add a driver<span className="vh"> under {shown.name}</span>
              </OpenButton>
            ) : null}
          </>
        }
      />
      {driver.ideaIds.length > 0 || isOpen('idea') ? (
        <ul className="ol-list" aria-label={`Change ideas under ${shown.name}`}>
          <Lines
            editing={editing}
            kind="idea"
            underId={driver.id}
            ids={driver.ideaIds}
            draw={(id) => <IdeaLine key={id} editing={editing} driverId={driver.id} ideaId={id} />}
          />
        </ul>
      ) : null}
      {driver.drivers.length > 0 || isOpen('secondary') ? (
        <ol className="ol-list" aria-label={`Secondary drivers under ${shown.name}`}>
          <Lines
            editing={editing}
            kind="secondary"
            underId={driver.id}
            ids={driver.drivers.map(({ id }) => id)}
            draw={(id) => <DriverLine key={id} editing={editing} driver={findDriver(view.tree, id)} />}
          />
        </ol>
      ) : null}
    </li>
  );
}

function IdeaLine({ editing, driverId, ideaId }: { editing: Editing; driverId: string; ideaId: string }) {
  const { teamId, view } = editing;
  const idea = view.ideas[ideaId];
  if (!idea) return null;
  return (
    <li>
      <LineRow
        editing={editing}
        line={{ driverId, ideaId }}
        label="Change idea"
        name={idea.name}
        isGone={!idea.isBelieved}
        href={paths.idea(teamId, ideaId)}
        says={<IdeaSays teamId={teamId} view={view} idea={idea} driverId={driverId} />}
      />
    </li>
  );
}

function LineRow({
  editing,
  line,
  label,
  name,
  isGone,
  href,
  says,
  adds,
}: {
  editing: Editing;
  line: Line;
  label: string;
  name: string;
  isGone: boolean;
  href: string;
  says: ReactNode;
  adds?: ReactNode;
}) {
  const { teamId, view, state, isAlive } = editing;
  const key = lineKey(line);
  const draft = state.drafts.get(key);
  const text = draft?.text ?? name;
  const isEmpty = isAlive && text.trim() === '';
  const field = {
    className: `in ol-in${isGone ? ' is-gone' : ''}`,
    id: key,
    name: 'name',
    'data-driver': line.driverId,
    'data-idea': line.ideaId ?? '',
    maxLength: 160,
    autoComplete: 'off',
    'aria-describedby': isEmpty || draft?.theirs ? `${key}-err` : `${key}-says`,
  };
  return (
    <div className={`ol-row${line.ideaId === null ? '' : ' ol-idea'}`}>
      <form
        method="post"
        action={href}
        className="ol-name"
        onSubmit={(event) => {
          if (!isAlive) return;
          event.preventDefault();
          state.save();
        }}
      >
        <input type="hidden" name="back" value="theory" />
        <label htmlFor={key}>{label}</label>
        <div className="ol-field">
          {isAlive ? (
            // A long name is seen whole: the field grows with it. It is one line all the same.
            <textarea
              {...field}
              rows={1}
              value={text}
              onChange={(event) => state.type(key, event.target.value.replaceAll(/\s*\n\s*/g, ' '))}
              onBlur={state.save}
              aria-invalid={isEmpty || undefined}
            />
          ) : (
            <input {...field} defaultValue={name} />
          )}
          {isAlive ? null : (
            <button type="submit" className="btn text">
              Save<span className="vh"> {name}</span>
            </button>
          )}
        </div>
      </form>
      <form method="post" action={paths.moveLine(teamId)} className="ol-moves">
        <input type="hidden" name="driverId" value={line.driverId} />
        {line.ideaId === null ? null : <input type="hidden" name="ideaId" value={line.ideaId} />}
        {moves.map((move) => {
          const isOff = moved(view.tree, line, move).kind === 'refused';
          return (
            <button
              key={move}
              type="submit"
              name="move"
              value={move}
              className={`ic-btn mv-${move}`}
              aria-disabled={isOff || undefined}
              title={moveWords[move]}
              onClick={(event) => {
                if (!isAlive) return;
                event.preventDefault();
                moveTo(editing, line, move, `${key}-${move}`);
              }}
              id={`${key}-${move}`}
            >
              <Icon name={icons[move]} size={18} />
              <span className="vh">
                {moveWords[move]}: {name}
              </span>
            </button>
          );
        })}
      </form>
      {isEmpty ? (
        <p className="err" id={`${key}-err`}>
          A line needs a name. To take it off, open it and put it away.
        </p>
      ) : null}
      {draft?.theirs ? (
        <p className="err ol-clash" id={`${key}-err`}>
          <span>Somebody else named this “{draft.theirs}” meanwhile.</span>
          <button type="button" className="btn text" onClick={() => state.choose(key, 'mine')}>
            Keep mine
          </button>
          <button type="button" className="btn text" onClick={() => state.choose(key, 'theirs')}>
            Keep theirs
          </button>
        </p>
      ) : null}
      <div className="ol-says" id={`${key}-says`}>
        {says}
      </div>
      <p className="ol-adds">
        {adds}
        <a href={href}>
          {line.ideaId === null ? 'Measures, belief and more' : 'Open the idea'}
          <span className="vh">: {name}</span>
        </a>
      </p>
    </div>
  );
}

/** A link to the page where a line is added; alive, the line opens in its place. */
function OpenButton({
  editing,
  href,
  at,
  className,
  children,
}: {
  editing: Editing;
  href: string;
  at: NewLine;
  className?: string;
  children: ReactNode;
}) {
  return (
    <a
      href={href}
      className={className}
      onClick={(event) => {
        if (!editing.isAlive || event.metaKey || event.ctrlKey) return;
        event.preventDefault();
        editing.state.openAt(at);
      }}
    >
      {children}
    </a>
  );
}

function moveTo({ view, state }: Editing, line: Line, move: Move, focusId?: string) {
  const to = moved(view.tree, line, move);
  if (to.kind === 'refused') return state.tell(to.sentence);
  const after = to.kind === 'idea' ? { driverId: to.toId, ideaId: to.ideaId } : line;
  const key = lineKey(after);
  state.focusOn(focusId ? `${key}-${move}` : key);
  state.move(line, move);
}

type LineField = HTMLInputElement | HTMLTextAreaElement;
const isLineField = (target: EventTarget): target is LineField =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

function lineOf(field: LineField): Line | null {
  const { driver, idea } = field.dataset;
  return driver ? { driverId: driver, ideaId: idea || null } : null;
}

function onNewLineKey(event: KeyboardEvent, { view, state }: Editing, field: LineField) {
  const { open } = state;
  if (!open) return;
  const shift = event.altKey ? { ArrowRight: newLineIn, ArrowLeft: newLineOut }[event.key] : undefined;
  if (shift) {
    event.preventDefault();
    const to = shift(view.tree, { ...open, afterId: standsAfter(view.tree, open) });
    if (to) state.shift(to);
    else state.tell(event.key === 'ArrowRight' ? 'It cannot go further in.' : 'It cannot go further out.');
  } else if (event.key === 'Enter') {
    event.preventDefault();
    if (field.value.trim() === '') state.tell('Write a name first, or press Escape to leave it.');
    else state.keep(true);
  } else if (event.key === 'Escape') {
    event.preventDefault();
    state.leave();
  }
}

/** The theory as an outline to be read. */
export function ReadOutline({ teamId, view }: { teamId: string; view: TheoryView }) {
  const read = (driver: DriverNode): ReactNode => {
    const shown = view.drivers[driver.id];
    if (!shown) return null;
    return (
      <li key={driver.id}>
        <div className="ol-row">
          <p className="ol-kind">{driver.parentId === null ? 'Primary driver' : 'Secondary driver'}</p>
          <p className="ol-read">
            <a href={paths.driver(teamId, driver.id)}>
              {shown.isBelieved ? shown.name : <s>{shown.name}</s>}
            </a>
          </p>
          <div className="ol-says">
            <DriverSays driver={shown} />
          </div>
        </div>
        {driver.ideaIds.length > 0 ? (
          <ul className="ol-list" aria-label={`Change ideas under ${shown.name}`}>
            {driver.ideaIds.map((id) => {
              const idea = view.ideas[id];
              return idea ? (
                <li key={id}>
                  <div className="ol-row ol-idea">
                    <p className="ol-kind">Change idea</p>
                    <p className="ol-read">
                      <a href={paths.idea(teamId, id)}>{idea.isBelieved ? idea.name : <s>{idea.name}</s>}</a>
                    </p>
                    <div className="ol-says">
                      <IdeaSays teamId={teamId} view={view} idea={idea} driverId={driver.id} />
                    </div>
                  </div>
                </li>
              ) : null;
            })}
          </ul>
        ) : null}
        {driver.drivers.length > 0 ? (
          <ol className="ol-list" aria-label={`Secondary drivers under ${shown.name}`}>
            {driver.drivers.map(read)}
          </ol>
        ) : null}
      </li>
    );
  };
  return (
    <div className="ol">
      <ol className="ol-list" aria-label="Primary drivers">
        {view.tree.map(read)}
      </ol>
    </div>
  );
}

/** The aim at the top of the outline, with its measures. */
export function AimLine({ view }: { view: TheoryView }) {
  return (
    <div className="stack-s">
      <p className="ol-aim">{view.aim || 'The aim is not written yet.'}</p>
      <SaidMeasures measures={view.aimMeasures} />
    </div>
  );
}

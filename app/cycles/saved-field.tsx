import { createContext, type ReactNode, useContext } from 'react';
import { WrongHere } from '~/ui/wrong-here';
import { canJoin, type FieldClash, type Keep } from './field-answers';

/** How the fields of the worksheet stand while somebody writes. */
export interface Desk {
  clashes: Readonly<Record<string, FieldClash>>;
  /** Why a field is not saved, by field. */
  wrong: Readonly<Record<string, string>>;
  /** The field to begin with: "#here" leads to it. */
  here: string | null;
  /** Choices already made on a page without JavaScript, "mine learned 4". */
  keeps: readonly string[];
  /** Null where the page has no JavaScript: then a choice is a button of the form. */
  choose: ((clash: FieldClash, keep: Keep) => void) | null;
  clock: (instant: string) => string;
}

export const DeskContext = createContext<Desk>({
  clashes: {},
  wrong: {},
  here: null,
  keeps: [],
  choose: null,
  clock: (instant) => instant,
});

/** A field that saves itself: with it stands why it is not saved yet, and both texts where two people wrote in it. */
export function SavedField({ at, children }: { at: string; children: ReactNode }) {
  const desk = useContext(DeskContext);
  const clash = desk.clashes[at];
  return (
    <div className="stack-s saved-field" id={desk.here === at ? 'here' : undefined}>
      <WrongHere.Provider value={desk.wrong[at] ?? null}>{children}</WrongHere.Provider>
      {clash ? <TwoTexts clash={clash} desk={desk} /> : null}
      {desk.keeps
        .filter((keep) => keep.split(' ')[1] === at)
        .map((keep) => (
          <input key={keep} type="hidden" name="keep" value={keep} />
        ))}
    </div>
  );
}

/** Puts the caret into the field to begin with. */
export function focusHere(): void {
  const here = document.getElementById('here');
  here
    ?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')
    ?.focus({ preventScroll: true });
}

const keepWords: Record<Keep, string> = {
  mine: 'Keep mine',
  theirs: 'Keep theirs',
  both: 'Put them together',
};

function TwoTexts({ clash, desk }: { clash: FieldClash; desk: Desk }) {
  const { field, version, theirs, mine, who, at } = clash;
  const offered: Keep[] = canJoin(field) ? ['mine', 'theirs', 'both'] : ['mine', 'theirs'];
  const named = who ?? 'Somebody';
  return (
    <div className="clash" role="alert">
      <p>
        <b>
          {named} saved this at {desk.clock(at)}.
        </b>{' '}
        Nothing is lost: here are both. Choose what stays.
      </p>
      <div className="clash-two">
        <div>
          <p className="kind">Theirs</p>
          <p className="lines">{theirs || 'Empty'}</p>
        </div>
        <div>
          <p className="kind">Yours</p>
          <p className="lines">{mine || 'Empty'}</p>
        </div>
      </div>
      <input type="hidden" name={`their ${field}`} value={theirs} />
      <div className="btns">
        {offered.map((keep) => (
          <button
            key={keep}
            type="submit"
            name="keep"
            value={`${keep} ${field} ${version}`}
            className={keep === 'both' ? 'btn text' : 'btn line'}
            onClick={(event) => {
              if (!desk.choose) return;
              event.preventDefault();
              desk.choose(clash, keep);
            }}
          >
            {keepWords[keep]}
          </button>
        ))}
      </div>
    </div>
  );
}

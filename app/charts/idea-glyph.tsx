/*
 * Where a change idea stands, as a glyph beside its word. What was decided has the shape of its decision: adopted a
 * disc with a check, spreading a disc with a plus, abandoned a bare cross. Not begun is dashed, under way is a ring
 * with its middle filled.
 */

export const ideaStates = ['untested', 'testing', 'adopted', 'spreading', 'abandoned'] as const;
export type IdeaState = (typeof ideaStates)[number];
export const ideaStateWords: Record<IdeaState, string> = {
  untested: 'Untested',
  testing: 'Testing',
  adopted: 'Adopted',
  spreading: 'Spreading',
  abandoned: 'Abandoned',
};

/** The drawing alone, on a 20 by 20 field, to be placed inside another drawing. */
export function IdeaShape({ state }: { state: IdeaState }) {
  switch (state) {
    case 'untested':
      return <circle cx="10" cy="10" r="7.6" className="g-line g-dashed" />;
    case 'testing':
      return (
        <>
          <circle cx="10" cy="10" r="7.6" className="g-line" />
          <circle cx="10" cy="10" r="3" className="g-fill" />
        </>
      );
    case 'adopted':
      return (
        <>
          <circle cx="10" cy="10" r="9" className="g-fill" />
          <path d="M5.6 10.3l3 3 5.7-6.2" className="g-cut" />
        </>
      );
    case 'spreading':
      return (
        <>
          <circle cx="10" cy="10" r="9" className="g-fill" />
          <path d="M10 5.4v9.2M5.4 10h9.2" className="g-cut" />
        </>
      );
    case 'abandoned':
      return <path d="M4.5 4.5l11 11M15.5 4.5l-11 11" className="g-x" />;
  }
}

/** Glyph and words: "◉ Testing, 3 cycles". */
export function IdeaTag({ state, words = ideaStateWords[state] }: { state: IdeaState; words?: string }) {
  return (
    <span className="decision">
      <svg className="dg" width={16} height={16} viewBox="0 0 20 20" aria-hidden="true">
        <IdeaShape state={state} />
      </svg>
      {words}
    </span>
  );
}

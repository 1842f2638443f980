import { type EventKind, eventKindWords } from '#db/vocabulary';

/* A shape for each kind of event, in ink: none of the hues of signals or phases, and none of the shapes of points. */

/** The drawing alone, on a 20 by 20 field, to be placed inside another drawing. */
export function EventShape({ kind }: { kind: EventKind }) {
  switch (kind) {
    case 'event':
      return <path d="M3 4.5h14l-7 12z" className="g-fill" />;
    case 'definition change':
      return <path d="M3.5 7.2h13M3.5 12.8h13M13.2 3l-6.4 14" className="g-x" />;
    case 'barrier':
      return (
        <>
          <path d="M2 5h16v7H2zM5 12v5M15 12v5" className="g-line" />
          <path d="M6 12l4-7M11.5 12l4-7" className="g-line" />
        </>
      );
    case 'milestone':
      return (
        <>
          <path d="M5.5 18V3" className="g-line" />
          <path d="M5 3l12 4.2-12 4.3z" className="g-fill" />
        </>
      );
  }
}

export interface EventGlyphProps {
  kind: EventKind;
  size?: number;
  /** Leave out where the word stands beside the glyph. */
  label?: boolean;
}

export function EventGlyph({ kind, size = 16, label }: EventGlyphProps) {
  return (
    <svg
      className="dg"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      role={label ? 'img' : undefined}
      aria-label={label ? eventKindWords[kind] : undefined}
      aria-hidden={label ? undefined : true}
    >
      <EventShape kind={kind} />
    </svg>
  );
}

/** Glyph and words: "⚑ A milestone". */
export function EventTag({ kind }: { kind: EventKind }) {
  return (
    <span className="decision">
      <EventGlyph kind={kind} />
      {eventKindWords[kind]}
    </span>
  );
}

import { type EventKind, eventKindWords } from '#db/vocabulary';
import { type Mark, Marks } from './marks';

/* A shape for each kind of event, in ink: none of the hues of signals or phases, and none of the shapes of points. */

/** The drawing alone, on a 20 by 20 field, to be placed inside another drawing. */
export const eventMarks: Record<EventKind, readonly Mark[]> = {
  event: [{ className: 'g-fill', d: 'M3 4.5h14l-7 12z' }],
  'definition change': [{ className: 'g-x', d: 'M3.5 7.2h13M3.5 12.8h13M13.2 3l-6.4 14' }],
  barrier: [
    { className: 'g-line', d: 'M2 5h16v7H2zM5 12v5M15 12v5' },
    { className: 'g-line', d: 'M6 12l4-7M11.5 12l4-7' },
  ],
  milestone: [
    { className: 'g-line', d: 'M5.5 18V3' },
    { className: 'g-fill', d: 'M5 3l12 4.2-12 4.3z' },
  ],
  'learning session': [{ className: 'g-fill', d: 'M2.5 3.5h15v10h-8l-4 4v-4h-3z' }],
  'action period': [{ className: 'g-x', d: 'M3.5 4v12M16.5 4v12M3.5 10h13' }],
};

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
      <Marks marks={eventMarks[kind]} />
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

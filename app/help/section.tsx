import type { ReactNode } from 'react';
import { Row } from '~/ui/page';

/** One section of a help page: other pages link to its heading by `id`. */
export function Section({
  id,
  title,
  note,
  side,
  children,
}: {
  id: string;
  title: string;
  note?: string;
  side?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Row id={id} title={<span id={id}>{title}</span>} note={note} side={side}>
      <div className="stack">{children}</div>
    </Row>
  );
}

/** Words and what they mean, one pair a line. */
export function Meanings({ of }: { of: readonly (readonly [term: string, words: ReactNode])[] }) {
  return (
    <dl className="def">
      {of.map(([term, words]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A table that may be wider than a phone: it scrolls by itself, and the keyboard reaches it. */
export function Scrolled({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <div className="scroll" tabIndex={0} role="group" aria-label={label}>
      {children}
    </div>
  );
}

/** What a reason says after its number of points: "too few for limits" of "10 years: too few for limits". */
export function afterColon(reason: string): string {
  const words = reason.slice(reason.indexOf(':') + 1).trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

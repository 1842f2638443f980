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

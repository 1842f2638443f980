import type { ReactNode } from 'react';
import { EventTag } from '~/charts/event-glyph';
import { type Gathering, whenInWords } from './calendar';

/** Learning sessions and action periods, in order. */
export function GatheringList<Of extends Gathering>({
  gatherings,
  today,
  deed,
}: {
  gatherings: readonly Of[];
  today: string;
  deed?: (gathering: Of) => ReactNode;
}) {
  return (
    <ol className="recs">
      {gatherings.map((one) => (
        <li key={one.id}>
          <div className="stack-s">
            <h3 className="gath">{one.title}</h3>
            <p>
              <EventTag kind={one.kind} />. {whenInWords(one, today)}
              {one.place ? `. ${one.place}` : ''}
            </p>
            {one.detail ? <p className="hint lines">{one.detail}</p> : null}
          </div>
          {deed ? <div className="btns">{deed(one)}</div> : null}
        </li>
      ))}
    </ol>
  );
}

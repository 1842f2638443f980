import { type MeasureType, measureTypeWords } from '#db/vocabulary';
import { VerdictLine } from '~/charts/mark';
import { RunChart } from '~/charts/run-chart';
import type { ReadingInWords } from '~/charts/words';

export interface Tile {
  id: string;
  name: string;
  type: MeasureType;
  /** "Lower is better. Students on the watch list." */
  hint: string;
  /** "Last number: the week of Nov 23, entered Nov 30." */
  last: string;
  href: string;
  /** The chart as it is drawn; empty without numbers. */
  drawing: string;
  words: ReadingInWords;
}

/** A team's measures beside each other: words first, then the picture. */
export function MeasureTiles({ tiles }: { tiles: Tile[] }) {
  return (
    <div className="sms">
      {tiles.map((tile) => (
        <article key={tile.id} className="sm">
          <p className="kind">{measureTypeWords[tile.type]}</p>
          <h3>
            <a href={tile.href}>{tile.name}</a>
          </h3>
          <VerdictLine verdict={tile.words.verdict}>{briefly(tile.words)}</VerdictLine>
          {tile.drawing === '' ? (
            <p className="soft">No numbers yet.</p>
          ) : (
            <RunChart drawing={tile.drawing} />
          )}
          {tile.hint ? <p className="hint">{tile.hint}</p> : null}
          {tile.last ? <p className="hint">{tile.last}</p> : null}
        </article>
      ))}
    </div>
  );
}

/** "Improvement. Shift: 8 points above the median since Oct 12". */
export function briefly({ word, text }: ReadingInWords): string {
  if (text === '') return word;
  return /^\d+ of/.test(text) || word === 'Unusual pattern' ? `${word}: ${text}` : `${word}. ${text}`;
}

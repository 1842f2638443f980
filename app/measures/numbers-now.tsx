import { VerdictLine } from '~/charts/mark';
import { RunChart } from '~/charts/run-chart';
import { paths } from '~/paths';
import type { ListedMeasure } from './measure-list';
import { briefly, type Tile } from './measure-tiles';

/** Each measure's newest number, its sentence and its chart, and the way to enter the next. */
export function NumbersNow({
  teamId,
  tiles,
  list,
  mayEnter,
}: {
  teamId: string;
  tiles: readonly Tile[];
  list: readonly ListedMeasure[];
  mayEnter: boolean;
}) {
  const tileOf = new Map(tiles.map((tile) => [tile.id, tile]));
  return (
    <div className="sms meetnums">
      {list.map(({ id, name, href, words, latest, latestOf, due, isLate }) => {
        const tile = tileOf.get(id);
        return (
          <article key={id} className="sm">
            <h2>
              <a href={href}>{name}</a>
            </h2>
            <p className="newest">
              <b>{latest || 'No number yet'}</b> {latestOf ? <span className="soft">{latestOf}</span> : null}
            </p>
            <VerdictLine verdict={words.verdict}>{briefly(words)}</VerdictLine>
            {tile && tile.drawing !== '' ? <RunChart drawing={tile.drawing} /> : null}
            {mayEnter ? (
              <p className="btns">
                <a className="btn text" href={paths.enterPoint(teamId, id)}>
                  Enter a number<span className="vh"> of {name}</span>
                </a>
                {due ? (
                  isLate ? (
                    <span className="late">{due}</span>
                  ) : (
                    <span className="soft">{due}</span>
                  )
                ) : null}
              </p>
            ) : null}
          </article>
        );
      })}
    </div>
  );
}

import { paths } from '~/paths';
import { type AskedBoard, boardAddress, type Show, shows, showWords } from './board';

/** What is shown of the scoreboard, as links, and the day it is shown for. All of it stands in the address. */
export function BoardFilters({
  asked,
  shown,
  areas,
  today,
}: {
  asked: AskedBoard;
  shown: Record<Show, number>;
  areas: { id: string; name: string }[];
  today: string;
}) {
  const place = paths.indicators();
  const outcome = areas.find(({ id }) => id === asked.outcomeId);
  const offered = shows.filter((show) => show === 'all' || show === asked.show || shown[show] > 0);
  return (
    <div className="filters">
      <nav className="seg" aria-label="Show">
        {offered.map((show) => (
          <a
            key={show}
            href={boardAddress(place, asked, { show })}
            aria-current={show === asked.show ? 'true' : undefined}
          >
            {showWords[show]}
            {show === 'all' ? ' ' : ', '}
            {shown[show]}
          </a>
        ))}
        {outcome ? (
          <a href={boardAddress(place, asked, { outcomeId: null })}>
            Only {outcome.name}: show every outcome
          </a>
        ) : null}
      </nav>
      <form method="get" action={place} className="asof">
        {asked.show === 'all' ? null : <input type="hidden" name="show" value={asked.show} />}
        {asked.outcomeId === null ? null : <input type="hidden" name="outcome" value={asked.outcomeId} />}
        <label htmlFor="as-of">As of</label>
        <input
          className="in"
          id="as-of"
          type="date"
          name="on"
          defaultValue={asked.on ?? (asked.typed || today)}
          max={today}
          aria-invalid={asked.problem ? true : undefined}
          aria-describedby={asked.problem ? 'as-of-problem' : undefined}
        />
        <button type="submit" className="btn line">
          Show that day
        </button>
        {asked.on ? <a href={boardAddress(place, asked, { on: null })}>Back to today</a> : null}
        {asked.problem ? (
          <p className="err" id="as-of-problem" role="alert">
            {asked.problem}
          </p>
        ) : null}
      </form>
      <p className="takeout">
        <a href={boardAddress(paths.printBoard(), asked)}>Print the scoreboard</a>
        <a href={boardAddress(paths.boardCsv(), asked)} download>
          Scoreboard (CSV)
        </a>
      </p>
    </div>
  );
}

import { Mark } from '~/charts/mark';
import { Wheel, type WheelStates } from '~/charts/wheel';
import { paths } from '~/paths';
import { shortDay } from '~/ui/dates';
import { Icon } from '~/ui/icons';
import { DeedButton } from '~/ui/sheet';
import { plural } from '~/ui/words';
import type { QueueLine, QueuePart, Snooze } from './queue';
import { isLateLine, queueParts, queuePartWords } from './queue';
import { filterWords, type QueueFilter } from './queue-filter';
import { isClaimKey } from './queue-lines';
import { scoreWords } from './score';

export interface ShownLine extends QueueLine {
  href: string;
  snoozeHref: string;
  /** Of its cycle, while that is not done. */
  wheel: WheelStates | null;
  letter: 'P' | 'D' | 'S' | 'A' | null;
  /** The one whose panel is open. */
  isHere: boolean;
}

/** The list in its parts; a part without lines is left out. */
export function QueueList({ lines }: { lines: readonly ShownLine[] }) {
  return queueParts.map((part) => {
    const own = lines.filter((line) => line.part === part);
    return own.length > 0 ? (
      <section key={part} aria-labelledby={`queue-${part}`}>
        <h2 id={`queue-${part}`}>{queuePartWords[part]}</h2>
        <ol>
          {own.map((line) => (
            <Line key={line.key} line={line} />
          ))}
        </ol>
      </section>
    ) : null;
  });
}

function Line({ line }: { line: ShownLine }) {
  const { part, team, why, context, act, href, snoozeHref, wheel, letter, isHere } = line;
  return (
    <li className={isHere ? 'qi sel' : 'qi'}>
      <span className="qi-w">
        {wheel ? (
          <Wheel size={50} states={wheel} centre={letter} />
        ) : part === 'celebrate' ? (
          <Mark verdict="better" />
        ) : (
          <Icon name={isClaimKey(line.key) ? 'ramp' : 'comment'} size={36} />
        )}
      </span>
      <div>
        <h3>
          <a href={href} aria-current={isHere ? 'true' : undefined}>
            {team}
          </a>
        </h3>
        <p className={part === 'celebrate' ? 'why is-better' : 'why'}>
          {isLateLine(line) ? <span className="late">{why}</span> : why}
        </p>
        <p className="ctx">
          {context}{' '}
          <a href={snoozeHref}>
            Later
            <span className="vh">
              : {team}, {why}
            </span>
          </a>
        </p>
      </div>
      <a className="btn text" href={href}>
        {act}
        <span className="vh"> {team}</span>
      </a>
    </li>
  );
}

/** The parts and the teams as links: what is shown stands in the address. */
export function QueueFilters({
  filter,
  teams,
  all,
}: {
  filter: QueueFilter;
  teams: readonly { id: string; name: string }[];
  all: readonly QueueLine[];
}) {
  const counts = (part: QueuePart | null) =>
    all.filter(
      (line) =>
        (part === null || line.part === part) && (filter.team === null || line.teamId === filter.team),
    ).length;
  return (
    <form className="qfilter" method="get" action={paths.coaching()}>
      <nav aria-label="What to show">
        {[null, ...queueParts].map((part) => (
          <a
            key={part ?? 'all'}
            href={paths.coaching(filterWords({ ...filter, show: part }))}
            aria-current={filter.show === part ? 'true' : undefined}
          >
            {part === null ? 'All' : queuePartWords[part]} <span className="soft">{counts(part)}</span>
          </a>
        ))}
      </nav>
      {teams.length > 1 ? (
        <div className="inline">
          {filter.show ? <input type="hidden" name="show" value={filter.show} /> : null}
          <label htmlFor="queue-team" className="vh">
            Team
          </label>
          <span className="select">
            <select className="in" id="queue-team" name="team" defaultValue={filter.team ?? ''}>
              <option value="">All my teams</option>
              {teams.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </span>
          <button type="submit" className="btn line">
            Show
          </button>
        </div>
      ) : null}
    </form>
  );
}

export interface TeamOfCoach {
  id: string;
  name: string;
  wheel: WheelStates | null;
  /** "Study, Cycle 5", "No open cycle". */
  stage: string;
  /** The newest settled one. */
  score: number | null;
  /** How many lines of the list are theirs; none: they move along. */
  lines: number;
}

/** All teams of the coach: where each is, its score, and whether anything of it is on the list. */
export function Caseload({ teams }: { teams: readonly TeamOfCoach[] }) {
  return teams.length > 0 ? (
    <section aria-labelledby="queue-teams">
      <h2 id="queue-teams">Your teams</h2>
      <ul className="steady">
        {teams.map(({ id, name, wheel, stage, score, lines }) => (
          <li key={id}>
            {wheel ? <Wheel size={26} states={wheel} decorative /> : <span />}
            <div>
              <a href={paths.team(id)}>{name}</a>
              <span className="ctx">
                {stage}. {lines === 0 ? 'Moving along.' : `${plural(lines, 'line')} on your list.`}
              </span>
            </div>
            <a href={paths.progress(id)}>
              <span className="vh">Score of {name}: </span>
              {score === null ? 'No score' : scoreWords(score)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  ) : null;
}

/** What was set aside, until when and why, with the way to take it up again. */
export function Asleep({ lines }: { lines: readonly { line: QueueLine; snooze: Snooze }[] }) {
  return lines.length > 0 ? (
    <section aria-labelledby="queue-asleep">
      <h2 id="queue-asleep">Later</h2>
      <ul>
        {lines.map(({ line, snooze }) => (
          <li key={line.key} className="qi">
            <span />
            <div>
              <h3>{line.team}</h3>
              <p className="why">{line.why}</p>
              <p className="ctx">
                Back on {shortDay(snooze.untilOn)}. {snooze.reason}
              </p>
            </div>
            <DeedButton action={paths.wakeLine()} kind="text" values={{ line: line.key }}>
              Take it up now<span className="vh">: {line.team}</span>
            </DeedButton>
          </li>
        ))}
      </ul>
    </section>
  ) : null;
}

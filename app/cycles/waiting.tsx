import { Wheel, WheelBig, type WheelStates } from '~/charts/wheel';
import { Icon } from '~/ui/icons';

/** Something that waits for a person: a step of a cycle, or a number to enter. */
export interface Waiting {
  key: string;
  /** Without its full stop. */
  sentence: string;
  href: string;
  /** What the button that does it says. */
  button: string;
  /** "Text first, then call. Attendance Action Team". */
  about: string;
  due: string;
  /** Why it is stuck: "Cycle 4 has been waiting for its Study 12 days; this team usually takes 5." */
  why?: string;
  isLate: boolean;
  /** Of a cycle; null for a number. */
  wheel: { number: number; phase: string; states: WheelStates; href: string } | null;
}

/** Late ones first, cycles before numbers; otherwise in the order they come. */
export function mostUrgentFirst(cycles: readonly Waiting[], numbers: readonly Waiting[]): Waiting[] {
  const late = (things: readonly Waiting[], isLate: boolean) =>
    things.filter((thing) => thing.isLate === isLate);
  return [...late(cycles, true), ...late(numbers, true), ...late(cycles, false), ...late(numbers, false)];
}

/** The most urgent thing, as the one sentence of the page. */
export function Foremost({ kick, thing }: { kick: string; thing: Waiting }) {
  const { wheel } = thing;
  return (
    <section className="welcome">
      <div className="wl-w">
        {wheel ? (
          <WheelBig states={wheel.states} size={236} top={`Cycle ${wheel.number}`} mid={wheel.phase} />
        ) : (
          <Icon name="pencil" size={84} />
        )}
      </div>
      <div>
        <p className="kick">{kick}</p>
        <h1>{unbroken(thing.sentence)}.</h1>
        <p className="lead">
          {thing.about}. {thing.isLate || thing.why ? <Due thing={thing} /> : null}
        </p>
        <div className="btns">
          <a className="btn" href={thing.href}>
            {thing.button}
          </a>
          {wheel ? (
            <a className="btn text" href={wheel.href}>
              See the whole cycle
            </a>
          ) : null}
        </div>
      </div>
    </section>
  );
}

/** "Cycle 5" and "Dec 3" stay on one line. */
const unbroken = (sentence: string) => sentence.replaceAll(/ (?=\d)/g, '\u00a0');

function Due({ thing }: { thing: Waiting }) {
  if (thing.why) return <span className={thing.isLate ? 'late' : undefined}>{thing.why}</span>;
  if (!thing.due) return null;
  return thing.isLate ? <span className="late">{thing.due}</span> : <>{thing.due}.</>;
}

export function WaitingList({ things }: { things: Waiting[] }) {
  return (
    <ul className="todo">
      {things.map((thing) => (
        <li key={thing.key}>
          {thing.wheel ? (
            <Wheel size={26} states={thing.wheel.states} decorative />
          ) : (
            <span className="ic0">
              <Icon name="pencil" size={24} />
            </span>
          )}
          <a className="t" href={thing.href}>
            {thing.sentence}
          </a>
          <p>
            {thing.about}. <Due thing={thing} />
          </p>
        </li>
      ))}
    </ul>
  );
}

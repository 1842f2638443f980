import type { TeamPart } from '#db/vocabulary';
import { Wheel, type WheelStates } from '~/charts/wheel';
import { paths } from '~/paths';
import { Icon } from '~/ui/icons';
import { listed, plural } from '~/ui/words';
import { type Aim, aimLacks, aimSentence } from './aim-sentence';

/** The aim as a sentence; before it is written, the sentence to fill in. */
export function AimInWords({ aim, editHref }: { aim: Aim; editHref: string | null }) {
  const sentence = aimSentence(aim);
  const lacks = aimLacks(aim);
  if (!sentence) {
    return (
      <div className="stack">
        <p className="aim soft">By … , we move … among … from … to … .</p>
        <p className="hint">What will get better, for whom, by how much, by when.</p>
        {editHref ? (
          <div className="btns">
            <a className="btn line" href={editHref}>
              Write the aim
            </a>
          </div>
        ) : null}
      </div>
    );
  }
  return (
    <div className="stack">
      <p className="aim">{sentence}</p>
      {lacks.length > 0 ? (
        <p className="hint">
          Not said yet: {listed(lacks)}. {editHref ? <a href={editHref}>Complete the aim</a> : null}
        </p>
      ) : null}
    </div>
  );
}

export interface NextThing {
  key: string;
  href: string;
  sentence: string;
  due: string;
  isLate: boolean;
  /** Why it is stuck, as a sentence. */
  why?: string;
  /** What does it, at once. */
  act?: { href: string; words: string };
  /** Of a cycle; a number to enter has a pencil instead. */
  states: WheelStates | null;
}

export function DoNext({ things }: { things: NextThing[] }) {
  if (things.length === 0) return <p className="small soft">Nothing is waiting.</p>;
  return (
    <ul className="todo">
      {things.map((thing) => (
        <li key={thing.key}>
          {thing.states ? (
            <Wheel size={34} states={thing.states} decorative />
          ) : (
            <span className="ic0">
              <Icon name="pencil" size={24} />
            </span>
          )}
          <a className="t" href={thing.href}>
            {thing.sentence}
          </a>
          {thing.why || thing.due ? (
            <p>
              {thing.isLate ? (
                <span className="late">{thing.why ?? thing.due}</span>
              ) : (
                (thing.why ?? thing.due)
              )}
            </p>
          ) : null}
          {thing.act ? (
            <p>
              <a href={thing.act.href}>{thing.act.words}</a>
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

export interface PersonInTeam {
  personId: string;
  name: string;
  part: TeamPart;
  partner: string | null;
}

/** "9th grade at three schools. Home: Riverbend Schools. 10 people. Coach: Renee Castillo." */
export function teamLine(about: string, homePartner: string | null, people: PersonInTeam[]): string {
  const coaches = people.filter((person) => person.part === 'coach').map((person) => person.name);
  // As in the list of teams: coaches count too, and everyone once.
  const count = new Set(people.map((person) => person.personId)).size;
  return [
    about && (/[.!?]$/.test(about) ? about : `${about}.`),
    homePartner && `Home: ${homePartner}.`,
    count > 0 && `${plural(count, 'person', 'people')}.`,
    coaches.length > 0 && `${coaches.length === 1 ? 'Coach' : 'Coaches'}: ${listed(coaches)}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

export function PeopleInTeam({
  teamId,
  people,
  mayEdit,
}: {
  teamId: string;
  people: PersonInTeam[];
  mayEdit: boolean;
}) {
  return (
    <div className="stack">
      {people.length === 0 ? <p className="soft">Nobody yet.</p> : null}
      <ul className="people">
        {people.map((person) => (
          <li key={`${person.personId} ${person.part}`}>
            <b>{person.name}</b>
            <span>{[person.part === 'coach' ? 'Coach' : '', person.partner].filter(Boolean).join(', ')}</span>
          </li>
        ))}
      </ul>
      {mayEdit ? (
        <div className="btns">
          <a className="btn text" href={paths.teamPeople(teamId)}>
            Add or take out people
          </a>
        </div>
      ) : null}
    </div>
  );
}

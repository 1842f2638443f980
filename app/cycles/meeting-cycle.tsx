import { Wheel, type WheelStates } from '~/charts/wheel';
import { paths } from '~/paths';
import { shortDay } from '~/ui/dates';
import type { NextQuestion } from './next-question';
import { OneAnswer, OneDecision } from './one-answer';

export interface MeetingCycle {
  id: string;
  number: number;
  idea: string;
  states: WheelStates;
  /** "Finish the Study for Cycle 5 by Thursday": without its full stop. */
  sentence: string;
  /** What the worksheet's button says. */
  button: string;
  due: string;
  isLate: boolean;
  asked: { question: string; prediction: string } | null;
  note: { onDate: string; text: string } | null;
  learned: string;
  next: NextQuestion;
  /** Of its form; each is sent once. */
  formKey: string;
}

/** An open cycle at a meeting: what the team wanted to find out, and the next question, answered right there. */
export function CycleAtMeeting({
  teamId,
  cycle,
  mayWrite,
}: {
  teamId: string;
  cycle: MeetingCycle;
  mayWrite: boolean;
}) {
  const { id, number, idea, states, asked, note, next, learned } = cycle;
  return (
    <article className="meetcyc" id={`cycle-${id}`} aria-labelledby={`cycle-${id}-head`}>
      <Wheel size={58} states={states} decorative />
      <div className="stack">
        <header>
          <h2 id={`cycle-${id}-head`}>
            <a href={paths.cycle(teamId, id)}>
              Cycle {number}: {idea}
            </a>
          </h2>
          <p className="soft">
            {cycle.isLate ? <span className="late">{cycle.due}</span> : `${cycle.due || cycle.sentence}.`}
          </p>
        </header>
        {asked ? (
          <p className="meetask">
            {asked.question}{' '}
            {asked.prediction ? <span className="soft">We said: {asked.prediction}</span> : null}
          </p>
        ) : null}
        {next.by === 'saw' && note ? (
          <p className="soft lines">
            {shortDay(note.onDate)}: {note.text}
          </p>
        ) : null}
        {next.by === 'decision' ? <p className="lines">We learned: {learned}</p> : null}
        <Answer teamId={teamId} cycle={cycle} mayWrite={mayWrite} />
      </div>
    </article>
  );
}

function Answer({ teamId, cycle, mayWrite }: { teamId: string; cycle: MeetingCycle; mayWrite: boolean }) {
  const { id, next, formKey, button } = cycle;
  const worksheet = (
    <a className="btn text" href={paths.cycle(teamId, id)}>
      {next.by === 'worksheet' && mayWrite ? button : 'Open the worksheet'}
      <span className="vh"> of Cycle {cycle.number}</span>
    </a>
  );
  if (!mayWrite || next.by === 'worksheet') {
    return (
      <div className="stack-s">
        <p className="lab">{next.question}</p>
        {worksheet}
      </div>
    );
  }
  const form = { id: `${next.by}-${id}`, formKey };
  if (next.by === 'decision') {
    return (
      <details className="more">
        <summary>
          <span className="lab">{next.question}</span>
        </summary>
        <OneDecision {...form} action={paths.decideInMeeting(teamId, id)} />
      </details>
    );
  }
  const action = next.by === 'saw' ? paths.sawInMeeting(teamId, id) : paths.learnedInMeeting(teamId, id);
  return (
    <>
      <OneAnswer {...form} action={action} question={next.question} />
      {next.by === 'saw' ? worksheet : null}
    </>
  );
}

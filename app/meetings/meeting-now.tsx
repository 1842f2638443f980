import type { ReactNode } from 'react';
import { paths } from '~/paths';
import { weekday } from '~/ui/dates';
import { plural } from '~/ui/words';
import { linesThatStand, type MeetingRecord } from './record';
import { RecordBox } from './record-box';
import { NewestLines, RecordInFull } from './record-lines';
import { StepBar } from './step-bar';
import { type Step, stepWords } from './steps';
import { useRecord } from './use-record';

/** So many of the newest lines stand beside a step. */
const mostBeside = 5;

/**
 * The meeting while it goes on: a step at a time, large enough to be read from the back of the room, and the record
 * beside it, which is the same on every device within seconds.
 */
export function MeetingNow({
  team,
  meeting,
  first,
  step,
  counts,
  names,
  formKey,
  mayWrite,
  children,
}: {
  team: { id: string; name: string };
  meeting: { id: string; onDate: string };
  first: MeetingRecord;
  step: Step;
  counts: Partial<Record<Step, number>>;
  names: readonly string[];
  formKey: string;
  mayWrite: boolean;
  /** The step itself; the record is the step of decisions. */
  children: ReactNode;
}) {
  const live = useRecord(paths.meetingRecord(team.id, meeting.id), first);
  const { record, waiting } = live;
  const standing = linesThatStand(record.lines).length;
  return (
    <main id="main" className="page p-meeting">
      <div className="meethead">
        <p>
          <a href={paths.team(team.id)}>{team.name}</a>, {weekday(meeting.onDate)}
        </p>
        <StepBar teamId={team.id} step={step} counts={{ ...counts, record: standing }} />
      </div>
      {record.isEnded ? (
        <div className="banner">
          <p>
            This meeting has ended. <a href={paths.meetingSummary(team.id, meeting.id)}>See the summary</a>
          </p>
        </div>
      ) : null}
      <div className={mayWrite ? 'meet' : 'meet only'}>
        <section className="meet-step" aria-labelledby="step">
          <h1 id="step">{headOf(step)}</h1>
          {step === 'record' ? (
            <RecordInFull
              teamId={team.id}
              meetingId={meeting.id}
              lines={record.lines}
              mayWrite={mayWrite}
              level="h2"
            />
          ) : (
            children
          )}
        </section>
        {step === 'record' ? null : (
          <section className="meet-rec" aria-labelledby="record">
            <h2 id="record">Written down</h2>
            <NewestLines lines={record.lines} waiting={waiting} most={mostBeside} />
            {standing > mostBeside ? (
              <p>
                <a href={paths.meeting(team.id, 'record')}>All {plural(standing, 'line')}</a>
              </p>
            ) : null}
          </section>
        )}
        {step === 'record' && waiting.length > 0 ? (
          <section className="meet-rec" aria-label="On its way">
            <NewestLines lines={[]} waiting={waiting} most={0} />
          </section>
        ) : null}
        {mayWrite ? (
          <div className="meet-box">
            <RecordBox
              action={paths.newMeetingLine(team.id, meeting.id)}
              formKey={formKey}
              step={step}
              names={names}
              write={live.write}
              refused={live.refused}
            />
            <p className="hint" role="status">
              {live.told}
            </p>
          </div>
        ) : null}
      </div>
    </main>
  );
}

const headOf = (step: Step) =>
  ({
    due: 'What is due',
    cycles: 'Our cycles',
    numbers: 'Our numbers',
    record: 'What we decided and promised',
    close: 'Before we go',
  })[step] ?? stepWords[step];

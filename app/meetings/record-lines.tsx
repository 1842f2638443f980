import type { MeetingLineKind } from '#db/vocabulary';
import { paths } from '~/paths';
import { shortDay } from '~/ui/dates';
import { DeedButton } from '~/ui/sheet';
import { kindHeads, kindsInOrder, lineInWords, linesThatStand, type MeetingLine } from './record';
import type { Waiting } from './use-record';

const kindTags: Record<MeetingLineKind, string> = { note: 'Note', decision: 'Decision', promise: 'Promise' };

/** The newest lines of all devices, oldest first, as they are written; then those on their way from this one. */
export function NewestLines({
  lines,
  waiting,
  most,
}: {
  lines: readonly MeetingLine[];
  waiting: readonly Waiting[];
  most: number;
}) {
  const standing = linesThatStand(lines);
  if (standing.length + waiting.length === 0) {
    return <p className="soft">Nothing yet. Write down what you decide, and who does what.</p>;
  }
  return (
    <ol className="reclines">
      {standing.slice(-most).map((line) => (
        <li key={line.id}>
          <b>{kindTags[line.kind]}</b>
          <p className="lines">{lineInWords(line)}</p>
          {line.writer ? <span>{line.writer}</span> : null}
        </li>
      ))}
      {waiting.map((line) => (
        <li key={line.key} className="soft">
          <b>{kindTags[line.kind]}</b>
          <p className="lines">{lineInWords({ ...line, byDate: line.byDate || null, cycle: null })}</p>
          <span>Saving</span>
        </li>
      ))}
    </ol>
  );
}

/** All that is written down, by what it is, with what somebody may do with a line. */
export function RecordInFull({
  teamId,
  meetingId,
  lines,
  mayWrite,
  level = 'h3',
}: {
  teamId: string;
  meetingId: string;
  lines: readonly MeetingLine[];
  mayWrite: boolean;
  level?: 'h2' | 'h3';
}) {
  const Head = level;
  const standing = linesThatStand(lines);
  const out = lines.filter(({ isOut }) => isOut);
  return (
    <div className="stack-l recfull">
      {standing.length === 0 ? <p className="soft">Nothing is written down yet.</p> : null}
      {kindsInOrder.map((kind) => {
        const ofKind = standing.filter((line) => line.kind === kind);
        if (ofKind.length === 0) return null;
        return (
          <section key={kind}>
            <Head>{kindHeads[kind]}</Head>
            <ul className="recs">
              {ofKind.map((line) => (
                <li key={line.id}>
                  <LineWords teamId={teamId} line={line} />
                  {mayWrite ? <LineDeeds teamId={teamId} meetingId={meetingId} line={line} /> : null}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {mayWrite && out.length > 0 ? (
        <details className="more taken-out">
          <summary>Taken out ({out.length})</summary>
          <ul className="recs">
            {out.map((line) => (
              <li key={line.id}>
                <p className="soft lines">{lineInWords(line)}</p>
                <DeedButton action={paths.bringLineBack(teamId, meetingId, line.id)} kind="text">
                  Bring back<span className="vh">: {line.text}</span>
                </DeedButton>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}

function LineWords({ teamId, line }: { teamId: string; line: MeetingLine }) {
  const { cycle, who, text, byDate, isDone } = line;
  return (
    <div>
      <p className="lines">
        {cycle ? (
          <>
            <a href={paths.cycle(teamId, cycle.id)}>
              Cycle {cycle.number}: {cycle.idea}
            </a>
            .{' '}
          </>
        ) : null}
        {who ? <b>{who}: </b> : null}
        {text}
      </p>
      <p className="hint">
        {[
          isDone ? 'Done.' : byDate ? `By ${shortDay(byDate)}.` : '',
          line.writer ? `Written by ${line.writer}.` : '',
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
    </div>
  );
}

function LineDeeds({ teamId, meetingId, line }: { teamId: string; meetingId: string; line: MeetingLine }) {
  return (
    <span className="btns">
      {line.kind === 'promise' ? (
        <DeedButton
          action={paths.promiseDone(teamId, meetingId, line.id)}
          kind="text"
          values={{ isDone: line.isDone ? 'no' : 'yes' }}
        >
          {line.isDone ? 'Not done' : 'Done'}
          <span className="vh">: {line.text}</span>
        </DeedButton>
      ) : null}
      {line.isMine ? (
        <a className="btn text" href={paths.meetingLine(teamId, meetingId, line.id)}>
          Edit<span className="vh">: {line.text}</span>
        </a>
      ) : null}
      <DeedButton action={paths.takeLineOut(teamId, meetingId, line.id)} kind="text">
        Take out<span className="vh">: {line.text}</span>
      </DeedButton>
    </span>
  );
}

import { paths } from '~/paths';
import { moment } from '~/ui/dates';
import { answeredAfter } from './ask-words';
import type { AskInFull } from './asks.server';

/** An ask with what it is about and its answers; how long it took is for those concerned, who alone see it. */
export function AskCard({ ask, timeZone }: { ask: AskInFull; timeZone: string }) {
  const [first] = ask.answers;
  const href =
    ask.cycleId !== null
      ? paths.cycle(ask.teamId, ask.cycleId)
      : ask.measureId !== null
        ? paths.measure(ask.teamId, ask.measureId)
        : null;
  return (
    <div className="ask-card">
      <blockquote className="said lines">{ask.words}</blockquote>
      <p className="hint">
        {ask.who ?? 'Somebody'}, {moment(ask.createdAt, timeZone)}
        {href ? (
          <>
            , about <a href={href}>{ask.about}</a>
          </>
        ) : null}
        {first
          ? `. ${answeredAfter(ask.createdAt, first.createdAt)}.`
          : ask.closedAt
            ? '. No longer needed.'
            : '. Open.'}
      </p>
      {ask.answers.map((answer) => (
        <div key={answer.id} className="said-back">
          <p className="lines">{answer.text}</p>
          <p className="hint">
            {answer.who ?? 'Somebody'}, {moment(answer.createdAt, timeZone)}
          </p>
        </div>
      ))}
    </div>
  );
}

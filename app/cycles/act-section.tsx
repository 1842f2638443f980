import { DecisionTag } from '~/charts/decision-glyph';
import { type Verdict, VerdictLine } from '~/charts/mark';
import { paths } from '~/paths';
import { dayWithYear } from '~/ui/dates';
import { decisionMeanings } from './decision-meanings';
import type { CycleInFull } from './queries.server';
import { Answer, Begin, Question } from './worksheet';

/** What became of the gain of a measure since the change was adopted. */
export interface GainSince {
  measureId: string;
  measure: string;
  verdict: Verdict;
  words: string;
}

/** The cycle that follows this one, where there is one. */
export interface NextCycle {
  id: string;
  number: number;
}

/** The way to the cycle that follows; where there is one already, a new one is a branch. */
export function ToNext({
  teamId,
  nextHref,
  next,
  kind,
}: {
  teamId: string;
  nextHref: string | undefined;
  next: NextCycle | null;
  kind: 'line' | 'text';
}) {
  if (!next) {
    return nextHref ? (
      <p className="btns">
        <a className={`btn ${kind}`} href={nextHref}>
          Start the next cycle
        </a>
      </p>
    ) : null;
  }
  return (
    <p className="btns">
      <a className={`btn ${kind}`} href={paths.cycle(teamId, next.id)}>
        Go to Cycle {next.number}, the next step
      </a>
      {nextHref ? (
        <a className="btn text" href={nextHref}>
          Start a branch
        </a>
      ) : null}
    </p>
  );
}

/** What the team decided and why, and the way to the cycle that follows. */
export function ActSection({
  teamId,
  cycle,
  edit,
  nextHref,
  next,
  gains,
}: {
  teamId: string;
  cycle: CycleInFull;
  edit: string | undefined;
  nextHref: string | undefined;
  next: NextCycle | null;
  gains: readonly GainSince[];
}) {
  const at = (field: string) => (edit ? `${edit}#act-sheet-${field}` : undefined);
  if (!cycle.decision || !cycle.reason) {
    return (
      <div className="q">
        <div className="q-main stack">
          <p className="soft">
            {cycle.learned
              ? 'Adopt, adapt, expand, abandon: decide together, and say why.'
              : 'Write what you learned first. Then decide together, and say why.'}
          </p>
          {cycle.learned ? <Begin href={edit}>Decide</Begin> : null}
          <ToNext {...{ teamId, nextHref, next }} kind="text" />
        </div>
      </div>
    );
  }
  return (
    <>
      <Question label="What will we do with this change?" field="decision" edit={at('decision')}>
        <p className="ans">
          <DecisionTag decision={cycle.decision} />
        </p>
        <p className="soft">
          {decisionMeanings[cycle.decision]}
          {cycle.decidedOn ? ` Decided ${dayWithYear(cycle.decidedOn)}.` : ''}
        </p>
      </Question>
      <Question label="Why?" field="reason" edit={at('reason')}>
        <Answer text={cycle.reason} />
      </Question>
      {gains.length > 0 ? (
        <Question label="Is the gain still there?">
          {gains.map(({ measureId, measure, verdict, words }) => (
            <div key={measureId}>
              <VerdictLine verdict={verdict}>{words}</VerdictLine>
              <p className="soft">{measure}</p>
            </div>
          ))}
        </Question>
      ) : null}
      {cycle.nextStep ? (
        <Question label="What happens next?" field="nextStep" edit={at('nextStep')}>
          <Answer text={cycle.nextStep} />
        </Question>
      ) : null}
      <div className="q">
        <div className="q-main stack">
          <ToNext {...{ teamId, nextHref, next }} kind="line" />
        </div>
      </div>
    </>
  );
}

import { DecisionTag } from '~/charts/decision-glyph';
import { type Verdict, VerdictLine } from '~/charts/mark';
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

/** What the team decided and why, and the way to the cycle that follows. */
export function ActSection({
  cycle,
  edit,
  nextHref,
  gains,
}: {
  cycle: CycleInFull;
  edit: string | undefined;
  nextHref: string | undefined;
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
          {nextHref ? (
            <p>
              <a className="btn text" href={nextHref}>
                Start the next cycle
              </a>
            </p>
          ) : null}
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
          <Begin href={nextHref}>Start the next cycle</Begin>
        </div>
      </div>
    </>
  );
}

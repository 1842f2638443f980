import { DecisionTag } from '~/charts/decision-glyph';
import { dayWithYear } from '~/ui/dates';
import { decisionMeanings } from './decision-meanings';
import type { CycleInFull } from './queries.server';
import { Answer, Begin, Question } from './worksheet';

/** What the team decided and why, and the way to the cycle that follows. */
export function ActSection({
  cycle,
  edit,
  nextHref,
}: {
  cycle: CycleInFull;
  edit: string | undefined;
  nextHref: string | undefined;
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

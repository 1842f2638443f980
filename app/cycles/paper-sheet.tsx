import type { ReactNode } from 'react';
import {
  cycleKinds,
  cycleKindWords,
  decisions,
  decisionWords,
  fidelities,
  ranAsPlannedWords,
  scales,
  scaleWords,
} from '#db/vocabulary';
import { DecisionGlyph } from '~/charts/decision-glyph';
import { dayWithYear, shortDay, span } from '~/ui/dates';
import { plural } from '~/ui/words';
import { asTyped } from './plan-section';
import { happenedInWords } from './predictions';
import type { CycleInFull } from './queries.server';
import { type WheelPhase, wheelPhaseWords } from './stages';
import type { StudiedPrediction } from './study-section';

/** The worksheet as one sheet of paper: filled, or blank to write on by hand. */
export function PaperSheet({
  team,
  cycle,
  predictions = [],
}: {
  team: string;
  cycle: CycleInFull | null;
  predictions?: StudiedPrediction[];
}) {
  return (
    <article className={cycle ? 'paper' : 'paper is-blank'} aria-label="The worksheet on paper">
      <header>
        <p className="paper-idea">{cycle ? cycle.idea : 'What change do we test?'}</p>
        <p>
          {team}
          {cycle ? `, Cycle ${cycle.number}. ` : '. Cycle number: '}
          {cycle ? (cycle.leader ? `Led by ${cycle.leader}.` : '') : null}
        </p>
      </header>
      <PaperPhase phase="plan">
        <Line label="What will we try?" text={cycle?.objective} lines={2} />
        <Line
          label="Questions, and what we predict"
          text={cycle?.questions.map(askedInWords).join('\n')}
          lines={4}
        />
        <Line
          label="Numbers we predict: measure, expected, range, day to check"
          text={cycle ? predictions.map(predictedInWords).join('\n') : undefined}
          lines={3}
        />
        <Line
          label="Who does what, where and when?"
          text={cycle?.tasks.map(taskInWords).join('\n')}
          lines={4}
        />
        <Line label="What data will we collect?" text={cycle?.dataPlan} lines={2} />
        <Line
          label="How big, for whom, and when?"
          text={cycle ? sizeOf(cycle) : undefined}
          lines={1}
          choices={cycle ? null : [...scales.map((scale) => scaleWords[scale])]}
        />
        {cycle ? null : (
          <Line label="What kind?" lines={0} choices={cycleKinds.map((kind) => cycleKindWords[kind])} />
        )}
      </PaperPhase>
      <PaperPhase phase="do">
        <Line
          label="When did it run?"
          text={cycle ? (cycle.doStartedOn ? span(cycle.doStartedOn, cycle.doEndedOn) : '') : undefined}
          lines={1}
        />
        <Line label="What happened, with dates" text={cycle ? seenInWords(cycle) : undefined} lines={6} />
        <Line
          label="How many did we identify, reach, complete? Counts, never names"
          text={cycle?.counts.map(countInWords).join('\n')}
          lines={2}
        />
        <Line
          label="Did it run as planned? What was different?"
          text={
            cycle
              ? [cycle.ranAsPlanned ? `${ranAsPlannedWords[cycle.ranAsPlanned]}.` : '', cycle.whatDiffered]
                  .filter(Boolean)
                  .join(' ')
              : undefined
          }
          lines={2}
          choices={cycle ? null : fidelities.map((one) => ranAsPlannedWords[one])}
        />
        <Line label="What surprised us?" text={cycle?.surprises} lines={2} />
      </PaperPhase>
      <PaperPhase phase="study">
        <Line
          label="Did it go as predicted?"
          text={cycle ? comparedInWords(cycle, predictions) : undefined}
          lines={5}
        />
        <Line label="Who did it work for? Who did it miss?" text={cycle?.workedFor} lines={3} />
        <Line label="What did we learn?" text={cycle?.learned} lines={5} />
      </PaperPhase>
      <PaperPhase phase="act">
        {cycle?.decision ? (
          <div className="paper-line">
            <p className="kind">What will we do with this change?</p>
            <p className="decision">
              <DecisionGlyph decision={cycle.decision} size={18} /> {decisionWords[cycle.decision]}
              {cycle.decidedOn ? `, ${dayWithYear(cycle.decidedOn)}` : ''}
            </p>
          </div>
        ) : (
          <div className="paper-line">
            <p className="kind">What will we do with this change?</p>
            <p className="paper-choices">
              {decisions.map((one) => (
                <span key={one}>
                  <DecisionGlyph decision={one} size={16} /> {decisionWords[one]}
                </span>
              ))}
            </p>
          </div>
        )}
        <Line label="Why?" text={cycle ? (cycle.reason ?? '') : undefined} lines={3} />
        <Line label="What happens next?" text={cycle ? (cycle.nextStep ?? '') : undefined} lines={2} />
      </PaperPhase>
    </article>
  );
}

function PaperPhase({ phase, children }: { phase: WheelPhase; children: ReactNode }) {
  return (
    <section className={`paper-phase is-${phase[0]}`}>
      <p className="paper-name">{wheelPhaseWords[phase]}</p>
      {children}
    </section>
  );
}

/** A question with its answer; on a blank sheet, with room to write. */
function Line({
  label,
  text,
  lines,
  choices = null,
}: {
  label: string;
  text?: string | undefined;
  lines: number;
  choices?: readonly string[] | null;
}) {
  return (
    <div className="paper-line">
      <p className="kind">{label}</p>
      {choices ? (
        <p className="paper-choices">
          {choices.map((choice) => (
            <span key={choice}>☐ {choice}</span>
          ))}
        </p>
      ) : null}
      {text ? <p className="lines">{text}</p> : null}
      {text === undefined
        ? Array.from({ length: lines }, (_, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: empty lines have no other name.
            <p key={line} className="paper-rule" />
          ))
        : null}
    </div>
  );
}

const askedInWords = ({ question, prediction, chancePercent }: CycleInFull['questions'][number]) =>
  `${question}${prediction ? ` We predict: ${prediction}` : ''}${chancePercent === null ? '' : ` (${chancePercent}% sure of yes)`}`;

const predictedInWords = ({ measure, expected, low, high, checkOn, unit }: StudiedPrediction) =>
  `${measure}: ${asTyped(expected, unit)}, ${asTyped(low, unit)} to ${asTyped(high, unit)}, by ${shortDay(checkOn)}`;

const taskInWords = ({ what, who, place, dueOn, doneAt }: CycleInFull['tasks'][number]) =>
  `${doneAt ? '☑' : '☐'} ${[what, who, place, dueOn ? shortDay(dueOn) : ''].filter(Boolean).join(', ')}`;

const countInWords = ({ group, identified, reached, completed, isHidden }: CycleInFull['counts'][number]) =>
  isHidden
    ? `${group || 'Everyone'}: hidden, a small group`
    : `${group || 'Everyone'}: ${identified ?? '–'} identified, ${reached ?? '–'} reached, ${completed ?? '–'} completed`;

const seenInWords = ({ notes, observations }: CycleInFull) =>
  [...notes.map(({ onDate, text }) => `${shortDay(onDate)}: ${text}`), observations]
    .filter(Boolean)
    .join('\n');

const comparedInWords = ({ questions }: CycleInFull, predictions: StudiedPrediction[]) =>
  [
    ...predictions.map(({ measure, happened, unit }) => {
      const value = happened.state === 'not yet' ? '' : ` ${asTyped(happened.value, unit)}.`;
      return `${measure}:${value} ${happenedInWords(happened)}`;
    }),
    ...questions
      .filter(({ whatHappened, cameTrue }) => whatHappened || cameTrue)
      .map(
        ({ question, whatHappened, cameTrue }) =>
          `${question} ${whatHappened}${cameTrue ? ` (came true: ${ranAsPlannedWords[cameTrue].toLowerCase()})` : ''}`,
      ),
  ].join('\n');

function sizeOf({ scale, people, sites, focusGroup, kind, startsOn, endsOn }: CycleInFull): string {
  return [
    cycleKindWords[kind],
    scale ? scaleWords[scale] : '',
    people === null ? '' : plural(people, 'person', 'people'),
    sites === null ? '' : plural(sites, 'site'),
    focusGroup,
    endsOn ? span(startsOn, endsOn) : `from ${shortDay(startsOn)}`,
  ]
    .filter(Boolean)
    .join(', ');
}

import {
  type MeasureRuleSet,
  measureRuleSetWords,
  measureTypeWords,
  ranAsPlannedWords,
} from '#db/vocabulary';
import type { Verdict } from '~/charts/mark';
import { VerdictLine } from '~/charts/mark';
import { PredictionStrip } from '~/charts/prediction-strip';
import { RunChart } from '~/charts/run-chart';
import { paths } from '~/paths';
import { shortDay } from '~/ui/dates';
import { asTyped, type ReadPrediction } from './plan-section';
import { type Happened, happenedInWords, happenedNotes, happenedVerdict } from './predictions';
import type { CycleInFull } from './queries.server';
import { Answer, Begin, Question } from './worksheet';
import { WrittenAfterwards } from './written-afterwards';

export type StudiedPrediction = ReadPrediction & { happened: Happened };

/** A measure's chart with the sentence it proves. */
export interface StudiedChart {
  measureId: string;
  name: string;
  href: string;
  verdict: Verdict;
  sentence: string;
  /** The chart as it is drawn. */
  drawing: string;
  ruleSet: MeasureRuleSet;
}

interface Numbers {
  cycle: CycleInFull;
  predictions: StudiedPrediction[];
  charts: StudiedChart[];
  cameEarly: boolean;
}

/** The Study as reading text: each prediction beside what happened, and what the team learned. */
export function StudySection({ edit, ...numbers }: Numbers & { edit: string | undefined }) {
  const { cycle } = numbers;
  const at = (field: string) => (edit ? `${edit}#study-sheet-${field}` : undefined);
  const hasBegun = cycle.doStartedOn !== null;
  const answered = cycle.questions.filter((question) => question.whatHappened || question.cameTrue);
  return (
    <>
      <StudyNumbers {...numbers} />
      {answered.map((question) => (
        <Question key={question.id} label={question.question} edit={at(`answers-${question.id}`)}>
          {question.prediction ? <p className="soft">We predicted: {question.prediction}</p> : null}
          <Answer text={question.whatHappened} />
          {question.cameTrue ? (
            <p className="soft">Came true: {ranAsPlannedWords[question.cameTrue].toLowerCase()}.</p>
          ) : null}
        </Question>
      ))}
      {cycle.workedFor ? (
        <Question label="Who did it work for? Who did it miss?" field="workedFor" edit={at('workedFor')}>
          <Answer text={cycle.workedFor} />
        </Question>
      ) : null}
      {cycle.learned ? (
        <Question label="What did we learn?" field="learned" edit={at('learned')}>
          <Answer text={cycle.learned} />
        </Question>
      ) : (
        <div className="q">
          <div className="q-main stack">
            <p className="soft">
              {hasBegun ? 'What was learned is not written yet.' : 'Each prediction beside what happened.'}
            </p>
            <Begin href={edit}>{answered.length > 0 ? 'Finish the Study' : 'Write the Study'}</Begin>
          </div>
        </div>
      )}
    </>
  );
}

/** What the measures say: each prediction beside what happened, and the run charts. */
export function StudyNumbers({ cycle, predictions, charts, cameEarly }: Numbers) {
  const hasBegun = cycle.doStartedOn !== null;
  return (
    <>
      <WrittenAfterwards isSo={cycle.writtenAfterwards} />
      {cameEarly ? (
        <p className="hint">
          This Study was written before Do ended. Look at it once more with all the data.
        </p>
      ) : null}
      {hasBegun && predictions.length > 0 ? (
        <Question
          label="Did it go as predicted?"
          hint="The bar is what we predicted. The mark is what happened."
        >
          <PredictionRows predictions={predictions} />
        </Question>
      ) : null}
      {hasBegun && charts.length > 0 ? (
        <Question
          label={charts.length === 1 ? 'What does the run chart show?' : 'What do the run charts show?'}
        >
          <div className="stack-l">
            {charts.map((one) => (
              <ChartWithWords key={one.measureId} one={one} predictions={predictions} />
            ))}
          </div>
        </Question>
      ) : null}
    </>
  );
}

/** The chart of a measure, what it shows, and what was predicted of it. */
function ChartWithWords({ one, predictions }: { one: StudiedChart; predictions: StudiedPrediction[] }) {
  const predicted = predictions.find(({ measureId }) => measureId === one.measureId);
  return (
    <div className="stack-s">
      <VerdictLine verdict={one.verdict}>{one.sentence}</VerdictLine>
      {predicted ? <p className="small">{predictedInWords(predicted)}</p> : null}
      <RunChart drawing={one.drawing} />
      <p className="hint">
        {one.name}. Numbers on the time line show when each cycle began. Read by the{' '}
        <a href={paths.howWeReadCharts(one.ruleSet)}>{measureRuleSetWords[one.ruleSet]}</a>.{' '}
        <a href={one.href}>
          Open this measure<span className="vh">: {one.name}</span>
        </a>
      </p>
    </div>
  );
}

/** "We predicted 80%, between 70% and 90%, by Nov 24." */
function predictedInWords({ expected, low, high, checkOn, unit }: StudiedPrediction): string {
  const said = (value: number) => asTyped(value, unit);
  return `We predicted ${said(expected)}, between ${said(low)} and ${said(high)}, by ${shortDay(checkOn)}.`;
}

/** Each number that was predicted beside the value read from the series, drawn and in words. */
export function PredictionRows({ predictions }: { predictions: StudiedPrediction[] }) {
  return (
    <div className="prows">
      {predictions.map((row) => {
        const { happened } = row;
        const verdict = happenedVerdict(happened, row.direction);
        const isKnown = happened.state !== 'not yet';
        return (
          <div key={row.measureId} className="prow">
            <div>
              <p className="kind">{measureTypeWords[row.type]}</p>
              <p className="prow-name">{row.measure}</p>
              <VerdictLine verdict={verdict} small>
                {happenedInWords(happened)}
              </VerdictLine>
              {happenedNotes(happened, row.checkOn).map((note) => (
                <p key={note} className="hint">
                  {note}
                </p>
              ))}
            </div>
            <div>
              <PredictionStrip
                predicted={row.expected}
                low={row.low}
                high={row.high}
                actual={isKnown ? happened.value : null}
                unit={row.unit}
                verdict={verdict}
              />
            </div>
          </div>
        );
      })}
    </div>
  );
}

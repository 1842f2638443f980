import { decisions, decisionWords } from '#db/vocabulary';
import { recordWords } from '~/statistics/calibration-words';
import { dayWithYear } from '~/ui/dates';
import { listed, plural } from '~/ui/words';
import { endingWords, type Gauges } from './gauges';

/** Activity, learning and results: three things, of which none stands for another. */
export function GaugesPanel({
  gauges,
  whose,
  isStacked = false,
}: {
  gauges: Gauges;
  /** "This community’s" */
  whose: string;
  /** Under each other, where there is no room beside. */
  isStacked?: boolean;
}) {
  const { activity, learning, results, since } = gauges;
  const missed = learning.misses;
  return (
    <div className={isStacked ? 'stack gauges' : 'three gauges'}>
      <div>
        <h3>Activity</h3>
        <p>
          <b>{plural(activity.cyclesBegun, 'cycle')}</b> begun by {plural(activity.teams, 'team')} since{' '}
          {dayWithYear(since)}; {plural(activity.testsEnded, 'test')} ended since then.
        </p>
        <p className="hint">How much is done. It says nothing of what came of it.</p>
      </div>
      <div>
        <h3>Learning</h3>
        {learning.openShare !== null ? <Band share={learning.openShare} /> : null}
        <p>
          <b>
            {learning.open} of {plural(learning.ended, 'test')}
          </b>{' '}
          ended in adapt, abandon or inconclusive. {endingWords[learning.state]}
        </p>
        <p className={learning.state === 'too much success' ? 'gauge-flag' : 'hint'}>
          {listed(
            decisions
              .filter((decision) => learning.byDecision[decision] > 0)
              .map((decision) => `${decisionWords[decision].toLowerCase()} ${learning.byDecision[decision]}`),
          )}
        </p>
        <p>
          {missed === 0
            ? 'No prediction is known to have missed.'
            : `${plural(missed, 'prediction')} missed, ${learning.explainedMisses} with a written explanation: those are learning.`}
        </p>
        {recordWords(learning.predictions, whose).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <div>
        <h3>Results</h3>
        <p>
          Of teams’ uses of practices, <b>{results.improved} improved</b>, {results.worsened} worsened,{' '}
          {results.mixed} mixed, {results['no signal']} without a signal.
        </p>
        <p className="hint">
          {results['too early'] + results['observed only']} cannot tell yet. What measures did, not what
          anyone said.
        </p>
      </div>
    </div>
  );
}

const width = 220;

/** The share on a line, with the healthy band from 25 to 50 %. */
function Band({ share }: { share: number }) {
  const x = (value: number) => Math.round((6 + value * (width - 12)) * 10) / 10;
  return (
    <svg
      className="interval"
      width={width}
      height="30"
      viewBox={`0 0 ${width} 30`}
      role="img"
      aria-label={`${Math.round(share * 100)}%, where 25% to 50% is healthy`}
    >
      <path className="iv-axis" d={`M${x(0)} 11H${x(1)}M${x(0)} 8v6M${x(1)} 8v6`} />
      <path className="iv-bar" d={`M${x(0.25)} 11H${x(0.5)}`} />
      <circle className="iv-dot" cx={x(share)} cy="11" r="4.5" />
      <text className="gauge-tick" x={x(0.25)} y="28" textAnchor="middle">
        25%
      </text>
      <text className="gauge-tick" x={x(0.5)} y="28" textAnchor="middle">
        50%
      </text>
    </svg>
  );
}

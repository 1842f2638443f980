import { paths } from '~/paths';
import type { ShownGain } from './gains.server';
import { gainParts } from './held-gain';

/** What was adopted, and whether its gain is held: those that slip first. */
export function GainsList({
  gains,
  isOfOnePractice,
}: {
  gains: readonly ShownGain[];
  isOfOnePractice: boolean;
}) {
  return (
    <ul className="chains">
      {gains.map((gain) => {
        const { state, rest } = gainParts(gain);
        return (
          <li key={`${gain.practiceId} ${gain.teamId} ${gain.measureId}`}>
            <p>
              {isOfOnePractice ? null : (
                <>
                  <a href={paths.practice(gain.practiceId)}>{gain.practice}</a>,{' '}
                </>
              )}
              {gain.team}: <a href={paths.measure(gain.teamId, gain.measureId)}>{gain.measure}</a>
            </p>
            <p className="hint">
              <b className={gain.state === 'slipping' ? 't-worse' : undefined}>{state}:</b> {rest}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

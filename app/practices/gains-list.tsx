import type { GainState } from '#db/vocabulary';
import { paths } from '~/paths';
import { dayWithYear } from '~/ui/dates';
import { plural } from '~/ui/words';
import type { ShownGain } from './evidence.server';

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
      {gains.map((gain) => (
        <li key={`${gain.practiceId} ${gain.teamId} ${gain.measureId}`}>
          <p>
            <b className={gain.state === 'slipping' ? 't-worse' : undefined}>{stateWords[gain.state]}.</b>{' '}
            {isOfOnePractice ? null : (
              <>
                <a href={paths.practice(gain.practiceId)}>{gain.practice}</a>,{' '}
              </>
            )}
            {gain.team}: <a href={paths.measure(gain.teamId, gain.measureId)}>{gain.measure}</a>
          </p>
          <p className="hint">{gainSentence(gain)}</p>
        </li>
      ))}
    </ul>
  );
}

const stateWords: Record<GainState, string> = { held: 'Held', slipping: 'Slipping', watching: 'Watched' };

function gainSentence({ state, points, adoptedOn, since }: ShownGain): string {
  const adopted = `Adopted ${dayWithYear(adoptedOn)}`;
  if (state === 'slipping') return `${adopted}; it turned by ${dayWithYear(since ?? adoptedOn)}.`;
  return state === 'held'
    ? `${adopted}; no turn in ${plural(points, 'number')} since.`
    : `${adopted}; ${points} of 12 numbers since, no turn so far.`;
}

import { shortVoteWords } from './vote-words';
import type { Vote } from './votes';

/** What one measure of one team says of a gap between groups. */
export interface DetailGap {
  teamId: string;
  team: string;
  /** What the team's use came to. */
  vote: Vote;
  measure: string;
  focus: string;
  reference: string;
  word: string;
  /** "12.0 to 7.5 points"; null where it rests on few people. */
  figures: string | null;
}

/** Before anything else: where a gap grew, and whether the practice helped there. */
export function WidenedFirst({ gaps }: { gaps: readonly DetailGap[] }) {
  const widened = gaps.filter(({ word }) => word === 'widened');
  if (widened.length === 0) return null;
  const helped = widened.filter(({ vote }) => vote === 'improved');
  const others = widened.filter(({ vote }) => vote !== 'improved');
  return (
    <div className="banner pd-gap">
      <div className="stack-s">
        {helped.length > 0 ? (
          <p>
            <b>It helped, and it widened a gap.</b> <WidenedGaps gaps={helped} />
          </p>
        ) : null}
        {others.length > 0 ? (
          <p>
            <b>A gap got wider where it was used.</b> <WidenedGaps gaps={others} />
          </p>
        ) : null}
        <p>A practice that leaves a group behind is not one to spread as it is.</p>
      </div>
    </div>
  );
}

function WidenedGaps({ gaps }: { gaps: readonly DetailGap[] }) {
  return gaps.map((gap) => (
    <span key={`${gap.teamId} ${gap.measure}`}>
      {gap.team}
      {gap.vote === 'improved' ? '' : ` (${shortVoteWords(gap.vote)})`}, {gap.measure}: {gap.focus} and{' '}
      {gap.reference} are further apart{gap.figures ? `, ${gap.figures}` : ''}.{' '}
    </span>
  ));
}

export function ForWhom({ forWhom, gaps }: { forWhom: string; gaps: readonly DetailGap[] }) {
  return (
    <>
      <h3>For whom</h3>
      {forWhom ? <p>{forWhom}</p> : null}
      {gaps.length === 0 ? (
        <p className="soft">No team has split its numbers by group for long enough to tell whom it helps.</p>
      ) : (
        <ul className="plain">
          {gaps.map((gap) => (
            <li key={`${gap.teamId} ${gap.measure}`}>
              <b>{gap.team}</b>, {gap.measure}: the gap between {gap.focus} and {gap.reference}{' '}
              {gapWords[gap.word] ?? gap.word}
              {gap.figures ? `, ${gap.figures}` : ''}.
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const gapWords: Record<string, string> = {
  narrowed: 'narrowed',
  widened: 'widened',
  'cannot tell': 'may have changed or not: the numbers cannot tell',
  'no variation': 'did not move',
};

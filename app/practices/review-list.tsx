import { paths } from '~/paths';
import { dayWithYear } from '~/ui/dates';
import type { DecisionToReview } from './decide.server';
import { shortDecisionWords } from './decision-list';

/** What leaders decided and will look at again, the earliest day first. */
export function ReviewList({
  reviews,
  today,
  isNarrow = false,
}: {
  reviews: readonly DecisionToReview[];
  today: string;
  /** In a column beside other things. */
  isNarrow?: boolean;
}) {
  if (reviews.length === 0) {
    return <p className={isNarrow ? 'soft' : 'lead'}>No decision waits to be looked at again.</p>;
  }
  return (
    <ul className={isNarrow ? 'plain' : 'chains'}>
      {reviews.map((one) => (
        <li key={one.id}>
          <p>
            <a href={paths.practice(one.id)}>{one.name}</a>: {shortDecisionWords[one.decision].toLowerCase()},
            until {dayWithYear(one.reviewOn)}.
            {one.reviewOn < today ? <b className="t-worse"> That day is over.</b> : null}
          </p>
        </li>
      ))}
    </ul>
  );
}

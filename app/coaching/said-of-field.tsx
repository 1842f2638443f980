import { paths } from '~/paths';
import { moment } from '~/ui/dates';
import type { ReviewComment } from './reviews.server';

/** What a coach said of a field and what the team answered, where the field stands. */
export function SaidOfField({
  comments,
  teamId,
  timeZone,
  mayAnswer,
}: {
  comments: readonly ReviewComment[];
  teamId: string;
  timeZone: string;
  mayAnswer: boolean;
}) {
  return (
    <ul className="said-of">
      {comments.map((comment) => (
        <li key={comment.id}>
          <p className="lines">{comment.text}</p>
          <p className="hint">
            {comment.who ?? 'A coach'}, {moment(comment.createdAt, timeZone)}
          </p>
          {comment.answers.map((answer) => (
            <div key={answer.id} className="said-back">
              <p className="lines">{answer.text}</p>
              <p className="hint">
                {answer.who ?? 'Somebody of the team'}, {moment(answer.createdAt, timeZone)}
              </p>
            </div>
          ))}
          {mayAnswer ? (
            <a className="edit" href={paths.answerComment(teamId, comment.reviewId, comment.id)}>
              Answer<span className="vh">: {comment.text}</span>
            </a>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

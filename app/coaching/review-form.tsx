import { useForm } from '@conform-to/react';
import type { ReactNode } from 'react';
import type { FormAnswer } from '~/http/form.server';
import { paths } from '~/paths';
import { clock } from '~/ui/dates';
import { TextArea } from '~/ui/form-fields';
import { Sheet } from '~/ui/sheet';
import { useKeptForm } from '~/ui/use-kept-form';
import { checkAnswers, checkAnswerWords, prefilled } from './review-checks';
import type { DraftValues } from './review-draft';
import { type ReviewField, reviewFieldNames, reviewFields } from './review-fields';

export interface AskedCheck {
  key: string;
  name: string;
  /** The program's answer and why. */
  state: string;
  sentence: string;
}

const formId = 'review';

/** The form of a review: the seven checks with the program's answers, the reason, and the two ways to send it. */
export function ReviewForm({
  answer,
  draft,
  savedAt,
  timeZone,
  checks,
  reviewId,
  personId,
}: {
  answer: FormAnswer | undefined;
  draft: DraftValues;
  savedAt: string | null;
  timeZone: string;
  checks: readonly AskedCheck[];
  reviewId: string;
  /** Who writes it: words on a device are one person's. */
  personId: string;
}) {
  const [form, fields] = useForm<{ reason: string; outcome: string }>({
    id: formId,
    lastResult: answer,
    defaultValue: { reason: draft.reason },
  });
  const typed = typedIn(answer, draft);
  const isBack = useKeptForm(formId, {
    ...{ personId, about: `review ${reviewId}`, savedAt },
    leadsTo: paths.coaching(),
  });
  return (
    <Sheet form={form} holdsWords className="stack-form">
      <fieldset className="asks">
        <legend>Seven checks</legend>
        {checks.map(({ key, name, state, sentence }) => {
          const chosen = typed.checks[key] ?? prefilled(state);
          return (
            <fieldset key={key} className="ask">
              <legend>{name}</legend>
              <p className="hint">{sentence}</p>
              <span className="yn">
                {checkAnswers.map((one) => (
                  <label key={one}>
                    <input type="radio" name={`checks.${key}`} value={one} defaultChecked={chosen === one} />
                    <span>{checkAnswerWords[one]}</span>
                  </label>
                ))}
              </span>
            </fieldset>
          );
        })}
      </fieldset>
      <TextArea
        field={fields.reason}
        label="Your note to the team, with the reason"
        hint={
          isBack
            ? 'What you typed before is back. It was kept on this device, and is not saved or sent yet.'
            : savedAt
              ? `Saved ${clock(savedAt, timeZone)}. Only you can see it until you send it.`
              : 'The team reads this first. What you say of single fields stands beside them.'
        }
        rows={5}
      />
      <div className="btns">
        <button type="submit" className="btn" name="outcome" value="approved">
          Approve
        </button>
        <button type="submit" className="btn line" name="outcome" value="returned">
          Ask for a change
        </button>
        <button type="submit" className="btn text" name="outcome" value="later">
          Save, and go on later
        </button>
      </div>
    </Sheet>
  );
}

/** What was typed into a refused form, else what was kept. */
function typedIn(answer: FormAnswer | undefined, draft: DraftValues): DraftValues {
  const sent = answer?.initialValue as Partial<DraftValues> | undefined;
  return sent ? { reason: '', checks: sent.checks ?? {}, comments: sent.comments ?? {} } : draft;
}

/** A place to say something of each field, beside it; it belongs to the review's form, wherever it stands. */
export function commentFields(
  answer: FormAnswer | undefined,
  draft: DraftValues,
  before: Readonly<Partial<Record<string, ReactNode>>>,
): Record<string, ReactNode> {
  const { comments } = typedIn(answer, draft);
  return Object.fromEntries(
    reviewFieldNames.map((field) => [
      field,
      <div key={field}>
        {before[field]}
        <CommentField field={field} value={comments[field] ?? ''} />
      </div>,
    ]),
  );
}

function CommentField({ field, value }: { field: ReviewField; value: string }) {
  const id = `comment-${field}`;
  return (
    <details className="say" open={value !== ''}>
      <summary>
        Comment<span className="vh"> on: {reviewFields[field]}</span>
      </summary>
      <label htmlFor={id} className="vh">
        Your comment on: {reviewFields[field]}
      </label>
      <textarea
        id={id}
        className="in"
        rows={2}
        name={`comments.${field}`}
        form={formId}
        defaultValue={value}
      />
    </details>
  );
}

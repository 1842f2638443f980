import { Form } from '@remix-run/react';
import type { FormAnswer } from '~/http/form.server';
import { paths } from '~/paths';
import { Icon } from '~/ui/icons';
import type { CellField, CellProblem, CellTexts } from './cell';
import { longestText } from './cell-name';
import type { OpenPoint } from './entry';
import { type GridMeasure, groupWords } from './grid';
import { hasTwoNumbers } from './measure';
import { periodNoun } from './periods';

/** One number for one period, for one thumb: two fields for a share or a rate, one for the rest. */
export function PointSheet({
  answer,
  teamId,
  measure,
  open,
  group,
  groups,
  texts,
  problem,
  question,
}: {
  answer: FormAnswer | undefined;
  teamId: string;
  measure: GridMeasure;
  open: OpenPoint;
  group: string;
  groups: string[];
  texts: CellTexts;
  problem: CellProblem | null;
  question: string | null;
}) {
  const { period } = open;
  const errors = answer?.error ?? {};
  const fieldOf = (field: CellField) => ({
    field,
    text: String(answer?.initialValue?.[field] ?? (answer ? '' : texts[field])),
    errors: errors[field] ?? [],
  });
  const two = hasTwoNumbers(measure.kind);
  const noun = periodNoun[measure.frequency];
  const at = (start: string, of = group) =>
    `${paths.enterPoint(teamId, measure.id)}?period=${start}${of === '' ? '' : `&columns=${encodeURIComponent(of)}`}`;
  return (
    <div className="stack">
      {groups.length > 1 ? (
        <nav className="seg" aria-label="Groups">
          {groups.map((one) => (
            <a key={one} href={at(period, one)} aria-current={one === group ? 'true' : undefined}>
              {groupWords(one)}
            </a>
          ))}
        </nav>
      ) : null}
      {period === '' ? null : (
        <Form method="post" className="stack-form one">
          {Object.entries(errors)
            .filter(([field]) => !(field in texts))
            .map(([field, sentences]) => (
              <p key={field} className="err" role="alert">
                {sentences?.join(' ')}
              </p>
            ))}
          <input type="hidden" name="period" value={period} />
          <input type="hidden" name="group" value={group} />
          <input type="hidden" name="drawn" value={JSON.stringify({ period, texts })} autoComplete="off" />
          {problem && !answer ? <p className={problem.isWrong ? 'err' : 'hint'}>{problem.sentence}</p> : null}
          {question && !answer ? <p className="hint">{question}</p> : null}
          {two ? (
            <>
              <PointField
                {...fieldOf('numerator')}
                label={measure.numeratorWords ? `How many? ${measure.numeratorWords}` : 'How many?'}
                autoFocus={texts.value === ''}
              />
              <PointField
                {...fieldOf('denominator')}
                label={
                  measure.denominatorWords
                    ? `Out of how many? ${measure.denominatorWords}`
                    : 'Out of how many?'
                }
              />
            </>
          ) : (
            <PointField
              {...fieldOf('value')}
              label={
                measure.unit
                  ? `How many ${measure.unit === '$' ? 'dollars' : measure.unit}?`
                  : 'What is the number?'
              }
              hint={
                measure.kind === 'mean' ? 'Several values, such as 12 14 9, make their average.' : undefined
              }
              autoFocus
            />
          )}
          <div className="btns thumb">
            <button type="submit" name="after" value="next" className="btn">
              Save and next
            </button>
            <button type="submit" className="btn line">
              Save
            </button>
          </div>
          {two ? (
            <details className="more" open={texts.value !== '' || errors.value != null}>
              <summary>
                {measure.kind === 'proportion' ? 'Only the percent?' : 'Only the rate?'}{' '}
                <Icon name="down" size={16} />
              </summary>
              <PointField
                {...fieldOf('value')}
                label={measure.kind === 'proportion' ? 'What is the percent?' : 'What is the rate?'}
                hint="Used when the two numbers above are empty. The two numbers say more."
              />
            </details>
          ) : null}
          <details className="more" open={texts.note !== '' || errors.note != null}>
            <summary>
              Anything to know about it? <Icon name="down" size={16} />
            </summary>
            <PointField {...fieldOf('note')} label="Note" hint="Such as: two-day week." />
          </details>
        </Form>
      )}
      <nav className="steps" aria-label={`Other ${noun}s`}>
        {open.before ? (
          <a href={at(open.before.period)} rel="prev">
            <Icon name="back" size={18} /> {open.before.label}
          </a>
        ) : null}
        {open.after ? (
          <a href={at(open.after.period)} rel="next">
            {open.after.label} <Icon name="arrow" size={18} />
          </a>
        ) : null}
      </nav>
    </div>
  );
}

/** One field of the sheet. A page for one number does without the form library: it is opened on phones, on the way. */
function PointField({
  field,
  text,
  errors,
  label,
  hint,
  autoFocus,
}: {
  field: CellField;
  text: string;
  errors: string[];
  label: string;
  hint?: string;
  autoFocus?: boolean;
}) {
  const id = `point-${field}`;
  const isWrong = errors.length > 0;
  const about = [hint ? `${id}-hint` : '', isWrong ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      <input
        id={id}
        name={field}
        className="in"
        defaultValue={text}
        inputMode={field === 'note' ? undefined : 'decimal'}
        maxLength={longestText[field]}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: the page is one question.
        autoFocus={autoFocus}
        aria-invalid={isWrong || undefined}
        aria-describedby={about || undefined}
      />
      {isWrong ? (
        <span className="err" id={`${id}-error`}>
          {errors.join(' ')}
        </span>
      ) : null}
    </div>
  );
}

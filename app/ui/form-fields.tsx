import { type FieldMetadata, getInputProps, getTextareaProps } from '@conform-to/react';
import { type ReactNode, useContext } from 'react';
import { Beside } from './beside-field';
import { WrongHere } from './wrong-here';

/**
 * The fields of a form: label above, hint under the label, error under the field, all tied together for readers.
 * They work as plain HTML; with JavaScript the page does not reload.
 */

// biome-ignore lint/suspicious/noExplicitAny: conform's metadata types are invariant in the form's shape.
type Field = FieldMetadata<any, any, string[]>;

interface Words {
  field: Field;
  label: ReactNode;
  hint?: ReactNode;
  /** Not drawn, still read out. */
  hideLabel?: boolean;
}

const hintId = (field: Field) => `${field.id}-hint`;

/** What is wrong with a field, and the attributes that tell readers so. */
function useWrong(field: Field, hint?: ReactNode) {
  const here = useContext(WrongHere);
  const errors = here === null ? field.errors : [here];
  const ids = [hint ? hintId(field) : '', errors ? field.errorId : ''].filter(Boolean);
  return {
    errors,
    attributes: {
      'aria-invalid': errors ? true : undefined,
      'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
    },
  };
}

/** Label, hint and error around a control. */
export function FieldFrame({ field, label, hint, hideLabel, children }: Words & { children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={field.id} className={hideLabel ? 'vh' : undefined}>
        {label}
      </label>
      {hint ? (
        <span className="hint" id={hintId(field)}>
          {hint}
        </span>
      ) : null}
      {children}
      <FieldError field={field} />
      <Beside name={field.name} />
    </div>
  );
}

export function FieldError({ field }: { field: Field }) {
  const isSaidHere = useContext(WrongHere) !== null;
  const { errors } = useWrong(field);
  return errors ? (
    <span className="err" id={field.errorId} role={isSaidHere ? 'status' : undefined}>
      {errors.join(' ')}
    </span>
  ) : null;
}

type InputType = 'text' | 'email' | 'password' | 'date' | 'search' | 'file' | 'url';

export function TextField({
  type = 'text',
  short,
  inputMode,
  autoComplete,
  placeholder,
  list,
  autoFocus,
  readOnly,
  ...words
}: Words & {
  type?: InputType;
  short?: boolean;
  inputMode?: 'decimal' | 'numeric';
  autoComplete?: string;
  placeholder?: string;
  list?: string;
  autoFocus?: boolean;
  readOnly?: boolean;
}) {
  const { key, ...props } = getInputProps(words.field, { type });
  const { attributes } = useWrong(words.field, words.hint);
  return (
    <FieldFrame {...words}>
      <input
        key={key}
        {...props}
        className={short ? 'in short' : 'in'}
        inputMode={inputMode}
        autoComplete={autoComplete ?? 'off'}
        placeholder={placeholder}
        list={list}
        // biome-ignore lint/a11y/noAutofocus: only where the page is one question.
        autoFocus={autoFocus}
        readOnly={readOnly}
        {...attributes}
      />
    </FieldFrame>
  );
}

export function TextArea({
  rows = 4,
  placeholder,
  ...words
}: Words & { rows?: number; placeholder?: string }) {
  const { key, ...props } = getTextareaProps(words.field);
  const { attributes } = useWrong(words.field, words.hint);
  return (
    <FieldFrame {...words}>
      <textarea key={key} {...props} className="in" rows={rows} placeholder={placeholder} {...attributes} />
    </FieldFrame>
  );
}

export interface Option {
  value: string;
  label: string;
  /** Heading that this option stands under. */
  group?: string;
}

export function SelectField({
  options,
  empty,
  ...words
}: Words & { options: readonly Option[] /** Words of the choice "none". */; empty?: string }) {
  const { field } = words;
  const { attributes } = useWrong(field, words.hint);
  const groups = [...new Set(options.map((option) => option.group))];
  const draw = (option: Option) => (
    <option key={option.value} value={option.value}>
      {option.label}
    </option>
  );
  return (
    <FieldFrame {...words}>
      <span className="select">
        <select
          key={field.key}
          className="in"
          id={field.id}
          name={field.name}
          defaultValue={typeof field.initialValue === 'string' ? field.initialValue : ''}
          {...attributes}
        >
          {empty === undefined ? null : <option value="">{empty}</option>}
          {groups.map((group) => {
            const inGroup = options.filter((option) => option.group === group).map(draw);
            return group ? (
              <optgroup key={group} label={group}>
                {inGroup}
              </optgroup>
            ) : (
              inGroup
            );
          })}
        </select>
      </span>
    </FieldFrame>
  );
}

/** A few choices that are all seen at once. */
export function RadioField({ options, ...words }: Words & { options: readonly Option[] }) {
  const { field } = words;
  const { attributes } = useWrong(field, words.hint);
  return (
    <fieldset className="field" aria-describedby={attributes['aria-describedby']}>
      <legend className={words.hideLabel ? 'vh' : 'lab'}>{words.label}</legend>
      {words.hint ? (
        <span className="hint" id={hintId(field)}>
          {words.hint}
        </span>
      ) : null}
      <div>
        {options.map((option, position) => (
          <label key={option.value} className="opt">
            <input
              type="radio"
              name={field.name}
              value={option.value}
              id={position === 0 ? field.id : undefined}
              defaultChecked={field.initialValue === option.value}
              aria-invalid={attributes['aria-invalid']}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      <FieldError field={field} />
      <Beside name={field.name} />
    </fieldset>
  );
}

/** Any number of choices that are all seen at once. */
export function ChoicesField({ options, ...words }: Words & { options: readonly Option[] }) {
  const { field } = words;
  const chosen = [field.initialValue ?? []].flat();
  const { attributes } = useWrong(field, words.hint);
  return (
    <fieldset className="field" aria-describedby={attributes['aria-describedby']}>
      <legend className={words.hideLabel ? 'vh' : 'lab'}>{words.label}</legend>
      {words.hint ? (
        <span className="hint" id={hintId(field)}>
          {words.hint}
        </span>
      ) : null}
      <div>
        {options.map((option, position) => (
          <label key={option.value} className="opt">
            <input
              type="checkbox"
              name={field.name}
              value={option.value}
              id={position === 0 ? field.id : undefined}
              defaultChecked={chosen.includes(option.value)}
              aria-invalid={attributes['aria-invalid']}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      <FieldError field={field} />
    </fieldset>
  );
}

export function CheckField({ field, label, hint }: Words) {
  const { attributes } = useWrong(field, hint);
  return (
    <div className="field">
      <label className="opt">
        <input
          type="checkbox"
          id={field.id}
          name={field.name}
          value="on"
          defaultChecked={field.initialValue === 'on' || field.initialValue === 'true'}
          aria-describedby={attributes['aria-describedby']}
        />
        <span>{label}</span>
      </label>
      {hint ? (
        <span className="hint" id={hintId(field)}>
          {hint}
        </span>
      ) : null}
      <FieldError field={field} />
    </div>
  );
}

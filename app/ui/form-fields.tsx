import { type FieldMetadata, getInputProps, getTextareaProps } from '@conform-to/react';
import type { ReactNode } from 'react';
import { Beside } from './beside-field';

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

function describedBy(field: Field, hint: ReactNode) {
  const ids = [hint ? hintId(field) : '', field.errors ? field.errorId : ''].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
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
  return field.errors ? (
    <span className="err" id={field.errorId}>
      {field.errors.join(' ')}
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
        aria-describedby={describedBy(words.field, words.hint)}
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
  return (
    <FieldFrame {...words}>
      <textarea
        key={key}
        {...props}
        className="in"
        rows={rows}
        placeholder={placeholder}
        aria-describedby={describedBy(words.field, words.hint)}
      />
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
          aria-invalid={field.errors ? true : undefined}
          aria-describedby={describedBy(field, words.hint)}
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
  return (
    <fieldset className="field" aria-describedby={describedBy(field, words.hint)}>
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
              aria-invalid={field.errors ? true : undefined}
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
  return (
    <fieldset className="field" aria-describedby={describedBy(field, words.hint)}>
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
              aria-invalid={field.errors ? true : undefined}
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
  return (
    <div className="field">
      <label className="opt">
        <input
          type="checkbox"
          id={field.id}
          name={field.name}
          value="on"
          defaultChecked={field.initialValue === 'on' || field.initialValue === 'true'}
          aria-describedby={describedBy(field, hint)}
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

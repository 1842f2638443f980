import { getInputProps } from '@conform-to/react';
import { type ComponentProps, useEffect, useState } from 'react';
import { FieldFrame } from '~/ui/form-fields';

type Field = ComponentProps<typeof FieldFrame>['field'];

/** A password, with a way to see what was typed where the browser runs our script. */
export function PasswordField({
  field,
  label,
  hint,
  isNew = false,
}: {
  field: Field;
  label: string;
  hint?: string;
  /** For the browser's password manager: is one chosen here, or asked for? */
  isNew?: boolean;
}) {
  const [mayShow, setMayShow] = useState(false);
  const [isShown, setIsShown] = useState(false);
  useEffect(() => setMayShow(true), []);
  const { key, defaultValue: _never, ...props } = getInputProps(field, { type: 'password' });
  const describedBy = [hint ? `${field.id}-hint` : '', field.errors ? field.errorId : '']
    .filter(Boolean)
    .join(' ');
  return (
    <FieldFrame field={field} label={label} hint={hint}>
      <input
        key={key}
        {...props}
        type={isShown ? 'text' : 'password'}
        className="in"
        autoComplete={isNew ? 'new-password' : 'current-password'}
        aria-describedby={describedBy || undefined}
      />
      {mayShow ? (
        <div>
          <label className="opt">
            <input type="checkbox" checked={isShown} onChange={() => setIsShown(!isShown)} />
            <span>Show the password</span>
          </label>
        </div>
      ) : null}
    </FieldFrame>
  );
}

export const newPasswordHint =
  'At least 12 characters. A few words that only you would put together work well.';

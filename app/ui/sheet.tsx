import { type FormMetadata, getFormProps } from '@conform-to/react';
import { Form, useBeforeUnload, useNavigation } from '@remix-run/react';
import { type ReactNode, useCallback, useRef } from 'react';

// biome-ignore lint/suspicious/noExplicitAny: conform's metadata types are invariant in the form's shape.
type AnyForm = FormMetadata<any, string[]>;

/** The form itself: what is wrong with it as a whole stands at its top and takes the focus of readers. */
export function Sheet({
  form,
  children,
  encType,
  action,
  label,
  className = 'stack-form',
  holdsWords = false,
}: {
  form: AnyForm;
  children: ReactNode;
  /** People write here: leaving with something unsaved is asked about. */
  holdsWords?: boolean;
  encType?: 'multipart/form-data';
  action?: string;
  label?: string;
  className?: string;
}) {
  const guard = useLeaveGuard(holdsWords);
  const { onSubmit, ...props } = getFormProps(form);
  return (
    <Form
      method="post"
      {...props}
      onInput={guard.onInput}
      onSubmit={(event) => {
        guard.onSubmit(event.nativeEvent as SubmitEvent);
        onSubmit(event);
      }}
      encType={encType}
      action={action}
      aria-label={label}
      className={className}
    >
      {form.errors ? (
        <div className="errors" role="alert" id={form.errorId}>
          {form.errors.map((error) => (
            <p key={error} className="err">
              {error}
            </p>
          ))}
        </div>
      ) : null}
      {children}
    </Form>
  );
}

/** Asks before the page is left while the form holds words that were not sent. */
function useLeaveGuard(isOn: boolean) {
  const isUnsaved = useRef(false);
  useBeforeUnload(
    useCallback(
      (event: BeforeUnloadEvent) => {
        if (isOn && isUnsaved.current) event.preventDefault();
      },
      [isOn],
    ),
  );
  return {
    onInput: () => {
      isUnsaved.current = true;
    },
    onSubmit: ({ submitter }: SubmitEvent) => {
      // "Add another" sends the form too, and saves nothing.
      const isSaving = submitter?.getAttribute('name') !== '__intent__';
      if (isSaving) isUnsaved.current = false;
    },
  };
}

/** The one solid button of a screen. */
export function SubmitButton({
  children,
  kind = '',
}: {
  children: ReactNode;
  kind?: '' | 'line' | 'text' | 'danger';
}) {
  const { state, formMethod } = useNavigation();
  // Also while the next page is on its way: a second click would send the form a second time.
  const isBusy = state === 'submitting' || (state === 'loading' && formMethod === 'POST');
  return (
    <button
      type="submit"
      className={`btn ${kind}${isBusy ? ' is-busy' : ''}`}
      aria-disabled={isBusy || undefined}
      onClick={(event) => {
        if (isBusy) event.preventDefault();
      }}
    >
      {children}
    </button>
  );
}

/** A form of one button: a deed without fields (or with hidden ones). */
export function DeedButton({
  action,
  children,
  kind = 'line',
  values = {},
}: {
  action: string;
  children: ReactNode;
  kind?: '' | 'line' | 'text' | 'danger';
  values?: Record<string, string>;
}) {
  return (
    <Form method="post" action={action} className="deed">
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className={`btn ${kind}`}>
        {children}
      </button>
    </Form>
  );
}

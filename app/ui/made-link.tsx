import { type ReactNode, useEffect } from 'react';
import type { FormAnswer } from '~/http/form.server';
import { CopyField } from './copy';

export interface MadeLink {
  /** Whom it is for. */
  label: string;
  address: string;
}

/** The one showing of a link. `children`: other ways to pass it on. */
export function MadeLinkFields({
  made: { label, address },
  id,
  hint,
  children,
}: {
  made: MadeLink;
  id: string;
  /** What whoever has it can do. */
  hint: string;
  children?: ReactNode;
}) {
  // The form that was sent may stand far below: without this, nothing seems to have happened.
  useEffect(() => {
    if (address) document.getElementById(id)?.focus();
  }, [id, address]);
  return (
    <div className="stack-form">
      <p role="status">
        <b>The link for {label} is made.</b> Copy it now: it is shown this once, and we keep no copy.
      </p>
      <CopyField id={id} label="The link" hint={hint} value={address} />
      {children}
    </div>
  );
}

/** What of the answer to its form is a link that was just made, and what the form is to show. */
export function answerParts(answer: { made: MadeLink } | FormAnswer | undefined) {
  if (answer && 'made' in answer) return { made: answer.made, refused: undefined };
  return { made: null, refused: answer };
}

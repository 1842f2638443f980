import { useState } from 'react';
import type { FormAnswer } from '~/http/form.server';
import { shownField } from '~/http/meanwhile';
import { shownBy } from '~/http/shown-by';

/**
 * What stood in a form's fields when it was drawn, so that saving it writes over nothing that its person has not seen.
 * The page may be read again while somebody types: what was shown stays what was shown.
 */
export function ShownBefore({ answer, values }: { answer: FormAnswer | undefined; values: object }) {
  const [drawn] = useState(() => JSON.stringify(values));
  return (
    <input type="hidden" name={shownField} value={shownBy(answer, shownField, drawn)} autoComplete="off" />
  );
}

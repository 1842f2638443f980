import { z } from 'zod';
import { choice, day, text } from '~/http/fields';

export const visitForm = z.object({
  onDate: day('Choose the day of the visit.'),
  text: text('Write what you saw, or what you agreed on.', 10_000),
  isShared: choice(['no', 'yes'], 'Say who may read it.').transform((said) => said === 'yes'),
});
export type VisitFields = z.output<typeof visitForm>;

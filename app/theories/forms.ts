import { z } from 'zod';
import { line, optionalId, optionalText } from '~/http/fields';

export const ideaForm = z.object({
  name: line('Say in one line what you will try.', 160),
  adaptation: optionalText(2000),
  practiceId: optionalId(),
});
export type IdeaFields = z.output<typeof ideaForm>;

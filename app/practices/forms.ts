import { z } from 'zod';
import { line, optionalId, optionalLine, optionalText } from '~/http/fields';

export const practiceForm = z.object({
  name: line('Give the practice a name that people will know it by.', 120),
  description: optionalText(2000),
  steps: optionalText(5000),
  forWhom: optionalLine(300),
  source: optionalText(1000),
  ownerId: optionalId(),
});
export type PracticeFields = z.output<typeof practiceForm>;

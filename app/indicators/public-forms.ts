import { z } from 'zod';
import { id, line } from '~/http/fields';

export const publishForm = z.object({
  label: line('Say whom it is for.', 100),
  indicatorIds: z
    .array(z.string().max(40))
    .max(500)
    .optional()
    .transform((ids) => ids ?? []),
});

export const revokePageForm = z.object({ pageId: id('Choose a page.') });

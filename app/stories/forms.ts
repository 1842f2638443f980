import { z } from 'zod';
import { optionalText } from '~/http/fields';

/** What people add to a bright spot; all else is read from the data. */
export const storyForm = z.object({ whoBenefits: optionalText(1000), caveats: optionalText(1000) });
export type StoryFields = z.output<typeof storyForm>;

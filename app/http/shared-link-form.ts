import { z } from 'zod';
import { id, line, optionalDay } from './fields';

/** A link that is shared: for whom, and until when. */
export const sharedLinkForm = z.object({
  label: line('Say whom it is for.', 100),
  untilOn: optionalDay(),
});

export const revokeLinkForm = z.object({ linkId: id('Choose a link.') });

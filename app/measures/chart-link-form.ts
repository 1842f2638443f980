import { z } from 'zod';
import { id, line, optionalDay } from '~/http/fields';

export const chartLinkForm = z.object({
  label: line('Say whom it is for.', 100),
  untilOn: optionalDay(),
});

export const revokeForm = z.object({ linkId: id('Choose a link.') });

import { z } from 'zod';
import { line } from '~/http/fields';

export const freezeForm = z.object({ label: line('Say what you keep them for.', 100) });

import type { Frequency } from '#db/vocabulary';
import type { PeriodKind } from '~/imports/periods';

/** Periods that say enough for a frequency: "October 2026" does for a monthly measure, and is too little for a weekly one. */
export const fine: Record<Frequency, readonly PeriodKind[]> = {
  daily: ['day'],
  weekly: ['day', 'week'],
  monthly: ['day', 'week', 'month'],
  quarterly: ['day', 'week', 'month', 'quarter'],
  yearly: ['day', 'week', 'month', 'quarter', 'school year', 'year'],
};

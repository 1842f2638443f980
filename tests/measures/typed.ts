import type { CellTexts, HeldCell, KeptPoint } from '~/measures/cell';
import type { TypedChange } from '~/measures/cell-decision';

/* Cells as tests type and keep them: the week of Nov 16, the whole group, unless said otherwise. */

export const week = '2026-11-16';

export const texts = (numerator = '', denominator = '', value = '', note = ''): CellTexts => ({
  numerator,
  denominator,
  value,
  note,
});

export const aKeptPoint = (some: Partial<KeptPoint> = {}): KeptPoint => ({
  id: 'p1',
  periodStart: week,
  stratum: '',
  numerator: 276,
  denominator: 310,
  value: null,
  rawValues: null,
  note: '',
  enteredBy: 'grace',
  enteredAt: '2026-11-23T14:12:00.000Z',
  who: 'Grace Lin',
  importId: null,
  file: null,
  ghostedAt: null,
  ghostReason: null,
  ...some,
});

export const aHeldCell = (some: Partial<HeldCell> = {}): HeldCell => ({
  periodStart: week,
  stratum: '',
  ...texts('726', '310'),
  who: 'Grace Lin',
  createdAt: '2026-11-23T14:12:00.000Z',
  ...some,
});

export const typed = (
  field: TypedChange['field'],
  is: string,
  was: string | null = null,
  periodStart = week,
): TypedChange => ({ periodStart, stratum: '', field, was, is });

import { z } from 'zod';

const column = z.number().int().min(0).max(499);

/** What each column of a table means, as a person confirmed it. Columns count from 0. */
export const mappingSchema = z.object({
  /** Wide: one column for each period. Long: one row for each group and period. */
  shape: z.enum(['wide', 'long']),
  /** Of a workbook with several sheets: the one that is read. */
  sheet: z.string().nullable(),
  subgroupColumn: column.nullable(),
  /** The group of every row where no column names one. */
  fixedSubgroup: z.string().max(200).nullable(),
  periodColumns: z.array(column),
  periodColumn: column.nullable(),
  /** The period of every row where neither rows nor columns name one. Belongs to one file: do not remember it. */
  fixedPeriod: z.string().max(40).nullable(),
  valueColumn: column.nullable(),
  numeratorColumn: column.nullable(),
  denominatorColumn: column.nullable(),
  /** How far a published estimate may be off, in either direction. Only a long table has one. */
  marginColumn: column.nullable(),
  /** Only rows with exactly these cells are read. */
  filters: z.array(z.object({ column, value: z.string() })),
  ignored: z.array(column),
  /** Percent: 8.4 is 8.4 %. Fraction: 0.084 is 8.4 %. */
  scale: z.enum(['percent', 'fraction', 'as is']),
  decimalMark: z.enum(['.', ',']).nullable(),
  /** Settles 2011-12 (school year or month). */
  periodKind: z.enum(['school year', 'year', 'quarter', 'month', 'week', 'day']).nullable(),
  /** What becomes of 2012-2016, five years together: kept under 2016, or not read. */
  yearsTogether: z.enum(['last year']).nullable(),
  /** Settles 03/04/2016 (March or April). */
  dateOrder: z.enum(['month first', 'day first']).nullable(),
});

export type Mapping = z.infer<typeof mappingSchema>;
export type Scale = Mapping['scale'];

/** A column whose name or content belongs to single people; it is never read. */
export type PrivacyWarning = { column: number; header: string; reason: string };

/** The values of a column that rows can be chosen by. */
export type Choice = { column: number; header: string; values: string[] };

/** A mapping to be confirmed, why it is proposed, and what it can be changed to. */
export type Proposal = Mapping & { reasons: string[]; choices: Choice[]; privacyWarnings: PrivacyWarning[] };

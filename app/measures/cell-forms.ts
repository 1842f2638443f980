import { z } from 'zod';
import { day, id, optionalChoice, optionalLine, optionalWhole } from '~/http/fields';
import { cellFields } from './cell';
import type { TypedChange } from './cell-decision';
import { cellNamed, longestText } from './cell-name';

const notOurs = 'That is not a form of ours. Reload the page.';
const longestCell = Math.max(...Object.values(longestText));
const mostCells = 6000;
const periodStart = z
  .string(notOurs)
  .regex(/^(19[5-9]\d|20\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, notOurs);
const stratum = z.string(notOurs).max(200, notOurs);
const text = z.string(notOurs).max(longestCell, notOurs);

const change = z.object({ periodStart, stratum, field: z.enum(cellFields), was: text.nullable(), is: text });

/** A field that holds JSON. It is read here and not by the form's own reader, to which an empty text is none. */
const json = <Schema extends z.ZodType>(schema: Schema) =>
  z.string({ error: notOurs }).transform((raw, context): z.output<Schema> => {
    const read = schema.safeParse(parsed(raw));
    if (read.success) return read.data;
    context.addIssue({ code: 'custom', message: read.error.issues[0]?.message ?? notOurs });
    return z.NEVER;
  });

function parsed(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}

/** What the grid in the browser sends: the cells that changed, each with what stood there before. */
export const cellsForm = z.object({
  cells: json(z.array(change, { error: notOurs }).max(mostCells, 'That is too much at once.')),
  kind: optionalChoice(['cell', 'paste']).transform((kind) => kind ?? 'cell'),
});

/** The groups a plain form shows, in order, and what stood in its cells when it was drawn (empty ones left out). */
const drawn = z.object({ groups: z.array(stratum).max(200), texts: z.record(z.string(), text) });
export type Drawn = z.output<typeof drawn>;

/** The grid as a plain form: "c-2026-10-12-numerator-0" is a cell of the first group. */
export const numbersForm = z.object({ drawn: json(drawn), back: optionalLine(300) }).catchall(z.unknown());

/** The cells of a plain form that were changed since it was drawn. */
export function changesOfForm(form: FormData, { groups, texts }: Drawn): TypedChange[] {
  return [...form].flatMap(([name, value]): TypedChange[] => {
    const cell = cellNamed(name);
    const stratum = groups[cell?.group ?? -1];
    if (!cell || stratum === undefined || typeof value !== 'string') return [];
    const was = texts[name] ?? '';
    const is = value.trim().slice(0, longestCell);
    return is === was ? [] : [{ periodStart: cell.start, stratum, field: cell.field, was, is }];
  });
}

/** One period on its own page. */
export const pointForm = z.object({
  period: day('Choose the date.'),
  group: optionalLine(200),
  numerator: optionalLine(longestText.numerator),
  denominator: optionalLine(longestText.denominator),
  value: optionalLine(longestCell),
  note: optionalLine(longestText.note),
  /** What stood there when the page was drawn. */
  drawn: json(z.object({ period: z.string(), texts: z.record(z.enum(cellFields), text) }))
    .optional()
    .transform((value) => value ?? null),
  /** "next" comes back for the following period. */
  after: optionalChoice(['next']),
});
export type PointFields = Omit<z.output<typeof pointForm>, 'after'>;

export const undoForm = z.object({ entryId: id('Choose what to take back.'), back: optionalLine(300) });

/** Rows copied from a spreadsheet, and the cell they were pasted into. */
export const fillForm = z.object({
  text: z.string({ error: notOurs }).max(500_000, 'That is too long. Paste fewer rows at a time.'),
  start: periodStart,
  field: z.enum(cellFields),
  stratum: z
    .string()
    .max(200)
    .optional()
    .transform((group) => group ?? ''),
  groups: json(z.array(stratum).max(200)),
  asValue: optionalChoice(['yes']),
});

/** Taps of a count: each number says how many more, or fewer. */
export const tapsForm = z.object({
  period: day('Choose the date.'),
  group: optionalLine(200),
  yes: optionalTaps(),
  no: optionalTaps(),
});
export type Taps = z.output<typeof tapsForm>;

function optionalTaps() {
  return optionalWhole(-1000, 1000).transform((count) => count ?? 0);
}

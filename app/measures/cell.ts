import { hasTwoNumbers } from './measure';
import { type Figures, impossible, keptFigures, type Possible, type SeriesPoint } from './series';
import { readNumber, readNumbers } from './typed-number';

export const cellFields = ['numerator', 'denominator', 'value', 'note'] as const;
export type CellField = (typeof cellFields)[number];

/** One period of one group as it stands in its fields: what somebody typed, or the number that is kept. */
export type CellTexts = Record<CellField, string>;

/** A point of any group, with who entered it and from which file. */
export interface KeptPoint extends SeriesPoint {
  /** Empty: the whole group. */
  stratum: string;
  /** The single values behind a mean, where they were entered. */
  rawValues: number[] | null;
  enteredBy: string | null;
  enteredAt: string;
  who: string | null;
  importId: string | null;
  /** The file it was imported from. */
  file: string | null;
}

/** What was typed and is no number yet: impossible, half of two numbers, or a note that came first. */
export interface HeldCell extends CellTexts {
  periodStart: string;
  stratum: string;
  who: string | null;
  createdAt: string;
}

export type CellReading =
  | { is: 'empty' }
  | { is: 'number'; figures: Figures; rawValues: number[] | null }
  /** The other of two numbers is still to come. */
  | { is: 'half'; field: CellField; sentence: string }
  | { is: 'impossible'; field: CellField; sentence: string };

/** What stands in the fields of a period: what waits to be mended comes before the number that is kept. */
export function textsOf(point: KeptPoint | null, held: HeldCell | null): CellTexts {
  const { numerator, denominator, value, note } = held ?? {
    numerator: textOf(point?.numerator),
    denominator: textOf(point?.denominator),
    value: point?.rawValues?.join(' ') ?? textOf(point?.value),
    note: point?.note ?? '',
  };
  return { numerator, denominator, value, note };
}

const textOf = (figure: number | null | undefined) =>
  figure === null || figure === undefined ? '' : String(figure);

/** Reads the fields of one period as a number of this measure. */
export function readCell(measure: Possible, texts: CellTexts): CellReading {
  const several = measure.kind === 'mean' ? readNumbers(texts.value) : null;
  const fields = hasTwoNumbers(measure.kind)
    ? (['numerator', 'denominator', 'value'] as const)
    : (['value'] as const);
  const figures: Figures = { numerator: null, denominator: null, value: null };
  for (const field of fields) {
    if (texts[field] === '') continue;
    const read = field === 'value' && several ? mean(several) : readNumber(texts[field]);
    if (read === null) return { is: 'impossible', field, sentence: `“${texts[field]}” is not a number.` };
    figures[field] = read;
  }
  if (Object.values(figures).every((figure) => figure === null)) return { is: 'empty' };
  const no = impossible(measure, figures);
  if (no) return { is: isHalf(figures) && figures[no.field] === null ? 'half' : 'impossible', ...no };
  return { is: 'number', figures: keptFigures(measure, figures), rawValues: several };
}

/** Every field that is to hold a number and does not, with its sentence. */
export function notNumbers(measure: Possible, texts: CellTexts): Map<string, string> {
  const fields = hasTwoNumbers(measure.kind) ? (['numerator', 'denominator', 'value'] as const) : [];
  const wrong = fields.filter((field) => texts[field] !== '' && readNumber(texts[field]) === null);
  return new Map(wrong.map((field) => [field, `“${texts[field]}” is not a number.`]));
}

const isHalf = ({ numerator, denominator }: Figures) => (numerator === null) !== (denominator === null);
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

export interface CellProblem {
  field: CellField;
  sentence: string;
  /** False: it only waits for its other half. */
  isWrong: boolean;
}

/** What is to be said under a period whose fields are no number: what is wrong, and what the chart uses meanwhile. */
export function problemOf(
  measure: Possible,
  point: KeptPoint | null,
  held: HeldCell | null,
): CellProblem | null {
  if (!held) return null;
  const reading = readCell(measure, textsOf(point, held));
  if (reading.is === 'number') return null;
  if (reading.is === 'empty') {
    if (!point) return null;
    const field = hasTwoNumbers(measure.kind) ? 'numerator' : 'value';
    return { field, sentence: 'This number is set aside. Take it back in to remove it.', isWrong: true };
  }
  const still = point ? textOf(point[reading.field as keyof Figures]) || textOf(point.value) : '';
  const uses =
    still === ''
      ? ''
      : ` The chart still uses ${Number(still).toLocaleString('en-US', { maximumFractionDigits: 6 })}.`;
  return {
    field: reading.field,
    sentence: `${reading.sentence}${uses}`,
    isWrong: reading.is === 'impossible',
  };
}

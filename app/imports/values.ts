/** The sign before the decimals: a point (70.1) or a comma (70,1). */
export type DecimalMark = '.' | ',';

export type Value =
  | { kind: 'number'; value: number; isPercent: boolean }
  /** A number that exists and is kept back to protect people: never a zero, never a blank. */
  | { kind: 'suppressed'; raw: string }
  | { kind: 'blank' }
  | { kind: 'absent'; raw: string }
  | { kind: 'ambiguous'; readings: [number, number]; reason: string }
  | { kind: 'refused'; reason: string };

const suppressedWords = new Set([
  '*',
  '**',
  '***',
  '†',
  '‡',
  's',
  'ps',
  'suppressed',
  'masked',
  'redacted',
  'too few',
  'too few students',
  'too few to report',
]);
const suppressedBound =
  /^(?:n ?)?(?:[<>≤≥]=?|[gl][et]|under|over|below|above|fewer than|less than|more than|at most|at least) ?\d+(?:[.,]\d+)? ?%?$/;
const range = /^\d+(?:[.,]\d+)? ?(?:[-–—]|to) ?\d+(?:[.,]\d+)? ?(%?)$/;
/** No number is longer; a limit keeps hostile cells cheap. */
const longestNumber = 60;
const absentWords = new Set([
  'n/a',
  'na',
  'n.a.',
  '—',
  '–',
  '-',
  '--',
  '.',
  '..',
  '...',
  'null',
  'no data',
  'not available',
  'not applicable',
  'not reported',
  'nr',
  'nd',
  'n.d.',
  'none',
  'missing',
  'unknown',
  'tbd',
]);

/**
 * Reads one cell as a number, a masked number, an absence or a refusal. Without `decimalMark` a cell such as `1,234`
 * is ambiguous (one thousand or one point two); with it, cells that do not follow the mark are refused.
 */
export function readValue(cell: string, decimalMark: DecimalMark | null = null): Value {
  const raw = withoutMarks(cell.trim());
  if (raw === '') return { kind: 'blank' };
  if (raw.length > longestNumber) return refuse(`${quote(raw)} is not a number.`);
  const lower = raw.toLowerCase();
  if (suppressedWords.has(lower) || suppressedBound.test(lower) || range.exec(lower)?.[1] === '%')
    return { kind: 'suppressed', raw };
  if (absentWords.has(lower)) return { kind: 'absent', raw };
  if (raw.startsWith('='))
    return refuse(`${quote(raw)} is a formula. Save the file with values, not formulas.`);
  if (/^#[A-Z]+[/0!?]*/.test(raw))
    return refuse(`${quote(raw)} is an error from a spreadsheet, not a number.`);
  if (/^\(.*\d.*\)$/.test(raw)) {
    return refuse(`${quote(raw)} is in parentheses. If it is below zero, write it with a minus sign.`);
  }
  const parts = /^([-−+]?) ?(?:US)?\$? ?([-−]?)([\d.,].*?)( ?%)?$/i.exec(raw);
  const body = parts?.[3];
  if (!parts || body === undefined || (parts[1] !== '' && parts[2] !== ''))
    return refuse(`${quote(raw)} is not a number.`);
  const sign = /[-−]/.test(`${parts[1]}${parts[2]}`) ? -1 : 1;
  const readings = readBody(body, decimalMark);
  const [first, second] = readings;
  if (first === undefined) return refuse(notANumber(raw, body, decimalMark));
  if (!Number.isFinite(first) || Math.abs(first) > 1e15)
    return refuse(`${quote(raw)} is too large to be a number here.`);
  if (second !== undefined) {
    return {
      kind: 'ambiguous',
      readings: [sign * first, sign * second],
      reason: `${quote(raw)} can mean ${first} or ${second}. Say whether the comma marks thousands or decimals.`,
    };
  }
  return { kind: 'number', value: first === 0 ? 0 : sign * first, isPercent: parts[4] !== undefined };
}

/**
 * “10-15” says between which numbers one lies, and holds it back. Only where numbers stand: elsewhere it can be an age
 * or a year.
 */
export function isRange(cell: string): boolean {
  return range.test(cell.trim());
}

/** “70.1¹” and “N/A*” point to a note below the table. A star beside a number may say that it is not to be trusted. */
function withoutMarks(cell: string): string {
  if (cell.length > longestNumber) return cell;
  return cell.replace(
    /(?<=[\d%a.]) ?(?:[†‡§]+|[¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈ]+|\((?:p|r|e|preliminary|provisional|revised|estimated?)\))$|(?<=a|\.a\.) ?\*+$/i,
    '',
  );
}

/** The readings of unsigned digits: none, one, or two when thousands and decimals cannot be told apart. */
function readBody(body: string, mark: DecimalMark | null): number[] {
  if (/^\d+$/.test(body) || /^\d+(?:\.\d+)?e[-+]?\d{1,4}$/i.test(body)) return [Number(body)];
  if (/^\d{1,3}(?:[ '’\u00A0\u2009\u202F]\d{3})+(?:[.,]\d+)?$/.test(body)) {
    return [Number(body.replace(/[ '’\u00A0\u2009\u202F]/g, '').replace(',', '.'))];
  }
  const grouped = /^[1-9]\d{0,2}([.,])\d{3}$/.exec(body);
  if (grouped) {
    const thousands = Number(body.replace(/[.,]/, ''));
    const decimal = Number(body.replace(',', '.'));
    if (mark !== null) return [grouped[1] === mark ? decimal : thousands];
    return grouped[1] === ',' ? [thousands, decimal] : [decimal];
  }
  if (mark !== ',') {
    if (/^\d*\.\d+$/.test(body)) return [Number(body)];
    if (/^\d{1,3}(?:,\d{3})+\.\d+$/.test(body) || /^\d{1,3}(?:,\d{3}){2,}$/.test(body)) {
      return [Number(body.replaceAll(',', ''))];
    }
  }
  if (mark !== '.') {
    if (/^\d*,\d+$/.test(body)) return [Number(body.replace(',', '.'))];
    if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(body) || /^\d{1,3}(?:\.\d{3}){2,}$/.test(body)) {
      return [Number(body.replaceAll('.', '').replace(',', '.'))];
    }
  }
  return [];
}

/**
 * The decimal mark the cells of one file speak for, or null when they do not settle it. Excel parts cells by
 * semicolons just where the comma marks decimals, so the delimiter decides when the numbers alone do not.
 */
export function findDecimalMark(cells: Iterable<string>, delimiter: string | null): DecimalMark | null {
  let points = 0;
  let commas = 0;
  let undecided = 0;
  let undecidedPoints = 0;
  for (const cell of cells) {
    if (!/^[-−+$]{0,2}[\d.,]+ ?%?$/.test(cell) || !/[.,]/.test(cell)) continue;
    const body = cell.replace(/[^\d.,]/g, '');
    if (/^[1-9]\d{0,2},\d{3}$/.test(body)) undecided += 1;
    else if (readBody(body, '.').length > 0 && readBody(body, ',').length === 0) points += 1;
    else if (readBody(body, ',').length > 0 && readBody(body, '.').length === 0) commas += 1;
    else if (/^[1-9]\d{0,2}\.\d{3}$/.test(body)) undecidedPoints += 1;
  }
  if (points > 0 && commas > 0) return null;
  if (commas > 0) return ',';
  // Semicolons part cells where the comma marks decimals: 1.234 is then a thousand and more.
  if (points === 0 && undecidedPoints > 0 && delimiter === ';') return ',';
  if (points > 0 || undecided === 0 || delimiter === ',') return '.';
  return delimiter === ';' ? ',' : null;
}

/** A cell as it stands in a sentence: in quotation marks, shortened when long. */
export function quote(cell: string): string {
  return `“${cell.length > 40 ? `${cell.slice(0, 39)}…` : cell}”`;
}

function notANumber(raw: string, body: string, mark: DecimalMark | null): string {
  if (mark !== null && readBody(body, null).length > 0) {
    return `${quote(raw)} does not fit the other numbers, which have a ${mark === '.' ? 'point' : 'comma'} before the decimals.`;
  }
  return `${quote(raw)} is not a number.`;
}

function refuse(reason: string): Value {
  return { kind: 'refused', reason };
}

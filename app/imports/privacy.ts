import type { Table } from './header';
import type { PrivacyWarning } from './mapping';
import { quote, readValue } from './values';
import { headerWords } from './words';

const personName =
  /\b(?:first|last|middle|full|family|given|nick|student|pupil|child|childs|scholar|parent|guardian|mother|father|teacher|staff|person|participant|client|learner|youth) ?names?\b|\bsurnames?\b|\b(?:name of (?:student|child|pupil))\b/;
const personNumber =
  /\b(?:student|pupil|child|scholar|participant|client|learner|person|youth) ?(?:ids?|identifiers?|keys?|codes?|no|nr|num|numbers?)\b|^(?:state |local )?(?:sasid|lasid|ssid|suid|uic|osis|ssn)\b|\bsocial security\b|\bmedicaid (?:id|number)\b/;
const birth = /\b(?:dob|date of birth|birth ?dates?|birthday)\b/;
const contact = /(?:^| )(?:e ?mail(?: address)?|phone(?: number)?|(?:home|street|mailing)? ?address)$/;
const aPerson = /^(?:name|student|pupil|child|participant|learner|person|client)$/;

const emailCell = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const socialSecurityCell = /^\d{3}-\d{2}-\d{4}$/;
const lastFirstCell = /^\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?, \p{Lu}[\p{L}’'-]+(?: \p{Lu}\.?)?$/u;
const firstLastCell = /^\p{Lu}[\p{L}’'-]+(?: \p{Lu}\.?)? \p{Lu}[\p{L}’'-]+$/u;
const notAPerson =
  /hispanic|latin|black|white|asian|indian|race|grade|school|academy|district|students?|all|other|city|county|town|haven|learner/i;

/** Columns that look like names, numbers or addresses of single people. Upcurve keeps counts only. */
export function findPrivateColumns(table: Table): PrivacyWarning[] {
  const sample = table.rows.slice(0, 500);
  const byHeader = table.headers.map((header, column) => {
    const cells = sample
      .map((row) => row.cells[column] ?? '')
      .filter((cell) => cell !== '' && cell.length <= 200);
    return {
      header,
      column,
      cells,
      what: privateByHeader(headerWords(header), cells) ?? privateByCells(cells),
    };
  });
  const isRoster = byHeader.some(({ what }) => what !== null);
  const warnings: PrivacyWarning[] = [];
  for (const { header, column, cells, what } of byHeader) {
    const found = what ?? (looksLikePeople(headerWords(header), cells, isRoster) ? 'names of people' : null);
    if (found === null) continue;
    const at = table.headerLine === null ? '' : ` on line ${table.headerLine}`;
    warnings.push({
      column,
      header,
      reason: `Column ${column + 1}, ${quote(header)}${at}, looks like ${found}. It is not read: only counts are kept here.`,
    });
  }
  return warnings;
}

function privateByHeader(words: string, cells: string[]): string | null {
  if (birth.test(words)) return 'dates of birth';
  if (personName.test(words)) return 'names of people';
  if (personNumber.test(words) && !looksLikeCounts(words, cells)) return 'numbers of single people';
  if (contact.test(words) && !mostly(cells, (cell) => readValue(cell).kind === 'number'))
    return 'ways to reach people';
  return null;
}

function privateByCells(cells: string[]): string | null {
  if (mostly(cells, (cell) => emailCell.test(cell))) return 'e-mail addresses';
  if (mostly(cells, (cell) => socialSecurityCell.test(cell))) return 'Social Security numbers';
  return null;
}

/** “Student number” heads counts as often as codes: codes are long and none comes twice. */
function looksLikeCounts(words: string, cells: string[]): boolean {
  if (!/ (?:no|nr|num|numbers?)$/.test(words)) return false;
  const isCode = mostly(cells, (cell) => /^[A-Z]*\d{4,}$/i.test(cell));
  return !isCode || new Set(cells).size < cells.length * 0.9;
}

function looksLikePeople(words: string, cells: string[], isRoster: boolean): boolean {
  if (!aPerson.test(words) || new Set(cells).size < cells.length * 0.9) return false;
  if (cells.some((cell) => notAPerson.test(cell))) return false;
  const isName = (cell: string) => lastFirstCell.test(cell) || (isRoster && firstLastCell.test(cell));
  return cells.length >= 2 && mostly(cells, isName);
}

function mostly(cells: string[], test: (cell: string) => boolean): boolean {
  return cells.length > 0 && cells.filter(test).length >= cells.length * 0.8;
}

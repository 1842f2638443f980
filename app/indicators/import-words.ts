import { listed, plural } from '~/ui/words';
import type { ImportCounts } from './import-changes';

/** "15 values", "15 values and 15 suppressed cells" */
export function figuresInWords(all: number, suppressed: number): string {
  const parts = [plural(all - suppressed, 'value')];
  if (suppressed > 0) parts.push(plural(suppressed, 'suppressed cell'));
  return all === suppressed && suppressed > 0 ? (parts[1] as string) : listed(parts);
}

const allOf = ({ added, changed, unchanged }: ImportCounts) => added + changed + unchanged;

/** What saving would do, before it is done. */
export function previewSentence(counts: ImportCounts): string {
  const all = allOf(counts);
  if (all === 0) return 'Nothing in this file can be saved as it is read now.';
  const what = figuresInWords(all, counts.suppressed);
  if (counts.unchanged === all) return `All of it is here already: ${what}. Saving changes nothing.`;
  if (counts.added === all) return `${what} would be new.`;
  const parts = [];
  if (counts.added > 0) parts.push(`${counts.added} would be new`);
  if (counts.changed > 0) parts.push(`${counts.changed} would take the place of another number`);
  if (counts.unchanged > 0) parts.push(`${counts.unchanged} are here already`);
  return `Of ${what}, ${listed(parts)}.`;
}

/** What saving did. */
export function savedSentence(counts: ImportCounts): string {
  const all = allOf(counts);
  const left =
    counts.refused > 0 ? ` ${plural(counts.refused, 'cell')} could not be read and stayed out.` : '';
  if (counts.added + counts.changed === 0) {
    return `Nothing changed: ${figuresInWords(all, counts.suppressed)} were here already.${left}`;
  }
  const parts = [];
  if (counts.added > 0) parts.push(`${counts.added} added`);
  if (counts.changed > 0) parts.push(`${counts.changed} changed`);
  if (counts.unchanged > 0) parts.push(`${counts.unchanged} were here already`);
  const suppressed =
    counts.suppressed > 0 ? ` ${counts.suppressed.toLocaleString('en-US')} of these are suppressed.` : '';
  return `Saved: ${listed(parts)}.${suppressed}${left}`;
}

import { listed, plural } from '~/ui/words';
import type { SeriesCounts } from './imports.server';

const numbers = (count: number) => plural(count, 'number');

/** What saving would do, before it is done. */
export function importSentence({ added, changed, same }: SeriesCounts): string {
  const all = added + changed + same;
  if (all === 0) return 'Nothing in this file can be saved as it is read now.';
  if (same === all) return `Nothing new: ${numbers(all)} are here already.`;
  if (added === all) return `${numbers(all)} would be new.`;
  const parts = [];
  if (added > 0) parts.push(`${added.toLocaleString('en-US')} would be new`);
  if (changed > 0) parts.push(`${changed.toLocaleString('en-US')} would take the place of another number`);
  if (same > 0) parts.push(`${same.toLocaleString('en-US')} are here already`);
  return `Of ${numbers(all)}, ${listed(parts)}.`;
}

/** What saving did. */
export function importedSentence({ added, changed, same, refused }: SeriesCounts): string {
  const left = refused > 0 ? ` ${plural(refused, 'cell')} could not be read and stayed out.` : '';
  if (added + changed === 0) return `Nothing changed: ${numbers(same)} were here already.${left}`;
  const parts = [];
  if (added > 0) parts.push(`${added.toLocaleString('en-US')} new`);
  if (changed > 0) parts.push(`${changed.toLocaleString('en-US')} changed`);
  return `Saved: ${listed(parts)}.${left}`;
}

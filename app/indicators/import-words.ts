import { listed, listedUpTo, plural } from '~/ui/words';
import type { PlacesShown } from './group-places-shown';
import type { ImportCounts } from './import-changes';

/** "15 values", "15 values and 15 held back" */
export function figuresInWords(all: number, suppressed: number): string {
  const parts = [plural(all - suppressed, 'value')];
  if (suppressed === 0) return listed(parts);
  return all === suppressed
    ? `${plural(suppressed, 'value')} held back`
    : listed([...parts, `${suppressed} held back`]);
}

export const allOf = ({ added, changed, unchanged }: ImportCounts) => added + changed + unchanged;

/** What saving would do, before it is done. */
export function previewSentence(counts: ImportCounts): string {
  const all = allOf(counts);
  if (all === 0) return 'Nothing in this file can be saved as it is read now.';
  const what = figuresInWords(all, counts.suppressed);
  if (counts.unchanged === all) return `Nothing new: ${what} are here already.`;
  if (counts.added === all) return `${what} would be new.`;
  const parts = [];
  if (counts.added > 0) parts.push(`${counts.added} would be new`);
  if (counts.changed > 0) parts.push(`${counts.changed} would take the place of another number`);
  if (counts.unchanged > 0)
    parts.push(`${counts.unchanged} ${counts.unchanged === 1 ? 'is' : 'are'} here already`);
  return `Of ${what}, ${listed(parts)}.`;
}

/** What saving did. */
export function savedSentence(counts: ImportCounts, newGroups: readonly string[] = []): string {
  const all = allOf(counts);
  const left =
    counts.refused > 0 ? ` ${plural(counts.refused, 'cell')} could not be read and stayed out.` : '';
  if (counts.added + counts.changed === 0) {
    return `Nothing changed: ${figuresInWords(all, counts.suppressed)} were here already.${left}`;
  }
  const news = newGroups.length > 0 ? ` New in this community: ${listedUpTo(newGroups)}.` : '';
  return `Saved ${savedWords(counts)}.${left}${news}`;
}

/** "15 values and 15 held back: 29 added and 1 changed", counted as in the preview. */
export function savedWords(counts: ImportCounts): string {
  const all = allOf(counts);
  const what = figuresInWords(all, counts.suppressed);
  if (counts.added === all) return what;
  const parts = [];
  if (counts.added > 0) parts.push(`${counts.added} added`);
  if (counts.changed > 0) parts.push(`${counts.changed} changed`);
  if (counts.unchanged > 0) parts.push(`${counts.unchanged} here already`);
  return `${what}: ${listed(parts)}`;
}

/** "New in this community: Martian." Empty where every group is here. */
export function newGroupsSentence({ news, newSplit }: Pick<PlacesShown, 'news' | 'newSplit'>): string {
  if (news.length === 0) return '';
  const split = newSplit === '' ? '' : `the split “${newSplit}” with `;
  return `New in this community: ${split}${listedUpTo(news)}.`;
}

/** Which groups are read under another name, and which are left out. */
export function placesSentences({ others, leftOut }: Pick<PlacesShown, 'others' | 'leftOut'>): string[] {
  const read = others.map(({ name, as }) => `“${name}” as ${as}`);
  return [
    ...(read.length > 0 ? [`Read as groups you have: ${listedUpTo(read)}.`] : []),
    ...(leftOut.length > 0 ? [`Left out: ${listedUpTo(leftOut)}.`] : []),
  ];
}

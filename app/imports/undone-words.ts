import { plural } from '~/ui/words';

/** What taking an import back did; null: it had been taken back before. */
export function undoneSentence(undone: { fileName: string; undone: number; kept: number } | null): string {
  if (!undone) return 'This import was taken back already.';
  const { fileName, undone: count, kept } = undone;
  const are = (many: number) => `${plural(many, 'number')} ${many === 1 ? 'is' : 'are'}`;
  const stay =
    kept > 0 ? ` ${plural(kept, 'number')} changed since, and ${kept === 1 ? 'stays' : 'stay'}.` : '';
  return `“${fileName}” is taken back: ${are(count)} as before.${stay}`;
}

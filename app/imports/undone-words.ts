import { listed, listedUpTo, plural } from '~/ui/words';

/** What an import had made beside its numbers, and whether it is gone with them. */
export interface MadeUndone {
  /** The split that is gone with its groups. */
  split: string | null;
  /** The groups that are gone. */
  groups: string[];
  /** What is used by now. */
  stays: string[];
}

export interface UndoneImport {
  fileName: string;
  undone: number;
  kept: number;
  made?: MadeUndone;
}

/** What taking an import back did; null: it had been taken back before. */
export function undoneSentence(undone: UndoneImport | null): string {
  if (!undone) return 'This import was taken back already.';
  const { fileName, undone: count, kept, made } = undone;
  const are = (many: number) => `${plural(many, 'number')} ${many === 1 ? 'is' : 'are'}`;
  const stay =
    kept > 0 ? ` ${plural(kept, 'number')} changed since, and ${kept === 1 ? 'stays' : 'stay'}.` : '';
  const also = made ? madeSentences(made).map((sentence) => ` ${sentence}`) : [];
  return `“${fileName}” is taken back: ${are(count)} as before.${stay}${also.join('')}`;
}

function madeSentences({ split, groups, stays }: MadeUndone): string[] {
  const sentences: string[] = [];
  if (split !== null) {
    const many = groups.length === 1 ? 'group' : 'groups';
    sentences.push(`The split “${split}” that it made is gone too, with its ${many} ${listedUpTo(groups)}.`);
  } else if (groups.length > 0) {
    const are = groups.length === 1 ? 'is' : 'are';
    sentences.push(`${plural(groups.length, 'group')} that it made ${are} gone too: ${listedUpTo(groups)}.`);
  }
  if (stays.length > 0) {
    const [stay, are] = stays.length === 1 ? ['stays', 'it is'] : ['stay', 'they are'];
    sentences.push(`${listedUpTo(stays)} ${stay}: ${are} used by now.`);
  }
  return sentences;
}

/** The same for a line of history. */
export function madeUndoneWords({ split, groups }: MadeUndone): string {
  const gone = [
    ...(split === null ? [] : [`the split “${split}”`]),
    ...(groups.length > 0 ? [plural(groups.length, 'group')] : []),
  ];
  if (gone.length === 0) return '';
  return `; ${listed(gone)} that it made ${split === null && groups.length === 1 ? 'is' : 'are'} gone`;
}

import { z } from 'zod';
import { type FieldChange, keeps, kept } from './field-answers';
import { changesBetween, type Entry, textsOf } from './sheet-fields';

/** What a form was drawn with: of each field, its text and the number of its version. */
const drawnForm = z.record(
  z.string().max(120),
  z.tuple([z.number().int().nonnegative(), z.string().max(20_000)]),
);

const keepWord = /^(mine|theirs|both) ([\w.-]{1,120}) (\d{1,6})$/;

/**
 * What a person changed in a form since it was drawn; null for a form that does not say. Where two texts met before,
 * "keep" says which one stays: that choice was made knowing the version it names.
 */
export function changesOfForm(form: FormData): { changes: FieldChange[]; keeps: string[] } | null {
  const raw = form.get('drawn');
  if (typeof raw !== 'string' || raw === '') return null;
  const read = drawnForm.safeParse(parsed(raw));
  if (!read.success) return null;
  const entries = [...form].flatMap(([name, value]): Entry[] =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  const before = new Map(Object.entries(read.data).map(([field, [, text]]) => [field, text]));
  const words = form.getAll('keep').filter((word): word is string => keepWord.test(String(word)));
  const choices = new Map(
    words.map((word) => {
      const [, keep, field = '', version] = keepWord.exec(word) ?? [];
      return [field, { keep: keeps.find((one) => one === keep) ?? 'mine', version: Number(version) }];
    }),
  );
  const theirs = theirTexts(form);
  const changes = [...changesBetween(before, textsOf(entries))].flatMap(([field, mine]): FieldChange[] => {
    const choice = choices.get(field);
    if (!choice) return [{ field, text: mine, version: read.data[field]?.[0] ?? 0 }];
    if (choice.keep === 'theirs') return [];
    const text = kept(choice.keep, { mine, theirs: theirs.get(field) ?? '' });
    return [{ field, text, version: choice.version }];
  });
  return { changes, keeps: words };
}

/** The texts of others as the page showed them, "their <field>". */
function theirTexts(form: FormData): Map<string, string> {
  return new Map(
    [...form].flatMap(([name, value]): [string, string][] =>
      name.startsWith('their ') && typeof value === 'string' ? [[name.slice(6), value]] : [],
    ),
  );
}

function parsed(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}

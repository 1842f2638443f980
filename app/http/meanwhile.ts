import { plainLineEnds } from './line-ends';

/** The hidden field in which a form carries what stood in its fields when it was drawn. */
export const shownField = 'shown';

/** What a person has been shown, by field. */
export type Shown = Readonly<Record<string, unknown>>;

/** What a form says it has shown; null where it says nothing, as one from an old page, or what is no such record. */
export function shownIn(form: FormData): Shown | null {
  const said = form.get(shownField);
  if (typeof said !== 'string') return null;
  try {
    const read: unknown = JSON.parse(said);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Shown) : null;
  } catch {
    return null;
  }
}

type Name<Fields extends object> = keyof Fields & string;

export interface Writing<Fields extends object> {
  /** What the person sent. */
  typed: Fields;
  /** What is kept now. */
  now: { readonly [Field in keyof Fields]: unknown };
  /** Null: the form did not say, and all that was sent is taken. */
  shown: Shown | null;
  /** Fields that only make sense together, as the first and the last day: who changes one has to know the others. */
  together?: readonly (readonly Name<Fields>[])[];
}

/**
 * What to keep of a form while others may have saved since it was drawn: a field that this person left alone keeps what
 * is there now. `clashing` are the fields that others changed and this person too, or one that belongs to them.
 */
export function heldTogether<Fields extends object>({
  typed,
  now,
  shown,
  together = [],
}: Writing<Fields>): {
  fields: Fields;
  clashing: Name<Fields>[];
} {
  const seen = shown ?? {};
  const known = (Object.keys(typed) as Name<Fields>[]).filter((name) => Object.hasOwn(seen, name));
  const touched = known.filter((name) => !isSame(typed[name], seen[name]));
  const leftAlone = known.filter((name) => !touched.includes(name));
  const isOthers = (name: Name<Fields>) => !isSame(now[name], seen[name]) && !isSame(now[name], typed[name]);
  const groupOf = (name: Name<Fields>) => together.find((some) => some.includes(name)) ?? [name];
  const asNow = Object.fromEntries(leftAlone.map((name) => [name, now[name]])) as Partial<Fields>;
  return {
    fields: { ...typed, ...asNow },
    clashing: known.filter((name) => isOthers(name) && groupOf(name).some((one) => touched.includes(one))),
  };
}

/** Empty is empty, however it is written; so are line ends. Lists are compared by what is in them. */
const isSame = (one: unknown, other: unknown) => JSON.stringify(plain(one)) === JSON.stringify(plain(other));

function plain(value: unknown): unknown {
  const words = typeof value === 'string' ? plainLineEnds(value).trim() : value;
  return words === '' || words === undefined ? null : words;
}

/** What of a review's form is kept while it is not sent: its reason, checks and comments, as typed. */
export function draftFields(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' && /^(reason$|checks\.|comments\.)/.test(name)
        ? [[name, value]]
        : [],
    ),
  );
}

/** The same as a form is drawn with. */
export interface DraftValues {
  reason: string;
  checks: Record<string, string>;
  comments: Record<string, string>;
}

export function draftValues(fields: Readonly<Record<string, string>>): DraftValues {
  const under = (prefix: string) =>
    Object.fromEntries(
      Object.entries(fields).flatMap(([name, value]) =>
        name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
      ),
    );
  return { reason: fields.reason ?? '', checks: under('checks.'), comments: under('comments.') };
}

/** A letter as it is written, before it is put into the words of a mail. */
export interface Letter {
  subject: string;
  hello: string;
  sections: LetterSection[];
  /** Why the reader gets it. */
  why: string;
}

export interface LetterSection {
  title: string;
  lines: LetterLine[];
}

export interface LetterLine {
  /** A sentence, with its full stop. */
  text: string;
  /** A place of ours, such as "/inbox". */
  href: string;
  /** What else to know, under it. */
  more?: string;
  /** The comments it tells of, oldest first; `more` says what is in the last. */
  comments?: string[];
}

/** Where the links of a letter lead. */
export interface LetterPlaces {
  /** https://upcurve.example.org */
  origin: string;
  /** Turns these letters off without signing in. */
  stop: string;
  /** Where one chooses, signed in. */
  choices: string;
}

const paragraphs = (parts: readonly string[]) => `${parts.filter(Boolean).join('\n\n')}\n`;

/** The letter as plain text. */
export function letterText(letter: Letter, { origin, stop, choices }: LetterPlaces): string {
  const sections = letter.sections.map(({ title, lines }) =>
    [
      title.toUpperCase() === title ? title : `${title}:`,
      ...lines.flatMap(({ text, href, more }) => [
        `- ${oneLine(text)}`,
        ...(more ? [`  ${oneLine(more)}`] : []),
        `  ${origin}${href}`,
      ]),
    ].join('\n'),
  );
  return paragraphs([
    letter.hello,
    ...sections,
    '--',
    [letter.why, `Stop these e-mails: ${stop}`, `Choose which you get: ${choices}`].join('\n'),
  ]);
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign);

/** The letter as a plain page: headings, lists, links. Nothing is loaded from anywhere. */
export function letterHtml(letter: Letter, { origin, stop, choices }: LetterPlaces): string {
  const link = (href: string, words: string) => `<a href="${escaped(href)}">${escaped(words)}</a>`;
  const sections = letter.sections.map(
    ({ title, lines }) =>
      `<h2 style="font-size:17px;margin:24px 0 8px">${escaped(title)}</h2><ul style="margin:0;padding:0 0 0 20px">${lines
        .map(
          ({ text, href, more }) =>
            `<li style="margin:0 0 10px">${link(`${origin}${href}`, oneLine(text))}${
              more ? `<br>${escaped(oneLine(more))}` : ''
            }</li>`,
        )
        .join('')}</ul>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(
    letter.subject,
  )}</title></head><body style="font-family:sans-serif;font-size:16px;line-height:1.5;max-width:600px;margin:0 auto;padding:16px"><p>${escaped(
    letter.hello,
  )}</p>${sections.join('')}<hr style="margin:32px 0 16px"><p style="font-size:14px">${escaped(letter.why)}<br>${link(
    stop,
    'Stop these e-mails',
  )}. ${link(choices, 'Choose which you get')}.</p></body></html>`;
}

export const commentsOf = ({ sections }: Letter): string[] =>
  sections.flatMap(({ lines }) => lines.flatMap(({ comments = [] }) => comments));

/**
 * The letter as it may still be sent, some comments having been taken back since it was written: their words go, and
 * with the last of them the line. Null: nothing is left to say.
 */
export function withoutTakenBack(letter: Letter, takenBack: ReadonlySet<string>): Letter | null {
  if (takenBack.size === 0) return letter;
  const sections = letter.sections
    .map(({ title, lines }) => ({ title, lines: lines.flatMap((line) => lineLeft(line, takenBack)) }))
    .filter(({ lines }) => lines.length > 0);
  return sections.length === 0 ? null : { ...letter, sections };
}

function lineLeft(line: LetterLine, takenBack: ReadonlySet<string>): LetterLine[] {
  const { comments = [], more, ...rest } = line;
  if (comments.length === 0) return [line];
  const left = comments.filter((id) => !takenBack.has(id));
  if (left.length === 0) return [];
  const isTold = more !== undefined && left.at(-1) === comments.at(-1);
  return [{ ...rest, comments: left, ...(isTold ? { more } : {}) }];
}

/** A letter as it was kept; null for what is none of ours. */
export function readLetter(kept: unknown): Letter | null {
  const letter = kept as Letter | null;
  return letter && typeof letter.subject === 'string' && Array.isArray(letter.sections) ? letter : null;
}

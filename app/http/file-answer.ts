import { createHash } from 'node:crypto';

export interface FileToSend {
  /** `text/csv; charset=utf-8` */
  type: string;
  /** Who may keep it, and how long. */
  cache: string;
  /** What it is made of: the same is answered with 304 where the browser has it already, and not made again. */
  source: string;
  body: () => string | Uint8Array<ArrayBuffer> | Promise<string | Uint8Array<ArrayBuffer>>;
  /** The name it is saved under. */
  name?: string;
  /** Saved at once, instead of shown. */
  isDownload?: boolean;
  headers?: Record<string, string>;
}

/** Kept by the browser alone, and asked about again each time: the gate has its say first. */
export const askedAgain = 'private, no-cache';

/** Answers with a file, or says that the browser has the newest (304). */
export async function fileAnswer(request: Request, file: FileToSend): Promise<Response> {
  const tag = `W/"${createHash('sha256').update(file.source).digest('base64url').slice(0, 27)}"`;
  const headers = new Headers({ 'Cache-Control': file.cache, ETag: tag, ...file.headers });
  if (hasIt(request, tag)) return new Response(null, { status: 304, headers });
  headers.set('Content-Type', file.type);
  if (file.name) {
    headers.set('Content-Disposition', `${file.isDownload ? 'attachment' : 'inline'}; ${named(file.name)}`);
  }
  return new Response(await file.body(), { headers });
}

const hasIt = (request: Request, tag: string) =>
  (request.headers.get('if-none-match') ?? '')
    .split(',')
    .some((known) => known.trim() === '*' || known.trim().replace(/^(W\/)?/, 'W/') === tag);

/** A file name in a header (RFC 6266): plain letters for all, and the name itself for whoever can read it (RFC 8187). */
function named(name: string): string {
  const simple = name
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^\w .()-]+/g, '-');
  const whole = encodeURIComponent(name.replace(/\p{Cs}/gu, '')).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="${simple}"; filename*=UTF-8''${whole}`;
}

/** A thing's name as the name of a file: nothing that a disk could take for a folder or an order. */
export function fileName(words: readonly string[], ending: string): string {
  const base = words
    .join(' ')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/[\\/:*?"<>|]+/g, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  // Cut by letters, so that none is halved.
  return `${[...base].slice(0, 120).join('').trim() || 'upcurve'}.${ending}`;
}

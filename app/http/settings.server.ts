import { statSync } from 'node:fs';
import { z } from 'zod';

const isFolder = (place: string) =>
  /[\\/]$/.test(place) || statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;

/** Can the user and the password in it be read? A percent sign in them begins a code of two signs. */
function isDecodable(url: string): boolean {
  if (!URL.canParse(url)) return true;
  const { username, password } = new URL(url);
  try {
    decodeURIComponent(username + password);
    return true;
  } catch {
    return false;
  }
}

const schema = z.object({
  DATABASE_URL: z
    .string()
    .default('file:data/upcurve.sqlite')
    .refine((url) => !/^\s*$/.test(url), 'must name a file, such as file:data/upcurve.sqlite')
    .refine(
      (url) => !/^[a-z][a-z0-9+.-]*:\/\//i.test(url) || url.startsWith('file://'),
      'must be a SQLite file, such as file:data/upcurve.sqlite. Other databases are not supported yet',
    )
    .transform((url) => url.replace(/^file:(\/\/)?/, ''))
    .refine((file) => file.trim() !== '', 'must name a file, such as file:data/upcurve.sqlite')
    .refine((file) => !isFolder(file), 'names a folder. Name a file in it, such as file:data/upcurve.sqlite'),
  PORT: z
    .string()
    .default('3000')
    .refine((port) => /^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65535, {
      message: 'must be a whole number from 1 to 65535',
    })
    .transform(Number),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z
    .string()
    .optional()
    .refine(
      (url) => url === undefined || /^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : ''),
      'must be a whole address, such as https://upcurve.example.org',
    )
    .transform((url) => (url === undefined ? undefined : new URL(url).origin)),
  SESSION_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  TRUSTED_PROXIES: z
    .string()
    .default('0')
    .refine((hops) => /^\d$/.test(hops), 'must be the number of proxies in front, 0 to 9')
    .transform(Number),
  SMTP_URL: z
    .string()
    .optional()
    .refine(
      (url) =>
        url === undefined || (/^smtps?:\/\/./.test(url) && URL.canParse(url) && new URL(url).hostname !== ''),
      'must be a mail server, such as smtp://user:password@mail.example.org:587',
    )
    .refine(
      (url) => url === undefined || isDecodable(url),
      'has a % that is not the start of a code such as %40. Write %25 for a % in the user or the password',
    ),
  MAIL_FROM: z
    .string()
    .optional()
    .refine(
      (from) =>
        from === undefined || /^([^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(from.trim()),
      'must be an address, such as Upcurve <upcurve@example.org>',
    ),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
});

/** A mail server without an address to send from sends nothing; without one to lead to, its links lead nowhere. */
const whole = schema
  .refine(({ SMTP_URL, MAIL_FROM }) => SMTP_URL === undefined || MAIL_FROM !== undefined, {
    path: ['MAIL_FROM'],
    message: 'must be set where SMTP_URL is, such as Upcurve <upcurve@example.org>',
  })
  .refine(({ SMTP_URL, PUBLIC_URL }) => SMTP_URL === undefined || PUBLIC_URL !== undefined, {
    path: ['PUBLIC_URL'],
    message:
      'must be set where SMTP_URL is, such as https://upcurve.example.org: the links in e-mails lead there',
  });

export type Settings = z.output<typeof schema>;

/**
 * The settings, from the environment.
 * @throws Error with one sentence for each setting that cannot be used, naming it.
 */
export function readSettings(environment: Record<string, string | undefined> = process.env): Settings {
  const given = Object.fromEntries(
    Object.keys(schema.shape).map((name) => [name, environment[name] === '' ? undefined : environment[name]]),
  );
  const result = whole.safeParse(given);
  if (result.success) return result.data;
  const sentences = result.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}.`);
  throw new Error(sentences.join('\n'));
}

/** Are letters sent? Without a mail server they are kept, and an admin can read them. */
export function hasMailServer(): boolean {
  return (process.env.SMTP_URL ?? '') !== '';
}

/** Is the app reached over https? Decides the cookie's name and its Secure mark. */
export function isHttps(): boolean {
  return process.env.PUBLIC_URL?.startsWith('https://') ?? false;
}

import { isValid, parseISO } from 'date-fns';
import { z } from 'zod';

/**
 * Fields as people fill them in, each with its sentence. A form's schema is made of these, so that the same
 * mistake gets the same words everywhere.
 */

const firstDay = '1950-01-01';
const lastDay = '2100-12-31';

/** One line of words that must be there. */
export const line = (missing: string, longest = 200) =>
  z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .max(longest, `Keep this under ${longest} characters.`)
    .refine((text) => !/[\r\n]/.test(text), 'Keep this to one line.');

/** One line that may be empty. */
export const optionalLine = (longest = 200) =>
  z
    .string()
    .trim()
    .max(longest, `Keep this under ${longest} characters.`)
    .optional()
    .transform((text) => text ?? '');

/** Several lines that must be there. */
export const text = (missing: string, longest = 10_000) =>
  z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .max(longest, `Keep this under ${longest.toLocaleString('en-US')} characters.`);

/** Several lines that may be empty. */
export const optionalText = (longest = 10_000) =>
  z
    .string()
    .trim()
    .max(longest, `Keep this under ${longest.toLocaleString('en-US')} characters.`)
    .optional()
    .transform((words) => words ?? '');

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isValid(parseISO(text));
const dayRules = (field: z.ZodString) =>
  field
    .refine(isDay, 'Write a date that exists, such as 2026-09-08.')
    .refine(
      (day) => !isDay(day) || (day >= firstDay && day <= lastDay),
      'Write a date between 1950 and 2100.',
    );

/** A day, YYYY-MM-DD. */
export const day = (missing: string) => dayRules(z.string({ error: missing }).trim());
export const optionalDay = () =>
  dayRules(z.string().trim())
    .optional()
    .transform((value) => value ?? null);

/** A number as typed: spaces, a thousands comma and a percent sign are forgiven. */
const asNumber = (value: unknown) => {
  if (typeof value !== 'string') return value;
  const plain = value
    .trim()
    .replace(/%$/, '')
    .replaceAll(/(?<=\d),(?=\d{3}\b)/g, '')
    .trim();
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : plain === '' ? undefined : Number.NaN;
};
const aNumber = 'Write a number, such as 12 or 12.5.';
const aWhole = 'Write a whole number, such as 12.';
const numberField = (missing: string, words = aNumber) =>
  z.number({ error: (issue) => (issue.input === undefined ? missing : words) });

export const number = (missing: string, least = -1e9, most = 1e9) =>
  z.preprocess(
    asNumber,
    numberField(missing)
      .min(least, `The least this can be is ${least}.`)
      .max(most, `The most this can be is ${most.toLocaleString('en-US')}.`),
  );

export const optionalNumber = (least = -1e9, most = 1e9) =>
  z.preprocess(
    asNumber,
    numberField(aNumber)
      .min(least, `The least this can be is ${least}.`)
      .max(most, `The most this can be is ${most.toLocaleString('en-US')}.`)
      .optional()
      .transform((value) => value ?? null),
  );

export const optionalWhole = (least = 0, most = 1_000_000) =>
  z.preprocess(
    asNumber,
    numberField(aWhole, aWhole)
      .int(aWhole)
      .min(least, `The least this can be is ${least}.`)
      .max(most, `The most this can be is ${most.toLocaleString('en-US')}.`)
      .optional()
      .transform((value) => value ?? null),
  );

/** One of a closed list. */
export const choice = <const Words extends readonly [string, ...string[]]>(words: Words, missing: string) =>
  z.enum(words, { error: missing });

/** One of a closed list, or nothing chosen. */
export const optionalChoice = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z
    .enum(words, { error: 'Choose one of the list.' })
    .optional()
    .transform((value) => value ?? null);

/** The id of a row, as a select sends it; empty is null. Whether it is theirs is for the command to ask. */
export const id = (missing: string) => z.string({ error: missing }).regex(/^[\w-]{1,40}$/, missing);
export const optionalId = () =>
  z
    .string()
    .regex(/^[\w-]{1,40}$/, 'Choose one of the list.')
    .optional()
    .transform((value) => value ?? null);

export const email = z
  .string({ error: 'Write an e-mail address.' })
  .trim()
  .toLowerCase()
  .max(200, 'Keep this under 200 characters.')
  .pipe(z.email('That is not an e-mail address. Write it like name@school.org.'));

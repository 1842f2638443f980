import { parse, type SubmissionResult } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import { data } from '@remix-run/node';
import type { z } from 'zod';
import { ChangedMeanwhile, RuleBroken, sentencesOf } from './errors';

/** A form's body is at most this long (bytes); a page that takes a file allows more. */
export const formLimit = 1_000_000;
/** So many bytes beyond the limit are still taken in, to answer with words instead of a broken connection. */
const patience = 100_000_000;

/**
 * A request's form fields.
 * @throws Response 413 where the body is longer than `limit` bytes, 400 where it is no form.
 */
export async function readForm(request: Request, limit = formLimit): Promise<FormData> {
  const body = await readBody(request, limit);
  if (body.bytes === null) throw new Response('That is too large to send.', { status: 413 });
  return formIn(request, body.bytes);
}

/** The bytes of a request, or null where there are more than `limit`: then none of them is kept, only counted. */
async function readBody(
  request: Request,
  limit: number,
  heard?: (done: number, all: number) => void,
): Promise<{ bytes: Buffer | null; length: number }> {
  const declared = Number(request.headers.get('content-length') ?? 0);
  let chunks: Uint8Array[] | null = declared > limit ? null : [];
  let length = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) break;
    length += part.value.byteLength;
    // A browser that is cut off while sending shows no page: a little too much is read to its end and dropped.
    if (length > limit + patience) {
      await reader?.cancel();
      break;
    }
    if (length > limit) chunks = null;
    chunks?.push(part.value);
    if (declared > 0) heard?.(length, declared);
  }
  return { bytes: chunks && Buffer.concat(chunks), length: Math.max(length, declared) };
}

async function formIn(request: Request, bytes: Buffer): Promise<FormData> {
  const type = request.headers.get('content-type') ?? 'application/x-www-form-urlencoded';
  const form = await new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { 'content-type': type } })
    .formData()
    .catch(() => null);
  for (const name of [...(form?.keys() ?? [])]) if (reachesInside.test(name)) form?.delete(name);
  if (form === null || !isHonest(form)) throw new Response('That is not a form of ours.', { status: 400 });
  return form;
}

/** A field's name that would reach into an object's own workings; such fields are left out. */
const reachesInside = /(^|[.[\]])(__proto__|constructor|prototype)([.[\]]|$)/;
const mostFields = 2000;
const mostRows = 200;

/**
 * False for what no page of ours sends, and what would cost much to read: thousands of fields, a row far beyond the
 * last one, and conform's own fields where they are not its JSON.
 */
function isHonest(form: FormData): boolean {
  let count = 0;
  for (const [name, value] of form) {
    count += 1;
    if (count > mostFields || name.length > 200) return false;
    if ([...name.matchAll(/\[(\d+)\]/g)].some(([, row]) => Number(row) > mostRows)) return false;
    if (/^__(intent|state)__$/.test(name) && !isIntent(name, value)) return false;
  }
  return true;
}

const intents = new Set(['validate', 'reset', 'update', 'insert', 'remove', 'reorder']);

function isIntent(name: string, value: FormDataEntryValue): boolean {
  try {
    const read: unknown = JSON.parse(String(value));
    if (typeof read !== 'object' || read === null) return false;
    return name === '__state__' || intents.has(String((read as { type?: unknown }).type));
  } catch {
    return false;
  }
}

/** What an action answers when it does not redirect: the form again, with its errors and what was typed. */
export type FormAnswer = SubmissionResult<string[]>;

interface SubmitOptions {
  limit?: number;
  secret?: readonly string[];
  /** What is wrong with which field where the body, of so many bytes, is longer than the limit. */
  tooLarge?: (bytes: number) => Record<string, string[]>;
  /** Is told how many bytes of how many have come. */
  heard?: (done: number, all: number) => void;
}

/**
 * Reads a form, checks it, and does the work. The work answers with a redirect, or with what only this answer may
 * show, as a one-time link.
 * Where the form is wrong, or the work throws `RuleBroken`, the same page comes back with status 422, messages at
 * their fields and what was typed kept, but for the fields named `secret`. A body that is too long comes back with
 * status 413 and what `tooLarge` says of its fields, where it is given.
 */
export async function submit<Schema extends z.ZodType, Result>(
  request: Request,
  schema: Schema,
  work: (value: z.output<Schema>, form: FormData) => Promise<Result>,
  { limit = formLimit, secret = [], tooLarge, heard }: SubmitOptions = {},
) {
  const body = await readBody(request, limit, heard);
  if (body.bytes === null) {
    if (!tooLarge) throw new Response('That is too large to send.', { status: 413 });
    const empty = parse(new FormData(), { resolve: () => ({ error: tooLarge(body.length) }) });
    return data(empty.reply() as FormAnswer, { status: 413 });
  }
  const form = await formIn(request, body.bytes);
  const submission = parseWithZod(form, { schema });
  const refuse = (reply: FormAnswer) => {
    for (const name of secret) delete reply.initialValue?.[name];
    return data(reply, { status: 422 });
  };
  if (submission.status !== 'success') return refuse(submission.reply());
  try {
    return await work(submission.value as z.output<Schema>, form);
  } catch (error) {
    if (error instanceof ChangedMeanwhile) {
      const sentences = error.clashes.map(({ field, sentence }) => [field, [sentence]]);
      const reply = submission.reply({ fieldErrors: Object.fromEntries(sentences) });
      const shown = Object.assign({}, ...error.clashes.map((clash) => clash.shown));
      return refuse({ ...reply, initialValue: { ...reply.initialValue, ...shown } });
    }
    if (!(error instanceof RuleBroken)) throw error;
    return refuse(
      error.field
        ? submission.reply({ fieldErrors: sentencesOf(error) })
        : submission.reply({ formErrors: [error.message] }),
    );
  }
}

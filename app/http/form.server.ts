import type { SubmissionResult } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import { data } from '@remix-run/node';
import type { z } from 'zod';
import { RuleBroken } from './errors';

/** A form's body is at most this long (bytes); a page that takes a file allows more. */
export const formLimit = 1_000_000;
export const fileLimit = 10_000_000;

/**
 * A request's form fields.
 * @throws Response 413 where the body is longer than `limit` bytes, 400 where it is no form.
 */
export async function readForm(request: Request, limit = formLimit): Promise<FormData> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) break;
    length += part.value.byteLength;
    if (length > limit) {
      await reader?.cancel();
      throw new Response('That is too large to send.', { status: 413 });
    }
    chunks.push(part.value);
  }
  const type = request.headers.get('content-type') ?? 'application/x-www-form-urlencoded';
  try {
    return await new Response(Buffer.concat(chunks), { headers: { 'content-type': type } }).formData();
  } catch {
    throw new Response('That is not a form.', { status: 400 });
  }
}

/** What an action answers when it does not redirect: the form again, with its errors and what was typed. */
export type FormAnswer = SubmissionResult<string[]>;

/**
 * Reads a form, checks it, and does the work; the work answers with a redirect.
 * Where the form is wrong, or the work throws `RuleBroken`, the same page comes back with status 422,
 * messages at their fields and what was typed kept.
 */
export async function submit<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  work: (value: z.output<Schema>, form: FormData) => Promise<Response>,
  limit = formLimit,
) {
  const form = await readForm(request, limit);
  const submission = parseWithZod(form, { schema });
  if (submission.status !== 'success') return data(submission.reply() as FormAnswer, { status: 422 });
  try {
    return await work(submission.value as z.output<Schema>, form);
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error;
    const reply = error.field
      ? submission.reply({ fieldErrors: { [error.field]: [error.message] } })
      : submission.reply({ formErrors: [error.message] });
    return data(reply as FormAnswer, { status: 422 });
  }
}

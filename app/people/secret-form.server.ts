import type { z } from 'zod';
import { submit } from '~/http/form.server';

/** Like `submit`, for a form that holds a password: what was typed is kept, but for the secret fields. */
export async function submitSecret<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  secrets: readonly string[],
  work: (value: z.output<Schema>) => Promise<Response>,
) {
  const answer = await submit(request, schema, work);
  if (answer instanceof Response) return answer;
  for (const secret of secrets) delete answer.data.initialValue?.[secret];
  return answer;
}

/** Like `submit`, for a deed whose result is shown in its own answer and nowhere else, as a one-time link is. */
export async function submitToShow<Schema extends z.ZodType, Shown extends object>(
  request: Request,
  schema: Schema,
  work: (value: z.output<Schema>) => Promise<Shown>,
) {
  const result: { shown?: Shown } = {};
  const answer = await submit(request, schema, async (value) => {
    result.shown = await work(value);
    return new Response();
  });
  return result.shown ?? answer;
}

import { sql } from 'drizzle-orm';
import { db } from '#db/client.server';

/** Does the database answer? 503 where it does not. */
export async function loader() {
  try {
    await db.get(sql`select 1`);
    return new Response('ok', { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
  } catch {
    return new Response('The database does not answer.', {
      status: 503,
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    });
  }
}

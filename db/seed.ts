import { hash } from '@node-rs/argon2';
import { db, transaction } from './client.server';
import { clockAt } from './demo/clock';
import { tellDemo } from './demo/demo';
import { demoPassword } from './demo/people';
import { insertRows } from './demo/rows';
import { demoPageToken } from './demo/tell-community';
import { communities, networks } from './schema/communities';

export { demoAccounts } from './demo/people';

/** The address of the demo's public page, which needs no account. */
export const demoPublicPage = `/public/${demoPageToken('riverbend', 'web')}`;

/**
 * Makes the demo communities in a database that has no community and from which the demo was never removed, and says
 * whether it did. The same day gives the same rows, but for the salt of the password.
 */
export async function seedDemo(now: Date): Promise<boolean> {
  if (!(await wantsDemo())) return false;
  // Outside the transaction: hashing takes time, and others need not wait for it.
  const passwordHash = await hash(demoPassword, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  return transaction(async () => {
    if (!(await wantsDemo())) return false;
    const network = await db.select({ id: networks.id }).from(networks).get();
    const rows = tellDemo(clockAt(now, 'America/New_York'), passwordHash);
    await insertRows(network ? { ...rows, networks: [] } : rows);
    return true;
  });
}

async function wantsDemo(): Promise<boolean> {
  const community = await db.select({ id: communities.id }).from(communities).limit(1).get();
  if (community) return false;
  const network = await db.select({ removedAt: networks.demoRemovedAt }).from(networks).get();
  return !network?.removedAt;
}

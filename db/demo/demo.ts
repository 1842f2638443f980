import { demoId } from './chance';
import { type Clock, week } from './clock';
import { lakeside } from './lakeside';
import { demoPeople, networkAdmin } from './people';
import { riverbend } from './riverbend';
import { type DemoRows, noRows } from './rows';
import { tellCommunity } from './tell-community';

/** Everything the demo puts into an empty database. */
export function tellDemo(clock: Clock, passwordHash: string): DemoRows {
  const rows = noRows();
  const createdAt = clock.at(Math.min(riverbend.began, lakeside.began) - 1, '15:00');
  rows.networks.push({ id: 1, name: 'Upcurve demo network', createdAt });
  for (const [key, [name, email]] of Object.entries(demoPeople)) {
    rows.people.push({
      id: demoId('person', key),
      email,
      name,
      passwordHash,
      isNetworkAdmin: key === networkAdmin,
      createdAt: clock.at(week(-158), '15:00'),
    });
  }
  tellCommunity(rows, riverbend, clock);
  tellCommunity(rows, lakeside, clock);
  return rows;
}

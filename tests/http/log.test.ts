import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { setLogger } from '~/http/log';
import { loader as settings } from '~/routes/communities/settings';
import { action as deactivate } from '~/routes/people/deactivate';
import { action as change } from '~/routes/people/show';
import { loader as team } from '~/routes/teams/show';
import { withDatabase } from '../support/database';
import { theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

let written: string[] = [];
beforeEach(() => {
  written = [];
  setLogger(pino({ level: 'info' }, { write: (line: string) => written.push(line) }));
});
afterEach(() => setLogger(pino({ level: 'silent' })));
const lines = () => written.map((line) => JSON.parse(line));

test('who is refused, and where, is not in the log', async () => {
  const cast = await theCast();
  await get(settings, '/settings', { cookie: await signedIn(cast.leader.id) });
  const cookie = await signedIn(cast.stranger.id);
  await get(team, `/teams/${cast.team.id}`, { cookie, params: { teamId: cast.team.id } });
  expect(lines().map(({ msg, personId, status, path }) => [msg, personId, status, path])).toEqual([
    ['refused', cast.leader.id, 403, '/settings'],
    ['refused', cast.stranger.id, 404, `/teams/${cast.team.id}`],
  ]);
});

test('another role and a deactivation are not in the log; a name with line breaks stays on one line', async () => {
  const cast = await theCast();
  const cookie = await signedIn(cast.admin.id);
  const params = { personId: cast.member.id };
  const name = 'Dana\u001b[31m\u2028{"level":60}';
  await post(change, '/x', { name, email: cast.member.email, role: 'coach' }, { cookie, params });
  await post(deactivate, '/x', {}, { cookie, params });
  const said = lines().map((line) => line.deed.replace(name, 'Dana'));
  expect(said.slice(1)).toEqual(['changed Dana from member to coach', 'deactivated Dana']);
  expect(lines().every((line) => line.personId === cast.admin.id)).toBe(true);
  for (const line of written) {
    expect(line.trimEnd()).not.toContain('\n');
    expect(line).not.toContain('\u001b');
  }
});

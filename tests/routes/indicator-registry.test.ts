import type { LoaderFunctionArgs } from '@remix-run/node';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { history } from '#db/schema/history';
import { dimensions, indicators, observations, outcomes, subgroups } from '#db/schema/indicators';
import { indicatorTemplates } from '~/indicators/templates';
import { action as writeComment } from '~/routes/conversations/thing';
import { action as archive } from '~/routes/indicators/archive';
import { action as bringBack } from '~/routes/indicators/bring-back';
import { action as editGroups, loader as groupsPage } from '~/routes/indicators/groups';
import { loader as list } from '~/routes/indicators/list';
import { loader as newPage } from '~/routes/indicators/new';
import { loader as numbersPage, action as save } from '~/routes/indicators/numbers';
import { action as editOutcomes, loader as outcomesPage } from '~/routes/indicators/outcomes';
import { action as revise, loader as revisionsPage } from '~/routes/indicators/revisions';
import Indicator, { loader as show } from '~/routes/indicators/show';
import { withDatabase } from '../support/database';
import { drawnPage } from '../support/drawn-form';
import {
  aDimension,
  aFactor,
  anIndicator,
  anIndicatorAction,
  anObservation,
  anOutcome,
  aPartner,
  aPartnerRole,
  theCast,
} from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

type Handler = (args: LoaderFunctionArgs) => unknown;

async function aStage() {
  const cast = await theCast();
  const indicator = await anIndicator(cast.community.id, { name: 'Graduated in four years' });
  const { dimension, groups } = await aDimension(cast.community.id, 'Race and ethnicity', ['Black', 'White']);
  const idOf = (name: string) => groups.get(name)?.id ?? '';
  const cookie = await signedIn(cast.leader.id);
  return { ...cast, indicator, dimension, idOf, cookie, params: { indicatorId: indicator.id } };
}

const deeds = async () => (await db.select().from(history)).map(({ deed }) => deed);

test('a leader types the numbers of one period, for everyone and each group', async () => {
  const { idOf, cookie, params, indicator, dimension } = await aStage();
  const page = await get(numbersPage, '/x?period=2025-26', { cookie, params });
  expect(page.data.rows.map((row: { name: string }) => row.name)).toEqual(['Everyone', 'Black', 'White']);
  const [black, white] = [idOf('Black'), idOf('White')];
  const fields = {
    period: '2025-26',
    split: dimension.id,
    ...rowFields('all', { numerator: '540', denominator: '650', source: 'State report card' }),
    ...rowFields(black, { numerator: '*', denominator: '9', note: 'Too few' }),
    ...rowFields(white, { value: '88.5', marginOfError: '1.2' }),
  };
  const answer = await post(save, '/x', fields, { cookie, params });
  expect(answer.location).toBe(`/indicators/${indicator.id}/numbers?period=2025-26&split=${dimension.id}`);
  const rows = await db.select().from(observations);
  expect(rows).toHaveLength(3);
  expect(rows.find(({ subgroupId }) => subgroupId === null)).toMatchObject({
    period: '2025-26',
    periodStart: '2025-07-01',
    numerator: 540,
    denominator: 650,
    source: 'State report card',
  });
  expect(rows.find(({ subgroupId }) => subgroupId === black)).toMatchObject({
    isSuppressed: true,
    numerator: null,
    denominator: 9,
    note: 'Too few',
  });
  expect(rows.find(({ subgroupId }) => subgroupId === white)).toMatchObject({
    value: 88.5,
    marginOfError: 1.2,
  });
  expect(await deeds()).toContain('entered 3 numbers of “Graduated in four years” for 2025–26');
  const shown = await get(show, '/x', { cookie, params });
  expect(shown.data.page.overall.latest).toMatchObject({ label: '2025–26' });

  const again = await get(numbersPage, '/x?period=2025–26', { cookie, params });
  const everyone = again.data.rows[0];
  expect(everyone.typed).toMatchObject({ numerator: '540', denominator: '650' });
  const emptied = {
    period: '2025-26',
    split: dimension.id,
    ...rowFields('all', { was: everyone.typed.was }),
  };
  await post(save, '/x', emptied, { cookie, params });
  expect(await db.select().from(observations)).toHaveLength(2);
  expect((await deeds()).at(-1)).toBe('took out 1 number of “Graduated in four years” for 2025–26');
});

const rowFields = (name: string, some: Record<string, string>) =>
  Object.fromEntries(
    Object.entries({
      numerator: '',
      denominator: '',
      value: '',
      marginOfError: '',
      source: '',
      note: '',
      was: '',
      ...some,
    }).map(([field, value]) => [`${name}.${field}`, value]),
  );

test('a wrong row keeps everything that was typed, and nothing is saved', async () => {
  const { cookie, params, dimension, idOf } = await aStage();
  const fields = {
    period: '2025-26',
    split: dimension.id,
    ...rowFields('all', { numerator: '540', denominator: '650' }),
    ...rowFields(idOf('Black'), { numerator: '60', denominator: '50' }),
  };
  const answer = await post(save, '/x', fields, { cookie, params });
  expect(answer.status).toBe(422);
  expect(answer.data.rows[0].typed.numerator).toBe('540');
  expect(answer.data.rows[1].errors).toEqual({ numerator: 'More than there are: 60 of 50.' });
  expect(await db.select().from(observations)).toHaveLength(0);
  const period = await post(save, '/x', { ...fields, period: 'soon' }, { cookie, params });
  expect(period.status).toBe(422);
  expect(period.data.wrongPeriod).toBe('soon');
});

test('numbers typed for a group that was taken out meanwhile are told, and nothing is saved until they were read', async () => {
  const { idOf, cookie, params, dimension } = await aStage();
  const [black, white] = [idOf('Black'), idOf('White')];
  const where = { period: '2025-26', split: dimension.id };
  const fields = {
    ...where,
    ...rowFields('all', { numerator: '540', denominator: '650' }),
    ...rowFields(black, { numerator: '20', denominator: '40' }),
    [`${black}.name`]: 'Black',
    ...rowFields(white, { numerator: '30', denominator: '40' }),
  };
  await post(editGroups, '/x', { deed: 'take out', id: black }, { cookie });
  const refused = await post(save, '/x', fields, { cookie, params });
  expect(refused.status).toBe(422);
  expect(refused.data.gone).toEqual([
    '“Black” was taken out after you opened the page. You had typed for it: How many 20, Out of 40.',
  ]);
  expect(await db.select().from(observations)).toEqual([]);
  const rows = refused.data.rows as { id: string | null; typed: Record<string, string> }[];
  expect(rows.map(({ id, typed }) => [id, typed.numerator])).toEqual([
    [null, '540'],
    [white, '30'],
  ]);
  await post(editGroups, '/x', { deed: 'take out', id: white }, { cookie });
  // With its last group the split is gone from the page: what was typed for it is still told.
  const again = await post(save, '/x', fields, { cookie, params });
  expect(again.data.gone).toHaveLength(2);
  const everyone = { ...where, ...rowFields('all', { numerator: '540', denominator: '650' }) };
  expect((await post(save, '/x', everyone, { cookie, params })).status).toBe(302);
  expect(await db.select().from(observations)).toHaveLength(1);
});

test('the page opens on the period that comes next, by how often there is a number', async () => {
  const { cookie, params, indicator } = await aStage();
  await anObservation(indicator.id, { period: '2020-21', value: 70 });
  const next = async () => (await get(numbersPage, '/x', { cookie, params })).data.period.key;
  expect(await next()).toBe('2021-22');
  await db.update(indicators).set({ everyYears: 2 }).where(eq(indicators.id, indicator.id));
  expect(await next()).toBe('2022-23');
  const wrong = await get(numbersPage, '/x?period=soon', { cookie, params });
  expect(wrong.data.wrongPeriod).toBe('soon');
});

test('outcomes are added, renamed, moved and taken out, with a line in history each', async () => {
  const { cookie, community, indicator } = await aStage();
  const list = async () =>
    (await get(outcomesPage, '/x', { cookie })).data.outcomes as { id: string; name: string }[];
  await post(editOutcomes, '/x', { deed: 'add', name: 'Housing' }, { cookie });
  await post(editOutcomes, '/x', { deed: 'add', name: 'Healthy births' }, { cookie });
  const births = (await list()).find(({ name }) => name === 'Healthy births');
  await post(editOutcomes, '/x', { deed: 'up', id: births?.id ?? '' }, { cookie });
  expect((await list()).map(({ name }) => name).slice(-2)).toEqual(['Healthy births', 'Housing']);
  await post(editOutcomes, '/x', { deed: 'rename', id: births?.id ?? '', name: 'Born healthy' }, { cookie });
  const taken = await post(editOutcomes, '/x', { deed: 'add', name: ' housing ' }, { cookie });
  expect(taken.data.error).toEqual({ name: ['There is an outcome of that name.'] });
  const used = await post(editOutcomes, '/x', { deed: 'take out', id: indicator.outcomeId }, { cookie });
  expect(used.status).toBe(422);
  expect(used.data.error['']?.[0]).toMatch(/so it stays\.$/);
  await post(editOutcomes, '/x', { deed: 'take out', id: births?.id ?? '' }, { cookie });
  expect((await list()).map(({ name }) => name).at(-1)).toBe('Housing');
  expect((await deeds()).filter((deed) => deed.includes('outcome'))).toEqual([
    'added the outcome “Housing”',
    'added the outcome “Healthy births”',
    'moved the outcome “Healthy births” before “Housing”',
    'renamed the outcome “Healthy births” to “Born healthy”',
    'took out the outcome “Born healthy”',
  ]);
  expect(community.id).toBeTruthy();
  const elsewhere = await anOutcome((await theCast()).community.id);
  expect((await post(editOutcomes, '/x', { deed: 'take out', id: elsewhere.id }, { cookie })).status).toBe(
    404,
  );
  expect(await db.select().from(outcomes).where(eq(outcomes.id, elsewhere.id))).toHaveLength(1);
});

test('splits and their groups are added, renamed, moved and taken out', async () => {
  const { cookie, dimension, idOf, indicator } = await aStage();
  const splits = async () =>
    (await get(groupsPage, '/x', { cookie })).data.splits as {
      id: string;
      name: string;
      groups: { name: string }[];
    }[];
  const names = async () =>
    (await splits()).find(({ id }) => id === dimension.id)?.groups.map(({ name }) => name);
  await post(editGroups, '/x', { deed: 'add', name: 'Foster care' }, { cookie });
  expect((await splits()).at(-1)?.name).toBe('Foster care');
  await post(editGroups, '/x', { deed: 'add group', splitId: dimension.id, name: 'Asian' }, { cookie });
  const person = { deed: 'add group', splitId: dimension.id, name: 'Maria Lopez' };
  const refused = await post(editGroups, '/x', person, { cookie });
  expect(refused.data.error.name[0]).toMatch(/^“Maria Lopez” looks like one person\./);
  expect(await names()).toEqual(['Black', 'White', 'Asian']);
  const asian = (await db.select().from(subgroups).where(eq(subgroups.name, 'Asian')))[0]?.id ?? '';
  await post(editGroups, '/x', { deed: 'up', id: asian }, { cookie });
  expect(await names()).toEqual(['Black', 'Asian', 'White']);
  await post(editGroups, '/x', { deed: 'rename', id: asian, name: 'Asian American' }, { cookie });
  const twice = await post(editGroups, '/x', { deed: 'rename', id: asian, name: 'white' }, { cookie });
  expect(twice.data.error).toEqual({ name: ['There is a group of that name.'] });
  await anObservation(indicator.id, { period: '2025-26', subgroupId: idOf('White'), value: 80 });
  const kept = await post(editGroups, '/x', { deed: 'take out', id: idOf('White') }, { cookie });
  expect(kept.data.error['']).toEqual(['There are numbers of “White”, so it stays.']);
  await post(editGroups, '/x', { deed: 'take out', id: asian }, { cookie });
  expect(await names()).toEqual(['Black', 'White']);
  const full = await post(editGroups, '/x', { deed: 'take out', id: dimension.id }, { cookie });
  expect(full.data.error['']).toEqual(['Take the groups of “Race and ethnicity” out first.']);
  const foster = (await splits()).at(-1)?.id ?? '';
  await post(editGroups, '/x', { deed: 'up', id: foster }, { cookie });
  expect((await splits()).map(({ name }) => name).indexOf('Foster care')).toBe((await splits()).length - 2);
  await post(editGroups, '/x', { deed: 'take out', id: foster }, { cookie });
  expect((await db.select().from(dimensions)).some(({ name }) => name === 'Foster care')).toBe(false);
  const other = await aDimension((await theCast()).community.id, 'Gender', ['Boys']);
  const foreign = { deed: 'rename', id: other.groups.get('Boys')?.id ?? '', name: 'X' };
  expect((await post(editGroups, '/x', foreign, { cookie })).status).toBe(404);
});

test('a change of what is counted is a break on the series, with who marked it and when', async () => {
  const { cookie, params, indicator } = await aStage();
  await anObservation(indicator.id, { period: '2020-21', value: 80 });
  await anObservation(indicator.id, { period: '2022-23', value: 60 });
  await anObservation(indicator.id, { period: '2025-26', value: 66 });
  const before = await get(show, '/x', { cookie, params });
  expect(before.data.page.overall.movement.status).toBe('worsened');
  const fields = { deed: 'add', period: 'SY23', what: 'A new test with a higher bar.' };
  expect((await post(revise, '/x', fields, { cookie, params })).status).toBe(302);
  const after = await get(show, '/x', { cookie, params });
  expect(after.data.page.overall.movement.status).toBe('improved');
  expect(after.data.page.overall.breaks).toEqual([
    { index: 2, words: 'Counted differently from 2022–23 on: A new test with a higher bar.' },
  ]);
  expect(after.data.lines[0].deed).toBe(
    'marked that “Graduated in four years” is counted differently from 2022–23 on',
  );
  expect((await post(revise, '/x', fields, { cookie, params })).data.error.period[0]).toMatch(
    /is in the list/,
  );
  const wrong = await post(revise, '/x', { ...fields, period: '2016-03' }, { cookie, params });
  expect(wrong.data.error.period).toEqual(['Write a school year, such as 2025-26.']);
  await post(revise, '/x', { deed: 'take out', period: '2022-23' }, { cookie, params });
  expect((await get(revisionsPage, '/x', { cookie, params })).data.indicator.revisions).toEqual([]);
  expect((await post(revise, '/x', { deed: 'take out', period: '2022-23' }, { cookie, params })).status).toBe(
    404,
  );
});

test('each outcome has common indicators to start from', async () => {
  const { cookie, community } = await aStage();
  const outcome = await anOutcome(community.id, { name: 'Employment' });
  const page = await get(newPage, '/indicators/new?template=wage', { cookie });
  expect(page.data.values).toMatchObject({ unit: 'money', periodKind: 'year', outcomeId: outcome.id });
  expect((await get(newPage, '/indicators/new?template=nothing', { cookie })).data.template).toBeNull();
  const perOutcome = new Map<string, number>();
  for (const { outcome: of } of indicatorTemplates) perOutcome.set(of, (perOutcome.get(of) ?? 0) + 1);
  expect([...perOutcome.values()].every((count) => count >= 2)).toBe(true);
  expect(perOutcome.size).toBe(7);
  expect(new Set(indicatorTemplates.map(({ key }) => key)).size).toBe(indicatorTemplates.length);
});

test('a member may do none of it', async () => {
  const { member, params } = await aStage();
  const cookie = await signedIn(member.id);
  for (const page of [numbersPage, revisionsPage])
    expect((await get(page, '/x', { cookie, params })).status).toBe(403);
  for (const page of [outcomesPage, groupsPage]) expect((await get(page, '/x', { cookie })).status).toBe(403);
  expect((await post(save, '/x', { period: '2025-26' }, { cookie, params })).status).toBe(403);
  expect((await post(editOutcomes, '/x', { deed: 'add', name: 'X' }, { cookie })).status).toBe(403);
});

test('an archived indicator leaves the scoreboard, keeps its numbers, and comes back', async () => {
  const { cookie, params, indicator, member } = await aStage();
  await anObservation(indicator.id, { period: '2025-26', value: 80 });
  expect((await post(archive, '/x', {}, { cookie: await signedIn(member.id), params })).status).toBe(403);
  expect((await post(archive, '/x', {}, { cookie, params })).location).toBe('/indicators');
  await post(archive, '/x', {}, { cookie, params });
  expect((await get(list, '/indicators', { cookie })).data.isEmpty).toBe(true);
  const { archived } = (await get(outcomesPage, '/x', { cookie })).data;
  expect(archived).toEqual([{ id: indicator.id, name: 'Graduated in four years' }]);
  expect((await post(bringBack, '/x', {}, { cookie, params })).location).toBe(`/indicators/${indicator.id}`);
  expect((await get(list, '/indicators', { cookie })).data.isEmpty).toBe(false);
  expect(await db.select().from(observations)).toHaveLength(1);
  expect(await deeds()).toEqual([
    'archived the indicator “Graduated in four years”',
    'brought back the indicator “Graduated in four years”',
  ]);
});

test('an archived indicator says so, is only read, and a leader brings it back from its page', async () => {
  const { community, indicator, params, cookie, member } = await aStage();
  const factor = await aFactor(indicator.id);
  const role = await aPartnerRole(indicator.id, (await aPartner(community.id)).id);
  const step = await anIndicatorAction(indicator.id);
  await post(archive, '/x', {}, { cookie, params });
  const all = { ...params, factorId: factor.id, roleId: role.id, actionId: step.id };
  const addresses = import.meta.glob<{ action?: Handler; loader?: Handler }>(
    '../../app/routes/indicators/*.{ts,tsx}',
  );
  const refused = [
    'edit',
    'revisions',
    'numbers',
    'bring-file',
    'story',
    'story-versions',
    'new-action',
    'action',
  ];
  const others = [
    'action-done',
    'action-away',
    'new-factor',
    'factor',
    'factor-away',
    'factor-vote',
    'reference',
  ];
  for (const name of [
    ...refused,
    ...others,
    'new-partner',
    'partner',
    'partner-away',
    'undo-import',
    'archive',
  ]) {
    const file = Object.keys(addresses).find((one) => one.replace(/\.tsx?$/, '').endsWith(`/${name}`)) ?? '';
    const action = (await addresses[file]?.())?.action;
    expect(action, name).toBeDefined();
    const { status } = await post(action as Handler, '/x', {}, { cookie, params: all });
    expect([name, status]).toEqual([name, name === 'archive' ? 302 : 403]);
  }
  const comment = { thing: 'indicator', thingId: indicator.id };
  expect((await post(writeComment, '/x', { body: 'Why?' }, { cookie, params: comment })).status).toBe(403);

  const page = await get(show, '/x', { cookie, params });
  const open = ['mayEdit', 'mayWrite', 'mayVote', 'mayStartTeams'].filter((name) => page.data[name]);
  expect([page.status, open, page.data.talk.mayWrite]).toEqual([200, [], false]);
  const drawn = drawnPage(Indicator, page.data);
  expect(drawn).toContain('This indicator was archived on');
  expect([...drawn.matchAll(/<form[^>]* method="post"[^>]* action="([^"]*)"/g)].map(([, to]) => to)).toEqual([
    `/indicators/${indicator.id}/bring-back`,
  ]);
  expect((await get(list, '/indicators', { cookie })).data.archived).toBe(1);
  const low = await signedIn(member.id);
  expect((await get(show, '/x', { cookie: low, params })).data.mayBringBack).toBe(false);
  expect((await post(bringBack, '/x', {}, { cookie: low, params })).status).toBe(403);
  expect((await post(bringBack, '/x', {}, { cookie, params })).location).toBe(`/indicators/${indicator.id}`);
  const back = (await get(show, '/x', { cookie, params })).data;
  expect([back.archivedOn, back.mayEdit, back.talk.mayWrite]).toEqual([null, true, true]);
});

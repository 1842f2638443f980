import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { imports } from '#db/schema/imports';
import { dimensions, observations, referenceGroups, subgroups } from '#db/schema/indicators';
import { readFlash } from '~/http/flash.server';
import { groupKey, isGroupKey } from '~/indicators/group-places';
import { action as bring } from '~/routes/indicators/bring-file';
import { loader as preview, action as save } from '~/routes/indicators/preview-import';
import { loader as show } from '~/routes/indicators/show';
import { action as undo } from '~/routes/indicators/undo-import';
import { asFile } from '../indicators/files';
import { withDatabase } from '../support/database';
import { aDimension, anIndicator, anObservation, theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

const race = [
  'Black',
  'Latino',
  'White',
  'Asian',
  'Two or more races',
  'Native American',
  'Pacific Islander',
];
const names = [
  'African American',
  'Hispanic',
  'White',
  'Asian',
  'Native Hawaiian/Pacific Islander',
  'Martian',
];
const fileOf = (groups: string[], header = 'Student Group', rates: number[] = []) =>
  asFile(
    [
      `${header},School Year,Rate`,
      'All Students,2015-16,70',
      ...groups.map((group, at) => `"${group}",2015-16,${rates[at] ?? 60 + at}`),
    ].join('\n'),
    'state.csv',
  );

async function aStage() {
  const cast = await theCast();
  const indicator = await anIndicator(cast.community.id, { name: 'Graduated in four years' });
  const { dimension, groups } = await aDimension(cast.community.id, 'Race and ethnicity', race);
  const stage = { cookie: await signedIn(cast.leader.id), params: { indicatorId: indicator.id } };
  return { ...cast, ...stage, indicator, dimension, groups };
}
type Stage = Awaited<ReturnType<typeof aStage>>;

async function broughtTo(stage: Pick<Stage, 'cookie' | 'params'>, file: File) {
  const answer = await post(bring, '/x', { file }, stage);
  expect(answer.status, JSON.stringify(answer.data)).toBe(302);
  const there = {
    cookie: stage.cookie,
    params: { ...stage.params, importId: answer.location?.split('/').at(-1) ?? '' },
  };
  return {
    look: async (search = '') => (await get(preview, `/x${search && `?${search}`}`, there)).data.file.preview,
    keep: (choices: string, more = {}) => post(save, '/x', { choices, ...more }, there),
    takeBack: () => post(undo, '/x', {}, there),
  };
}

async function savedFrom(stage: Pick<Stage, 'cookie' | 'params'>, file: File) {
  const brought = await broughtTo(stage, file);
  const answer = await brought.keep((await brought.look()).address);
  expect(answer.status, JSON.stringify(answer.data)).toBe(302);
  return { ...brought, answer };
}

const groupsKept = async () => (await db.select().from(subgroups)).map(({ name }) => name);
const splitsKept = async () => (await db.select().from(dimensions)).map(({ name }) => name);
const changed = (address: string, name: string, becomes: string) => {
  const search = new URLSearchParams(address);
  search.set(groupKey(name), becomes);
  return search.toString();
};
const flashOf = (answer: { headers: Headers }) => {
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return readFlash(new Request('http://localhost/', { headers: { cookie } }));
};
const said = async (answer: { headers: Headers }) => (await flashOf(answer))?.sentence;

test('a file’s groups are proposed to be the community’s by their other names, in its own split; a new one is said', async () => {
  const stage = await aStage();
  const { look, keep } = await broughtTo(stage, fileOf(names));
  const seen = await look();
  expect(seen.choices).toMatchObject({ dimensionId: stage.dimension.id, newDimension: '' });
  expect(seen.places.others).toEqual([
    { name: 'African American', as: 'Black' },
    { name: 'Hispanic', as: 'Latino' },
    { name: 'Native Hawaiian/Pacific Islander', as: 'Pacific Islander' },
  ]);
  expect(seen.places).toMatchObject({ news: ['Martian'], newSplit: '', leftOut: [] });
  expect(seen.groups.map(({ name }: { name: string }) => name)).toEqual([
    ...['Everyone', 'Black', 'Latino', 'White', 'Asian', 'Pacific Islander', 'Martian'],
  ]);
  const answer = await keep(seen.address);
  expect(await said(answer)).toBe('Saved 7 values. New in this community: Martian.');
  expect(await groupsKept()).toEqual([...race, 'Martian']);
  expect(await splitsKept()).toEqual(['Race and ethnicity']);
  const page = await get(show, '/x', stage);
  expect(page.data.lines[0].deed).toBe('saved “state.csv”, 7 values; new in this community: Martian');
});

test('somebody says what a group becomes: another group, a new one, or nothing; the next file is read so too', async () => {
  const stage = await aStage();
  const { look, keep } = await broughtTo(stage, fileOf(names));
  let address = changed((await look()).address, 'Martian', 'out');
  address = changed(address, 'Hispanic', 'new');
  address = changed(address, 'Asian', stage.groups.get('Two or more races')?.id ?? '');
  const seen = await look(address);
  expect(seen.places).toMatchObject({ news: ['Hispanic'], leftOut: ['Martian'] });
  expect((await keep(seen.address)).status).toBe(302);
  expect(await groupsKept()).toEqual([...race, 'Hispanic']);
  expect(await db.select().from(observations)).toHaveLength(6);

  const next = await (await broughtTo(stage, fileOf([...names, 'Venusian']))).look();
  expect(next.places).toMatchObject({ news: ['Venusian'], leftOut: ['Martian'] });
  expect(next.counts).toMatchObject({ added: 1, unchanged: 6 });
});

test('what was said of a group stays said while a file comes without it', async () => {
  const stage = await aStage();
  const { look, keep } = await broughtTo(stage, fileOf(names));
  await keep(changed((await look()).address, 'Martian', 'out'));
  const between = await broughtTo(stage, fileOf(names.slice(0, 5), 'Student Group', [1, 2, 3, 4, 5]));
  // As the form sends it: what is asked, and what it keeps hidden.
  const first = await between.look();
  const sent = new URLSearchParams(first.address);
  for (const key of [...sent.keys()].filter(isGroupKey)) sent.delete(key);
  for (const { key, becomes } of first.places.rows) sent.set(key, becomes);
  for (const [key, becomes] of first.places.absent) sent.set(key, becomes);
  await between.keep((await between.look(sent.toString())).address);
  expect((await (await broughtTo(stage, fileOf(names))).look()).places.leftOut).toEqual(['Martian']);
});

test('two names of a file that become one group are asked about where their numbers differ', async () => {
  const stage = await aStage();
  const differ = await broughtTo(
    stage,
    fileOf(['Black', 'African American', 'White'], 'Group', [61, 62, 80]),
  );
  const asked = await differ.look();
  expect(asked.problems).toEqual([
    'Some rows give different numbers for the same period. Say which of them counts.',
  ]);
  expect(asked.repeats).toEqual([{ line: 4, before: 3, about: 'Black in 2015–16' }]);
  expect((await differ.keep(asked.address)).status).toBe(422);
  const last = await differ.look(`${asked.address}&repeats=last`);
  expect(last.counts).toMatchObject({ added: 3 });
  const agree = await broughtTo(stage, fileOf(['Black', 'African American', 'White'], 'Group', [61, 61, 80]));
  expect((await agree.look()).counts).toMatchObject({ added: 3 });
});

test('choosing another split than was looked at proposes the groups of that split', async () => {
  const stage = await aStage();
  const { look } = await broughtTo(stage, fileOf(['African American', 'Martian', 'Venusian']));
  const first = await look();
  expect(first.choices).toMatchObject({ dimensionId: '', newDimension: 'Student Group' });
  expect(first.places).toMatchObject({ news: ['Martian', 'Venusian'], newSplit: 'Student Group' });
  const typed = new URLSearchParams(first.address);
  typed.set('newDimension', 'Heritage');
  expect((await look(typed.toString())).places).toMatchObject({
    news: ['African American', 'Martian', 'Venusian'],
    newSplit: 'Heritage',
    others: [],
  });
  typed.set('dimension', stage.dimension.id);
  expect((await look(typed.toString())).places).toMatchObject({
    news: ['Martian', 'Venusian'],
    others: [{ name: 'African American', as: 'Black' }],
  });
});

test('groups that go by well-known names are found in the splits they are kept in', async () => {
  const stage = await aStage();
  await aDimension(stage.community.id, 'Gender', ['Female', 'Male']);
  await aDimension(stage.community.id, 'Language', ['English learner', 'Not an English learner']);
  const mixed = [
    'Black or African American',
    'Hispanic',
    'Girls',
    'Boys',
    'ELL',
    'Students with disabilities',
  ];
  const { look, keep } = await broughtTo(stage, fileOf(mixed));
  const seen = await look();
  expect(seen.places).toMatchObject({ news: ['Students with disabilities'], newSplit: 'Student Group' });
  expect((await keep(changed(seen.address, 'Students with disabilities', 'out'))).status).toBe(302);
  expect(await splitsKept()).toEqual(['Race and ethnicity', 'Gender', 'Language']);
  expect(await db.select().from(observations)).toHaveLength(6);
});

test('a new group that looks like a person is refused, until it is left out', async () => {
  const stage = await aStage();
  const { look, keep } = await broughtTo(stage, fileOf(['Black', 'White', 'Maria Lopez']));
  const seen = await look();
  expect(seen.problems).toEqual([
    '“Maria Lopez” looks like one person. Upcurve keeps counts of groups. If it is a place, say so: “Maria Lopez School”.',
  ]);
  expect((await keep(seen.address)).status).toBe(422);
  const without = await look(changed(seen.address, 'Maria Lopez', 'out'));
  expect(without.problems).toEqual([]);
  expect((await keep(without.address)).status).toBe(302);
  expect(await groupsKept()).toEqual(race);
});

test('taking an import back takes out the groups it made, and says so', async () => {
  const stage = await aStage();
  const { takeBack } = await savedFrom(stage, fileOf(['Black', 'White', 'Latino', 'Martian', 'Venusian']));
  const answer = await takeBack();
  expect(await said(answer)).toBe(
    '“state.csv” is taken back: 6 numbers are as before. 2 groups that it made are gone too: Martian and Venusian.',
  );
  expect(await groupsKept()).toEqual(race);
  expect(await db.select().from(observations)).toEqual([]);
  const page = await get(show, '/x', stage);
  expect(page.data.lines[0].deed).toBe(
    'took back the import of “state.csv”: 6 numbers are as before; 2 groups that it made are gone',
  );
  // The choices that are remembered name groups that are gone.
  const again = await (await broughtTo(stage, fileOf(['Black', 'White', 'Latino', 'Martian']))).look();
  expect(again.places.news).toEqual(['Martian']);
});

test('a split that an import made goes with its groups', async () => {
  const stage = await aStage();
  const { takeBack } = await savedFrom(stage, fileOf(['Martian', 'Venusian'], 'Planet'));
  expect(await splitsKept()).toEqual(['Race and ethnicity', 'Planet']);
  expect(await said(await takeBack())).toBe(
    '“state.csv” is taken back: 3 numbers are as before. The split “Planet” that it made is gone too, with its groups Martian and Venusian.',
  );
  expect(await splitsKept()).toEqual(['Race and ethnicity']);
});

test('groups that are used by now stay: by another indicator’s number, or to compare with', async () => {
  const stage = await aStage();
  const { takeBack } = await savedFrom(stage, fileOf(['Martian', 'Venusian', 'Jovian'], 'Planet'));
  const idOf = async (name: string) =>
    (await db
      .select()
      .from(subgroups)
      .where(eq(subgroups.name, name))
      .get()) as typeof subgroups.$inferSelect;
  const other = await anIndicator(stage.community.id);
  const [martian, venusian] = [await idOf('Martian'), await idOf('Venusian')];
  await anObservation(other.id, { period: '2015-16', subgroupId: martian.id, value: 3 });
  await db
    .insert(referenceGroups)
    .values({ indicatorId: other.id, dimensionId: venusian.dimensionId, subgroupId: venusian.id });
  expect(await said(await takeBack())).toBe(
    '“state.csv” is taken back: 4 numbers are as before. 1 group that it made is gone too: Jovian. Martian and Venusian stay: they are used by now.',
  );
  expect(await groupsKept()).toEqual([...race, 'Martian', 'Venusian']);
  expect(await splitsKept()).toEqual(['Race and ethnicity', 'Planet']);
});

test('a group that was here before an import stays when it is taken back', async () => {
  const stage = await aStage();
  const { takeBack } = await savedFrom(stage, fileOf(names.slice(0, 5)));
  expect(await said(await takeBack())).toBe('“state.csv” is taken back: 6 numbers are as before.');
  expect(await groupsKept()).toEqual(race);
});

test('a fault while groups are taken out leaves the import as it was', async () => {
  const stage = await aStage();
  const { takeBack } = await savedFrom(stage, fileOf(['Black', 'White', 'Latino', 'Martian']));
  await db.run(sql`create trigger fault before delete on subgroups
    begin select raise(abort, 'the disk is gone'); end`);
  await expect(takeBack()).rejects.toThrow();
  expect(await db.select().from(observations)).toHaveLength(5);
  expect(await db.select().from(imports)).toMatchObject([{ undoneAt: null }]);
  await db.run(sql`drop trigger fault`);
  expect((await takeBack()).status).toBe(302);
  expect(await groupsKept()).toEqual(race);
});

test('a group that is taken out between looking and saving is said; one made meanwhile is used', async () => {
  const stage = await aStage();
  const { look, keep } = await broughtTo(stage, fileOf(['Black', 'White', 'Latino', 'Martian']));
  const { address } = await look();
  const martian = await db
    .insert(subgroups)
    .values({ dimensionId: stage.dimension.id, name: 'martian', position: 9 })
    .returning()
    .get();
  expect((await keep(address)).status).toBe(302);
  expect(await groupsKept()).toEqual([...race, 'martian']);
  expect(await db.select().from(observations).where(eq(observations.subgroupId, martian.id))).toHaveLength(1);
});

test('after an import, and in its line of history, a link leads to where it can be taken back', async () => {
  const stage = await aStage();
  const { answer, takeBack } = await savedFrom(stage, fileOf(names));
  const place = `/indicators/${stage.indicator.id}/import#past`;
  expect((await flashOf(answer))?.link).toEqual({ href: place, label: 'Take it back' });
  const shown = async (cookie = stage.cookie) => (await get(show, '/x', { ...stage, cookie })).data;
  const { lines, standing } = await shown();
  expect(standing).toEqual([lines[0].importId]);
  expect((await shown(await signedIn(stage.member.id))).standing).toEqual([]);
  await takeBack();
  expect((await shown()).standing).toEqual([]);
});

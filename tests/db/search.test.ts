import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { db } from '#db/client.server';
import { cycleDecisions, cycleNotes, cycleQuestions, cycles } from '#db/schema/cycles';
import { indicators } from '#db/schema/indicators';
import { measures } from '#db/schema/measures';
import { practices } from '#db/schema/practices';
import { teams } from '#db/schema/teams';
import { changeIdeas, drivers } from '#db/schema/theories';
import { findAlike, findWords, forgetRemovedWords } from '#db/search.server';
import { everyWord, tellingWords, wordsOf } from '#db/search-query';
import { database, withDatabase } from '../support/database';
import {
  aCommunity,
  aCycle,
  aDecision,
  aMeasure,
  anIdea,
  anIndicator,
  aPractice,
  aQuestion,
  aTeam,
} from '../support/factories';

withDatabase();

let communityId: string;
let team: Awaited<ReturnType<typeof aTeam>>;
beforeEach(async () => {
  communityId = (await aCommunity()).id;
  team = await aTeam(communityId, { name: 'Attendance Action Team', about: 'Nine people' });
});

const find = (typed: string) => findWords(communityId, typed, { most: 20 });
const kindsFor = async (typed: string) => (await find(typed)).map((one) => one.kind);
const plainly = (pieces: { text: string; isMarked: boolean }[]) =>
  pieces.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('');

describe('each kind of thing is found by its words, and no more once they are gone', () => {
  test('a team, its aim and its drivers', async () => {
    await db.update(teams).set({ aimForWhom: 'ninth graders at Lincoln' }).where(eq(teams.id, team.id));
    const driver = await db
      .insert(drivers)
      .values({ teamId: team.id, position: 1, name: 'Trusted adults' })
      .returning()
      .get();
    expect(await kindsFor('Lincoln')).toEqual(['team']);
    expect(await kindsFor('trusted adults')).toEqual(['team']);
    await db.update(drivers).set({ name: 'Warm mornings' }).where(eq(drivers.id, driver.id));
    expect(await kindsFor('trusted')).toEqual([]);
    expect(await kindsFor('mornings')).toEqual(['team']);
    await db.delete(drivers).where(eq(drivers.id, driver.id));
    expect(await kindsFor('mornings')).toEqual([]);
  });

  test('an idea, and the cycles that carry its name', async () => {
    const idea = await anIdea(team, { name: 'Text home first', adaptation: 'In Somali too' });
    const cycle = await aCycle(team, { ideaId: idea.id, number: 7 });
    expect((await kindsFor('text')).sort()).toEqual(['cycle', 'idea']);
    expect((await find('cycle 7')).map((one) => one.id)).toEqual([cycle.id]);
    await db.update(changeIdeas).set({ name: 'Write a letter' }).where(eq(changeIdeas.id, idea.id));
    expect(await kindsFor('text')).toEqual([]);
    expect((await kindsFor('letter')).sort()).toEqual(['cycle', 'idea']);
  });

  test('a cycle, by what stands in any of its parts', async () => {
    const cycle = await aCycle(team, { learned: 'Grandmothers answer more often' });
    const question = await aQuestion(cycle.id, { question: 'Does a postcard help?', prediction: 'Hardly.' });
    await aDecision(cycle.id, { reason: 'Stamps cost too much' });
    await db
      .insert(cycleNotes)
      .values({ cycleId: cycle.id, onDate: '2026-09-14', text: 'Snow closed the road' });
    for (const words of ['grandmother', 'postcards', 'hardly', 'stamp', 'snow road']) {
      expect(await kindsFor(words), words).toEqual(['cycle']);
    }
    await db.update(cycles).set({ learned: 'Nothing yet' }).where(eq(cycles.id, cycle.id));
    await db
      .update(cycleQuestions)
      .set({ question: 'Does a visit help?' })
      .where(eq(cycleQuestions.id, question.id));
    await db.update(cycleNotes).set({ takenOutAt: '2026-09-15T08:00:00.000Z' });
    await db.delete(cycleDecisions);
    for (const words of ['grandmother', 'postcards', 'snow', 'stamp']) {
      expect(await kindsFor(words), words).toEqual([]);
    }
    expect(await kindsFor('visit')).toEqual(['cycle']);
  });

  test('a measure, a practice and an indicator', async () => {
    const measure = await aMeasure(team, { name: 'Buses on time', definition: 'Within five minutes' });
    const practice = await aPractice(communityId, { name: 'Morning greeters', steps: 'Stand at the gate' });
    const indicator = await anIndicator(communityId, {
      name: 'Kindergarten readiness',
      source: 'State file',
    });
    expect((await find('five minutes')).map((one) => one.id)).toEqual([measure.id]);
    expect((await find('gate')).map((one) => one.id)).toEqual([practice.id]);
    expect((await find('state file')).map((one) => one.id)).toEqual([indicator.id]);
    await db.delete(measures);
    await db.delete(practices);
    await db.delete(indicators);
    for (const words of ['bus', 'gate', 'state']) expect(await kindsFor(words), words).toEqual([]);
  });
});

test('plurals, other endings, capitals and accents are forgiven, and a beginning is enough', async () => {
  const idea = await anIdea(team, { name: 'Café visits for families in crisis' });
  for (const typed of [
    'cafe',
    'CAFÉ',
    'family',
    'Families',
    'family’s',
    'visit',
    'visiting',
    'visits cafe',
    'fam',
  ]) {
    expect(
      (await find(typed)).map((one) => one.id),
      typed,
    ).toContain(idea.id);
  }
});

test('a word that is half typed is found, though the index keeps it by its stem', async () => {
  for (const typed of ['attendanc', 'attendan', 'action attendanc']) {
    expect(await kindsFor(typed), typed).toEqual(['team']);
  }
  expect(await kindsFor('attendable')).toEqual(['team']);
  expect(await kindsFor('atrium')).toEqual([]);
});

test('every word has to be there, and a name counts more than a text', async () => {
  const inName = await anIdea(team, { name: 'Breakfast club' });
  const inText = await anIdea(team, {
    name: 'Open earlier',
    adaptation: 'With a breakfast, and a breakfast table',
  });
  expect((await find('breakfast')).map((one) => one.id)).toEqual([inName.id, inText.id]);
  expect((await find('breakfast club')).map((one) => one.id)).toEqual([inName.id]);
});

test('what was asked for is marked in name and words, and the rest is as it was written', async () => {
  await anIdea(team, { name: 'Text <b>home</b> & wait', adaptation: 'Homes with “two” phones' });
  const [found] = await find('home');
  expect(plainly(found?.name ?? [])).toBe('Text <b>[home]</b> & wait');
  expect(plainly(found?.snippet ?? [])).toBe('[Homes] with “two” phones');
  expect(found).toMatchObject({ team: 'Attendance Action Team', teamId: team.id, isArchived: false });
});

test('what is archived is found and says so, also where its team is', async () => {
  await anIdea(team, { name: 'Old letters', archivedAt: '2026-01-01T00:00:00.000Z' });
  const gone = await aTeam(communityId, { name: 'Summer Team', archivedAt: '2026-01-01T00:00:00.000Z' });
  await anIdea(gone, { name: 'New letters' });
  expect((await find('letters')).map((one) => one.isArchived)).toEqual([true, true]);
});

test('another community’s words are never found', async () => {
  const elsewhere = await aCommunity();
  const theirs = await aTeam(elsewhere.id, { name: 'Lakeside Lanterns' });
  await anIdea(theirs, { name: 'Lanterns for the evening' });
  expect(await find('lanterns')).toEqual([]);
  expect(await findAlike(communityId, 'Lanterns for the evening', 20)).toEqual([]);
  expect(await findWords(elsewhere.id, 'lanterns', { most: 20 })).toHaveLength(2);
});

test('the best of each kind come, with how many there are', async () => {
  for (let n = 0; n < 7; n++) await anIdea(team, { name: `Door hangers ${n}` });
  await aMeasure(team, { name: 'Door hangers hung' });
  const found = await findWords(communityId, 'door hanger', { most: 3 });
  expect(found.map((one) => `${one.kind} of ${one.ofKind}`).sort()).toEqual([
    'idea of 7',
    'idea of 7',
    'idea of 7',
    'measure of 1',
  ]);
  expect(await findWords(communityId, 'door hanger', { most: 20, kind: 'idea' })).toHaveLength(7);
});

const hostile = [
  '"',
  '""',
  '"attendance',
  'attendance"*',
  'AND',
  'attendance AND',
  'OR attendance OR',
  'NOT attendance',
  'NEAR(attendance team, 5)',
  'name:attendance',
  '{name words}: attendance',
  '^attendance',
  'attend*',
  '*',
  '-attendance',
  '+',
  '(',
  ')))((',
  "'; drop table teams; --",
  'attendance\u0000team',
  '\u0000',
  '😀',
  'attendance 😀 team',
  '\u0002attendance\u0003',
  '\ud800',
  '%',
  '_',
  '\\',
  'a',
  'a b c',
  'é',
  '٣',
  '出席',
  'attendance '.repeat(900),
  'x'.repeat(10_000),
  '"'.repeat(10_000),
];

test.each(hostile.map((typed) => [typed.slice(0, 30), typed]))(
  'typed text is words and never an order: %j',
  async (_, typed) => {
    await expect(find(typed)).resolves.toBeInstanceOf(Array);
    await expect(findAlike(communityId, typed, 20)).resolves.toBeInstanceOf(Array);
  },
);

test('no text at all can break the search', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (typed) => {
      expect(await find(typed)).toBeInstanceOf(Array);
      expect(await findAlike(communityId, typed, 20)).toBeInstanceOf(Array);
    }),
    { numRuns: 20 },
  );
}, 60_000);

test('what looks like an order to the index finds the words in it', async () => {
  for (const typed of [
    'NEAR(attendance team)',
    '"attendance',
    'name:attendance',
    '-attendance',
    '^attendance*',
  ]) {
    await anIdea(team, { name: 'Near and name' });
    const found = (await find(typed.replace(/near|name/gi, ''))).map((one) => one.id);
    expect(found, typed).toContain(team.id);
  }
});

test('words are cut from typed text: letters and digits, each once, lone letters left out', () => {
  expect(wordsOf('Don’t text a family’s phone; TEXT again!')).toEqual([
    'don',
    'text',
    'family',
    'phone',
    'again',
  ]);
  expect(wordsOf('a')).toEqual(['a']);
  expect(wordsOf('Cycle 3')).toEqual(['cycle', '3']);
  expect(everyWord('Cycle 3')).toBe('"cycle"* AND "3"');
  expect(everyWord(' … ')).toBeNull();
  expect(wordsOf('x'.repeat(99))).toEqual(['x'.repeat(40)]);
  expect(tellingWords('We will text the students at home before we call')).toEqual(['text', 'home', 'call']);
});

test('a sentence finds what has half of its telling words, most first', async () => {
  const same = await anIdea(team, { name: 'Text home before calling' });
  const near = await anIdea(team, { name: 'Text the grandparents' });
  await anIdea(team, { name: 'Ride the bus home' });
  const alike = await findAlike(communityId, 'Texting home, then we call the grandparents', 20);
  expect(alike.map((one) => one.id)).toEqual([same.id, near.id]);
  expect(alike[0]).toMatchObject({ kind: 'idea', words: 3 });
  expect(await findAlike(communityId, 'we will do it with them', 20)).toEqual([]);
});

test('rebuilt, the index finds the same', async () => {
  await anIdea(team, { name: 'Door hangers' });
  await forgetRemovedWords();
  expect(await kindsFor('hanger')).toEqual(['idea']);
  await expect(
    database().query.run("insert into search_words (search_words) values ('integrity-check')"),
  ).resolves.toBeDefined();
});

import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { db } from '#db/client.server';
import {
  cycleCounts,
  cycleDecisions,
  cycleFileContents,
  cycleFiles,
  cycleNotes,
  cycles,
  cycleVersions,
} from '#db/schema/cycles';
import { stageOf } from '~/cycles/stages';
import { loader as fresh, action as saveField } from '~/routes/cycles/field';
import { loader as filePage } from '~/routes/cycles/file';
import { action as addFile, loader as filesPage } from '~/routes/cycles/files';
import { loader as show } from '~/routes/cycles/show';
import { action as writeStudy } from '~/routes/cycles/study';
import { action as restore, loader as versionsPage } from '~/routes/cycles/versions';
import { withDatabase } from '../support/database';
import { aCycle, aMeasure, aQuestion, theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

type Cast = Awaited<ReturnType<typeof theCast>>;
let cast: Cast;
let member: string;
let coach: string;
beforeEach(async () => {
  cast = await theCast();
  member = await signedIn(cast.member.id);
  coach = await signedIn(cast.coach.id);
});

interface Change {
  field: string;
  text: string;
  version?: number;
}
const at = (cycleId: string) => ({ teamId: cast.team.id, cycleId });

async function save(cycleId: string, changes: Change[], { cookie = member, person = '' } = {}) {
  const fields = {
    changes: JSON.stringify(changes.map((change) => ({ version: 0, ...change }))),
    ...(person ? { person } : {}),
  };
  const answer = await post(saveField, '/x', fields, { cookie, params: at(cycleId) });
  return { status: answer.status, ...JSON.parse(answer.data) } as {
    status: number;
    answers: {
      field: string;
      state: string;
      version?: number;
      sentence?: string;
      theirs?: string;
      who?: string;
    }[];
  };
}
const row = async (id: string) => db.select().from(cycles).where(eq(cycles.id, id)).get();

test('a field is saved alone, by the rules of its form, and its version is counted', async () => {
  const cycle = await aCycle(cast.team, { dataPlan: 'Kept.' });
  await aQuestion(cycle.id);
  const first = await save(cycle.id, [{ field: 'objective', text: 'Text home.' }]);
  expect(first).toMatchObject({ status: 200, answers: [{ field: 'objective', state: 'saved', version: 1 }] });
  const second = await save(cycle.id, [{ field: 'objective', text: 'Text home by 2.', version: 1 }]);
  expect(second.answers).toMatchObject([{ state: 'saved', version: 2 }]);
  expect(await row(cycle.id)).toMatchObject({ objective: 'Text home by 2.', dataPlan: 'Kept.' });
});

test('one field that is wrong is said so, and holds up no other', async () => {
  const cycle = await aCycle(cast.team);
  await aQuestion(cycle.id);
  const { answers } = await save(cycle.id, [
    { field: 'endsOn', text: '2026-09-01' },
    { field: 'objective', text: 'Text home.' },
    { field: 'createdBy', text: 'me' },
  ]);
  const state = Object.fromEntries(answers.map((answer) => [answer.field, answer.sentence ?? answer.state]));
  expect(state).toEqual({
    endsOn: 'The last day cannot be before the first.',
    objective: 'saved',
    createdBy: 'Reload the page: this field is not known.',
  });
  expect(await row(cycle.id)).toMatchObject({ objective: 'Text home.', endsOn: null });
});

test('a second save on an old version is not applied, and answered with both texts', async () => {
  const cycle = await aCycle(cast.team, { observations: 'Old.' });
  await save(cycle.id, [{ field: 'observations', text: 'Hers.' }]);
  const late = await save(cycle.id, [{ field: 'observations', text: 'His.' }], { cookie: coach });
  expect(late).toMatchObject({
    status: 409,
    answers: [{ state: 'clash', version: 2, theirs: 'Hers.', who: cast.member.name }],
  });
  expect((await row(cycle.id))?.observations).toBe('Hers.');
  const chosen = await save(cycle.id, [{ field: 'observations', text: 'His.', version: 2 }], {
    cookie: coach,
  });
  expect(chosen.answers).toMatchObject([{ state: 'saved', version: 3 }]);
});

test('the same words from two people are no clash', async () => {
  const cycle = await aCycle(cast.team);
  await save(cycle.id, [{ field: 'surprises', text: 'None.' }]);
  const again = await save(cycle.id, [{ field: 'surprises', text: 'None.' }], { cookie: coach });
  expect(again).toMatchObject({ status: 200, answers: [{ state: 'saved', version: 1 }] });
});

test('what stood there before versions were kept becomes the first', async () => {
  const cycle = await aCycle(cast.team, { surprises: 'From before.' });
  await save(cycle.id, [{ field: 'surprises', text: 'New.' }]);
  const rows = await db.select().from(cycleVersions).where(eq(cycleVersions.field, 'surprises'));
  expect(rows.map(({ number, value, savedBy }) => [number, value, savedBy])).toEqual([
    [1, 'From before.', cycle.createdBy],
    [2, 'New.', cast.member.id],
  ]);
});

test('words of somebody else on this device are not saved as one’s own', async () => {
  const cycle = await aCycle(cast.team);
  const answer = await save(cycle.id, [{ field: 'surprises', text: 'Dana’s.' }], {
    cookie: coach,
    person: cast.member.id,
  });
  expect(answer.status).toBe(401);
  expect((await row(cycle.id))?.surprises).toBe('');
});

test('rows are saved under the ids they were typed with, and go when they are emptied', async () => {
  const cycle = await aCycle(cast.team);
  await aQuestion(cycle.id);
  const measure = await aMeasure(cast.team);
  const first = await save(cycle.id, [{ field: `predictions.${measure.id}.expected`, text: '80' }]);
  expect(first.answers).toMatchObject([
    { field: `predictions.${measure.id}.expected`, state: 'held' },
    { field: `predictions.${measure.id}.low`, sentence: 'Write the low end of the range.' },
    { field: `predictions.${measure.id}.high`, sentence: 'Write the high end of the range.' },
    { field: `predictions.${measure.id}.checkOn`, sentence: 'Choose the day you will check it.' },
  ]);
  const rest = { expected: '80', low: '70', high: '90', checkOn: '2026-10-02' };
  const { answers } = await save(cycle.id, [
    ...Object.entries(rest).map(([name, text]) => ({ field: `predictions.${measure.id}.${name}`, text })),
    { field: 'tasks.new_0.what', text: 'Send the text' },
    { field: 'questions.new_1.question', text: 'Is it too much work?' },
    { field: 'notes.new_2.text', text: 'Two asked for less.' },
    { field: 'counts.new_3.identified', text: '40' },
  ]);
  expect(answers.map(({ state }) => state)).toEqual(answers.map(() => 'saved'));
  const { data } = await get(show, '/x', { cookie: member, params: at(cycle.id) });
  expect(data.cycle).toMatchObject({
    predictions: [{ measureId: measure.id, low: 70 }],
    tasks: [{ id: 'new_0', what: 'Send the text' }],
    notes: [{ id: 'new_2', text: 'Two asked for less.' }],
    counts: [{ group: '', identified: 40 }],
  });
  // The day of a note is written with its text: it answers too, so that changing it meets nobody.
  expect(answers.find(({ field }) => field === 'notes.new_2.onDate')).toMatchObject({
    state: 'saved',
    version: 1,
    text: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  });
  await save(cycle.id, [{ field: 'notes.new_2.text', text: '', version: 1 }]);
  const [note] = await db.select().from(cycleNotes);
  expect([note?.text, note?.takenOutAt === null]).toEqual(['Two asked for less.', false]);
  await post(
    restore,
    '/x',
    { field: 'notes.new_2.text', number: '1' },
    { cookie: member, params: at(cycle.id) },
  );
  expect((await db.select().from(cycleNotes))[0]?.takenOutAt).toBeNull();
});

test('each number that cannot be is told so, and a check day is not before the cycle', async () => {
  const cycle = await aCycle(cast.team);
  await aQuestion(cycle.id);
  const measure = await aMeasure(cast.team, { kind: 'proportion' });
  const change = ([name, text]: [string, string]) => ({ field: `predictions.${measure.id}.${name}`, text });
  const all = { expected: '500', low: '400', high: '900', checkOn: '2020-01-01' };
  const { answers } = await save(cycle.id, Object.entries(all).map(change));
  const told = Object.fromEntries(answers.map(({ field, sentence }) => [field.split('.')[2], sentence]));
  const percent = 'This measure is a percent: write a number from 0 to 100.';
  expect(told).toEqual({
    ...{ expected: percent, low: percent, high: percent },
    checkOn: 'It cannot be checked before the cycle starts, Sep 8, 2026.',
  });
  // The other numbers of a row that is half right wait without a sentence of their own.
  const half = { expected: '80', low: '400', high: '90', checkOn: '2026-10-02' };
  const second = await save(cycle.id, Object.entries(half).map(change));
  expect(second.answers.filter(({ state }) => state === 'wrong')).toMatchObject([
    { field: `predictions.${measure.id}.low` },
  ]);
});

test('counts of people ask for whole numbers', async () => {
  const cycle = await aCycle(cast.team);
  const { answers } = await save(cycle.id, [{ field: 'counts.a.identified', text: 'many' }]);
  expect(answers).toMatchObject([{ sentence: 'Write a whole number, such as 12.' }]);
});

test('a group that looks like a person is refused, and counts must fit together', async () => {
  const cycle = await aCycle(cast.team);
  const { answers } = await save(cycle.id, [
    { field: 'counts.a.group', text: 'Maria Lopez' },
    { field: 'counts.b.identified', text: '40' },
    { field: 'counts.b.reached', text: '44' },
  ]);
  const wrong = answers.filter(({ state }) => state === 'wrong').map(({ field }) => field);
  expect(wrong.sort()).toEqual(['counts.a.group', 'counts.b.reached']);
});

test('whoever may not edit sees none of a small group, here or in the data behind the page', async () => {
  const cycle = await aCycle(cast.team);
  await db.insert(cycleCounts).values({ cycleId: cycle.id, position: 0, identified: 6, reached: 4 });
  const other = await signedIn(cast.otherMember.id);
  const hidden = { identified: null, reached: null, isHidden: true };
  expect((await get(show, '/x', { cookie: other, params: at(cycle.id) })).data.cycle.counts).toMatchObject([
    hidden,
  ]);
  const behind = await get(fresh, '/x', { cookie: other, params: at(cycle.id) });
  expect(JSON.parse(behind.data).cycle.counts).toMatchObject([hidden]);
  expect((await get(show, '/x', { cookie: member, params: at(cycle.id) })).data.cycle.counts).toMatchObject([
    { identified: 6, reached: 4 },
  ]);
});

test('what is written towards a decision waits for the Study, then decides', async () => {
  const cycle = await aCycle(cast.team, { doStartedOn: '2026-09-08', doEndedOn: '2026-10-02' });
  await save(cycle.id, [
    { field: 'decision', text: 'adopt' },
    { field: 'reason', text: 'It held.' },
  ]);
  expect(await db.select().from(cycleDecisions)).toEqual([]);
  const page = await get(show, '/x', { cookie: member, params: at(cycle.id) });
  expect(page.data.towards).toMatchObject({ decision: 'adopt', reason: 'It held.' });
  await save(cycle.id, [{ field: 'learned', text: 'Texts work.' }]);
  expect((await get(show, '/x', { cookie: member, params: at(cycle.id) })).data.stage).toBe('done');
  await save(cycle.id, [{ field: 'reason', text: 'It held for weeks.', version: 1 }]);
  expect((await db.select().from(cycleDecisions)).map(({ reason }) => reason)).toEqual([
    'It held for weeks.',
  ]);
});

test('a whole form with an old text is answered with both (409), and a choice saves it', async () => {
  const cycle = await aCycle(cast.team);
  const drawn = JSON.stringify({ learned: [0, ''], workedFor: [0, ''] });
  await save(cycle.id, [{ field: 'learned', text: 'Hers.' }]);
  const send = (more: Record<string, string>) =>
    post(
      writeStudy,
      '/x',
      { drawn, learned: 'His.', workedFor: '', ...more },
      { cookie: coach, params: at(cycle.id) },
    );
  const refused = await send({});
  expect([refused.status, refused.data.clashes[0]]).toMatchObject([409, { theirs: 'Hers.', mine: 'His.' }]);
  expect((await send({ keep: 'both learned 1', 'their learned': 'Hers.' })).status).toBe(302);
  expect((await row(cycle.id))?.learned).toBe('Hers.\n\nHis.');
});

test('every version is read with who and when, and one that is brought back is a new one', async () => {
  const cycle = await aCycle(cast.team);
  await save(cycle.id, [{ field: 'surprises', text: 'First.' }]);
  await save(cycle.id, [{ field: 'surprises', text: 'Second.', version: 1 }], { cookie: coach });
  const params = at(cycle.id);
  expect(
    (await post(restore, '/x', { field: 'surprises', number: '1' }, { cookie: coach, params })).status,
  ).toBe(302);
  const { data } = await get(versionsPage, '/x', { cookie: member, params });
  expect(data.versions).toMatchObject([
    { number: 3, words: 'First.', who: cast.coach.name, isNewest: true },
    { number: 2, words: 'Second.', who: cast.coach.name, isNewest: false },
    { number: 1, words: 'First.', who: cast.member.name, isNewest: false },
  ]);
  expect(
    (await post(restore, '/x', { field: 'surprises', number: '9' }, { cookie: coach, params })).status,
  ).toBe(404);
});

test('files are taken by what they are, given back to be saved, taken out and brought back', async () => {
  const cycle = await aCycle(cast.team);
  const params = at(cycle.id);
  const add = (name: string, contents: string) =>
    post(addFile, '/x', { file: new File([contents], name) }, { cookie: member, params });
  expect((await add('page.csv', '<!doctype html><script>alert(1)</script>')).status).toBe(422);
  expect((await add('drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')).status).toBe(422);
  expect((await add('list.pdf', 'no pdf at all')).status).toBe(422);
  // It begins as a picture would.
  const bmi = await add('bmi.csv', 'BMI,Date\n21.4,2026-09-07\n');
  expect(bmi.status).toBe(302);
  await db.delete(cycleFileContents);
  await db.delete(cycleFiles);
  expect((await add('list.pdf', '%PDF-1.7 …')).status).toBe(302);
  const [file] = (await get(filesPage, '/x', { cookie: member, params })).data.files;
  const read = () => get(filePage, '/x', { cookie: member, params: { ...params, fileId: file.id } });
  const answer = await read();
  expect(answer.headers.get('content-disposition')).toContain('attachment; filename="list.pdf"');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  await post(addFile, '/x', { fileId: file.id, place: 'out' }, { cookie: member, params });
  expect((await read()).status).toBe(404);
  await post(addFile, '/x', { fileId: file.id, place: 'back' }, { cookie: member, params });
  expect((await read()).status).toBe(200);
  expect(await db.select({ type: cycleFiles.mediaType }).from(cycleFiles)).toEqual([
    { type: 'application/pdf' },
  ]);
});

test('any sequence of allowed and refused moves leaves the phase equal to what the content says', async () => {
  const day = fc.constantFrom('', '2026-09-08', '2026-10-02', '2099-01-01');
  const move = fc.oneof(
    fc.record({ field: fc.constantFrom('doStartedOn', 'doEndedOn', 'decidedOn', 'endsOn'), text: day }),
    fc.record({
      field: fc.constantFrom('learned', 'reason', 'observations'),
      text: fc.constantFrom('', 'Words.'),
    }),
    fc.record({ field: fc.constant('decision'), text: fc.constantFrom('adopt', 'abandon', 'maybe') }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 8 }), async (moves) => {
      const cycle = await aCycle(cast.team);
      await aQuestion(cycle.id);
      for (const one of moves) {
        await save(cycle.id, [{ ...one, version: 1000 }]);
        const [kept, decision] = [
          await row(cycle.id),
          await db.select().from(cycleDecisions).where(eq(cycleDecisions.cycleId, cycle.id)),
        ];
        const said = (await get(show, '/x', { cookie: member, params: at(cycle.id) })).data.stage;
        const content = {
          ...(kept as NonNullable<typeof kept>),
          decision: decision.at(-1)?.decision ?? null,
        };
        expect(said).toBe(stageOf(content));
        const isDone =
          content.learned !== '' && decision.every(({ reason }) => reason !== '') && decision.length > 0;
        expect(said === 'done').toBe(isDone);
      }
    }),
    { numRuns: 12 },
  );
});

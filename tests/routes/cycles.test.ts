import { eq } from 'drizzle-orm';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, expect, test } from 'vitest';
import { db } from '#db/client.server';
import { cycleDecisions, cyclePredictions, cycleQuestions, cycles, cycleTasks } from '#db/schema/cycles';
import { history } from '#db/schema/history';
import { measurePoints } from '#db/schema/measures';
import { memberships } from '#db/schema/memberships';
import { teams } from '#db/schema/teams';
import { changeIdeas } from '#db/schema/theories';
import { writtenOrder } from '#db/written-order';
import { PlanSection, sizeInWords } from '~/cycles/plan-section';
import { planValues } from '~/cycles/plan-values';
import { loader as actPage, action as decide } from '~/routes/cycles/act';
import { loader as doPage, action as writeDo } from '~/routes/cycles/do';
import { loader as newPage, action as start } from '~/routes/cycles/new';
import { loader as nextPage, action as startNext } from '~/routes/cycles/next';
import { loader as planPage, action as writePlan } from '~/routes/cycles/plan';
import { loader as show } from '~/routes/cycles/show';
import { loader as studyPage, action as writeStudy } from '~/routes/cycles/study';
import { withDatabase } from '../support/database';
import {
  aCycle,
  aDecision,
  aMeasure,
  anIdea,
  aPractice,
  aPrediction,
  aQuestion,
  points,
  theCast,
} from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

type Cast = Awaited<ReturnType<typeof theCast>>;
let cast: Cast;
let member: string;
beforeEach(async () => {
  cast = await theCast();
  member = await signedIn(cast.member.id);
});

const four = {
  newIdea: 'Text first, then call',
  question: 'Do families answer the same day?',
  prediction: 'Most will.',
  startsOn: '2026-09-08',
};
const plan = { kind: 'test', startsOn: '2026-09-08', 'questions[0].question': 'Do families answer?' };
const ourTeam = () => ({ teamId: cast.team.id });
const at = (cycleId: string) => ({ teamId: cast.team.id, cycleId });
const row = async (cycleId: string) =>
  db.select().from(cycles).where(eq(cycles.id, cycleId)).get() as Promise<typeof cycles.$inferSelect>;
const deedsOf = async (cycleId: string) =>
  (await db.select({ deed: history.deed }).from(history).where(eq(history.cycleId, cycleId))).map(
    (line) => line.deed,
  );

interface Form {
  name: string;
  page: typeof planPage | typeof nextPage | typeof studyPage | typeof actPage | typeof doPage;
  write: typeof writePlan | typeof startNext | typeof writeStudy | typeof decide | typeof writeDo;
  fields: Record<string, string>;
}

const forms: Form[] = [
  { name: 'plan', page: planPage, write: writePlan, fields: plan },
  { name: 'do', page: doPage, write: writeDo, fields: { doStartedOn: '2026-09-08' } },
  { name: 'study', page: studyPage, write: writeStudy, fields: { learned: 'It works.' } },
  {
    name: 'act',
    page: actPage,
    write: decide,
    fields: { decision: 'adopt', reason: 'It held.', decidedOn: '2026-10-06' },
  },
  {
    name: 'next',
    page: nextPage,
    write: startNext,
    fields: { scale: 'few', startsOn: '2026-10-12', startsBranch: 'yes' },
  },
];

test('four fields start a cycle, with its idea, its first question and one line of history each', async () => {
  const answer = await post(start, '/x', four, { cookie: member, params: ourTeam() });
  expect(answer.status).toBe(302);
  const [cycle] = await db.select().from(cycles);
  expect(answer.location).toBe(`/teams/${cast.team.id}/cycles/${cycle?.id}`);
  expect(cycle).toMatchObject({
    teamId: cast.team.id,
    communityId: cast.community.id,
    number: 1,
    startsOn: '2026-09-08',
    createdBy: cast.member.id,
    ledBy: cast.member.id,
  });
  const page = await get(show, '/x', { cookie: member, params: at(cycle?.id ?? '') });
  expect(page.data.cycle.questions).toMatchObject([{ question: four.question, prediction: four.prediction }]);
  expect(page.data.stage).toBe('planned');
  const lines = await db.select({ deed: history.deed }).from(history);
  expect(lines.map((line) => line.deed).sort()).toEqual([
    'added the change idea “Text first, then call”',
    'started Cycle 1, “Text first, then call”',
  ]);
});

test('numbers count up within the team, and an idea of the list is tested again', async () => {
  const idea = await anIdea(cast.team);
  await aCycle(cast.team, { ideaId: idea.id, number: 7 });
  const fields = { ...four, newIdea: '', ideaId: idea.id };
  await post(start, '/x', fields, { cookie: member, params: ourTeam() });
  const other = await signedIn(cast.otherMember.id);
  await post(start, '/x', four, { cookie: other, params: { teamId: cast.otherTeam.id } });
  const rows = await db.select({ teamId: cycles.teamId, number: cycles.number }).from(cycles);
  expect(rows.map(({ teamId, number }) => `${teamId === cast.team.id} ${number}`).sort()).toEqual([
    'false 1',
    'true 7',
    'true 8',
  ]);
});

test('two people starting at once get two numbers', async () => {
  const send = () => post(start, '/x', four, { cookie: member, params: ourTeam() });
  const answers = await Promise.all([send(), send(), send()]);
  expect(answers.map((answer) => answer.status)).toEqual([302, 302, 302]);
  const rows = await db.select({ number: cycles.number }).from(cycles);
  expect(rows.map(({ number }) => number).sort()).toEqual([1, 2, 3]);
});

test('a new idea may come from a practice, which the page preselects', async () => {
  const practice = await aPractice(cast.community.id);
  const page = await get(newPage, `/x?practice=${practice.id}`, { cookie: member, params: ourTeam() });
  expect(page.data.practiceId).toBe(practice.id);
  await post(start, '/x', { ...four, practiceId: practice.id }, { cookie: member, params: ourTeam() });
  expect(await db.select({ practiceId: changeIdeas.practiceId }).from(changeIdeas)).toEqual([
    { practiceId: practice.id },
  ]);
});

test('a start with an idea of another team or a practice of elsewhere is refused and nothing is kept', async () => {
  const foreignIdea = await anIdea(cast.otherTeam);
  const foreignPractice = await aPractice(cast.elsewhere.id);
  const params = ourTeam();
  const idea = await post(
    start,
    '/x',
    { ...four, newIdea: '', ideaId: foreignIdea.id },
    { cookie: member, params },
  );
  expect([idea.status, idea.data.error.ideaId]).toEqual([422, ['Choose one of your team’s change ideas.']]);
  const practice = await post(
    start,
    '/x',
    { ...four, practiceId: foreignPractice.id },
    { cookie: member, params },
  );
  expect([practice.status, practice.data.error.practiceId]).toEqual([
    422,
    ['Choose a practice of your community.'],
  ]);
  expect(await db.select().from(cycles)).toEqual([]);
  expect(await db.select().from(changeIdeas)).toHaveLength(1);
});

test('nonsense comes back with sentences at the fields, what was typed kept, nothing saved', async () => {
  const fields = { newIdea: 'x'.repeat(200), question: ' ', prediction: 'Most.', startsOn: '2026-02-30' };
  const answer = await post(start, '/x', fields, { cookie: member, params: ourTeam() });
  expect(answer.status).toBe(422);
  expect(Object.keys(answer.data.error).sort()).toEqual(['newIdea', 'question', 'startsOn']);
  expect(answer.data.initialValue.prediction).toBe('Most.');
  expect(await db.select().from(cycles)).toEqual([]);
});

test('fields that are not of the form are ignored', async () => {
  const extra = { communityId: cast.elsewhere.id, teamId: cast.otherTeam.id, number: '99', createdBy: 'x' };
  await post(start, '/x', { ...four, ...extra }, { cookie: member, params: ourTeam() });
  const [cycle] = await db.select().from(cycles);
  expect(cycle).toMatchObject({
    communityId: cast.community.id,
    teamId: cast.team.id,
    number: 1,
    createdBy: cast.member.id,
  });
});

test('everyone of the community reads a cycle; strangers and other addresses find nothing', async () => {
  const cycle = await aCycle(cast.team);
  const params = at(cycle.id);
  const read = async (cookie: string, other = params) =>
    (await get(show, '/x', { cookie, params: other })).status;
  expect(await read(await signedIn(cast.otherMember.id))).toBe(200);
  expect(await read(await signedIn(cast.leader.id))).toBe(200);
  expect(await read(await signedIn(cast.stranger.id))).toBe(404);
  expect(await read(member, { teamId: cast.otherTeam.id, cycleId: cycle.id })).toBe(404);
  expect(await read(member, at('nonsense'))).toBe(404);
  expect((await get(show, `/teams/x`, { params })).location).toBe('/sign-in?next=%2Fteams%2Fx');
});

test('a page that another team’s member reads offers nothing to write', async () => {
  const cycle = await aCycle(cast.team);
  const params = at(cycle.id);
  expect((await get(show, '/x', { cookie: member, params })).data.mayWrite).toBe(true);
  const other = await signedIn(cast.otherMember.id);
  expect((await get(show, '/x', { cookie: other, params })).data.mayWrite).toBe(false);
});

test.each(forms)('$name: the team writes, its coach too; another team and a leader may not', async (form) => {
  const cycle = await aCycle(cast.team, { learned: 'It works.' });
  const params = at(cycle.id);
  for (const id of [cast.member.id, cast.coach.id]) {
    const cookie = await signedIn(id);
    expect((await get(form.page, '/x', { cookie, params })).status).toBe(200);
    expect((await post(form.write, '/x', form.fields, { cookie, params })).status).toBe(302);
  }
  for (const id of [cast.otherMember.id, cast.leader.id]) {
    const cookie = await signedIn(id);
    expect((await get(form.page, '/x', { cookie, params })).status).toBe(403);
    expect((await post(form.write, '/x', form.fields, { cookie, params })).status).toBe(403);
  }
});

test.each(forms)('$name: nobody without signing in, and nobody of another community', async (form) => {
  const cycle = await aCycle(cast.team);
  const params = at(cycle.id);
  expect((await get(form.page, '/x', { params })).location).toBe('/sign-in?next=%2Fx');
  expect((await post(form.write, '/x', form.fields, { params })).location).toBe('/sign-in');
  const stranger = await signedIn(cast.stranger.id);
  expect((await get(form.page, '/x', { cookie: stranger, params })).status).toBe(404);
  expect((await post(form.write, '/x', form.fields, { cookie: stranger, params })).status).toBe(404);
});

test.each(forms)('$name: a cycle of another team is not found under this team’s address', async (form) => {
  const theirs = await aCycle(cast.otherTeam);
  const params = at(theirs.id);
  expect((await get(form.page, '/x', { cookie: member, params })).status).toBe(404);
  expect((await post(form.write, '/x', form.fields, { cookie: member, params })).status).toBe(404);
  expect((await post(form.write, '/x', {}, { cookie: member, params })).status).toBe(404);
  expect(await row(theirs.id)).toEqual(theirs);
});

test.each(forms)('$name: nonsense is 422, and nothing is kept of it', async (form) => {
  const cycle = await aCycle(cast.team, { learned: 'Kept.' });
  const before = await row(cycle.id);
  const nonsense = {
    ...{ kind: 'party', scale: 'galaxy', startsOn: 'soon', doStartedOn: '2026-13-01', ranAsPlanned: 'x' },
    ...{
      decision: 'maybe',
      decidedOn: '0000-00-00',
      learned: 'x'.repeat(10_001),
      answers: 'no',
      ledBy: '<b>',
    },
  };
  const answer = await post(form.write, '/x', nonsense, { cookie: member, params: at(cycle.id) });
  expect(answer.status).toBe(422);
  expect(Object.keys(answer.data.error).length).toBeGreaterThan(0);
  expect(await row(cycle.id)).toEqual(before);
  expect(await deedsOf(cycle.id)).toEqual([]);
});

test('nobody writes to the cycles of an archived team', async () => {
  const cycle = await aCycle(cast.team);
  await db.update(teams).set({ archivedAt: '2026-10-01T00:00:00.000Z' });
  const answer = await post(
    writeDo,
    '/x',
    { doStartedOn: '2026-09-08' },
    { cookie: member, params: at(cycle.id) },
  );
  expect(answer.status).toBe(403);
  const page = await get(show, '/x', { cookie: member, params: at(cycle.id) });
  expect([page.status, page.data.mayWrite]).toEqual([200, false]);
});

test('the whole Plan is kept as it is written, and read back', async () => {
  const cycle = await aCycle(cast.team);
  const first = await aQuestion(cycle.id, { question: 'Do families answer?' });
  const measure = await aMeasure(cast.team);
  const fields = {
    ...plan,
    ...{ objective: 'Text home by 2 pm.', kind: 'learn', scale: 'site', people: '62', sites: '1' },
    ...{ focusGroup: '9th grade', dataPlan: 'Grace counts on Fridays.', ledBy: cast.coach.id },
    endsOn: '2026-10-02',
    'questions[0].id': first.id,
    'questions[0].question': 'Do 62 families answer?',
    'questions[0].prediction': 'Most will.',
    'questions[1].question': 'Does it take too long?',
    'questions[1].chancePercent': '30%',
    'predictions[0].measureId': measure.id,
    'predictions[0].expected': '80',
    'predictions[0].low': '70.5',
    'predictions[0].high': '90',
    'predictions[0].checkOn': '2026-10-02',
    'tasks[0].what': 'Send the text',
    'tasks[0].who': 'Homeroom teachers',
    'tasks[2].what': 'Count',
    'tasks[1].what': '',
  };
  const answer = await post(writePlan, '/x', fields, { cookie: member, params: at(cycle.id) });
  expect(answer.location).toBe(`/teams/${cast.team.id}/cycles/${cycle.id}`);
  const { data } = await get(show, '/x', { cookie: member, params: at(cycle.id) });
  expect(data.cycle).toMatchObject({
    ...{ objective: 'Text home by 2 pm.', kind: 'learn', scale: 'site', people: 62, sites: 1 },
    ...{ focusGroup: '9th grade', leader: cast.coach.name, endsOn: '2026-10-02' },
    questions: [
      { id: first.id, question: 'Do 62 families answer?', prediction: 'Most will.' },
      { question: 'Does it take too long?', chancePercent: 30 },
    ],
    tasks: [{ what: 'Send the text', who: 'Homeroom teachers' }, { what: 'Count' }],
  });
  expect(data.predictions).toMatchObject([{ expected: 80, low: 70.5, high: 90, checkOn: '2026-10-02' }]);
  expect(await deedsOf(cycle.id)).toEqual([`wrote the Plan of Cycle ${cycle.number}`]);
});

test('"Add another" comes back with one more row, works without JavaScript, and saves nothing', async () => {
  const cycle = await aCycle(cast.team);
  const add = JSON.stringify({ type: 'insert', payload: { name: 'questions' } });
  const answer = await post(
    writePlan,
    '/x',
    { ...plan, objective: 'Unsaved', __intent__: add },
    { cookie: member, params: at(cycle.id) },
  );
  expect(answer.data.initialValue.questions).toHaveLength(2);
  expect(answer.data.error ?? null).toBeNull();
  expect((await row(cycle.id)).objective).toBe('');
});

test('a prediction is about a measure of the same team, and a percent stays within 0 and 100', async () => {
  const cycle = await aCycle(cast.team);
  const predict = async (measureId: string, high: string) => {
    const numbers = { expected: '80', low: '70', high, checkOn: '2026-10-02', measureId };
    const fields = Object.fromEntries(
      Object.entries(numbers).map(([name, value]) => [`predictions[1].${name}`, value]),
    );
    const answer = await post(
      writePlan,
      '/x',
      { ...plan, ...fields },
      { cookie: member, params: at(cycle.id) },
    );
    return answer.status === 302 ? null : answer.data.error;
  };
  const foreign = await aMeasure(cast.otherTeam);
  expect(await predict(foreign.id, '90')).toEqual({
    'predictions[1].measureId': ['Choose a measure of your team.'],
  });
  const own = await aMeasure(cast.team);
  expect(await predict(own.id, '101')).toEqual({
    'predictions[1].high': ['This measure is a percent: write a number from 0 to 100.'],
  });
  expect(await db.select().from(cyclePredictions)).toEqual([]);
  expect(await predict(own.id, '100')).toBeNull();
  const minutes = await aMeasure(cast.team, { kind: 'count' });
  expect(await predict(minutes.id, '400')).toBeNull();
});

test('somebody outside the team does not lead a cycle; somebody who left it may go on', async () => {
  const cycle = await aCycle(cast.team, { ledBy: cast.otherMember.id });
  const save = (ledBy: string) =>
    post(writePlan, '/x', { ...plan, ledBy }, { cookie: member, params: at(cycle.id) });
  expect((await save(cast.stranger.id)).data.error.ledBy).toEqual(['Choose somebody of your team.']);
  expect((await save(cast.otherMember.id)).status).toBe(302);
  expect((await save(cast.coach.id)).status).toBe(302);
});

test('a question of another cycle is never touched: its id makes a new question here', async () => {
  const [cycle, other] = [await aCycle(cast.team), await aCycle(cast.otherTeam)];
  const theirs = await aQuestion(other.id, { question: 'Theirs?' });
  await post(
    writePlan,
    '/x',
    { ...plan, 'questions[0].id': theirs.id, 'questions[0].question': 'Ours?' },
    { cookie: member, params: at(cycle.id) },
  );
  const rows = await db
    .select({ cycleId: cycleQuestions.cycleId, question: cycleQuestions.question })
    .from(cycleQuestions);
  expect(rows).toContainEqual({ cycleId: other.id, question: 'Theirs?' });
  expect(rows).toContainEqual({ cycleId: cycle.id, question: 'Ours?' });
});

test('a question that has an answer in the Study is not taken out of the Plan', async () => {
  const cycle = await aCycle(cast.team);
  const answered = await aQuestion(cycle.id, { whatHappened: 'Nine of 11.' });
  const answer = await post(writePlan, '/x', plan, { cookie: member, params: at(cycle.id) });
  expect([answer.status, answer.data.error['']]).toMatchObject([422, [expect.stringContaining('Study')]]);
  const kept = await db.select().from(cycleQuestions);
  expect(kept).toEqual([answered]);
});

test('a planned last day before the first is refused at the field', async () => {
  const cycle = await aCycle(cast.team);
  const answer = await post(
    writePlan,
    '/x',
    { ...plan, endsOn: '2026-09-07' },
    { cookie: member, params: at(cycle.id) },
  );
  expect([answer.status, answer.data.error.endsOn]).toEqual([
    422,
    ['The last day cannot be before the first.'],
  ]);
});

test('the days of Do move the cycle on, and tasks are ticked and unticked', async () => {
  const cycle = await aCycle(cast.team);
  const params = at(cycle.id);
  const tasks = await db
    .insert(cycleTasks)
    .values([
      { cycleId: cycle.id, position: 0, what: 'Send' },
      { cycleId: cycle.id, position: 1, what: 'Count' },
    ])
    .returning();
  const ids = tasks.map((task) => task.id);
  const doing = { doStartedOn: '2026-09-08', observations: 'All eight sent texts.', ranAsPlanned: 'partly' };
  await post(writeDo, '/x', { ...doing, tasksDone: ids }, { cookie: member, params });
  const begun = await get(show, '/x', { cookie: member, params });
  expect(begun.data.stage).toBe('doing');
  expect(begun.data.cycle.tasks.every((task: { doneAt: string }) => task.doneAt)).toBe(true);
  const ended = { ...doing, doEndedOn: '2026-10-02', tasksDone: ids[0] ?? '' };
  await post(writeDo, '/x', ended, { cookie: member, params });
  const after = await get(show, '/x', { cookie: member, params });
  expect(after.data.stage).toBe('studying');
  expect(after.data.cycle.tasks.map((task: { doneAt: string | null }) => task.doneAt !== null)).toEqual([
    true,
    false,
  ]);
});

test('Do cannot have started on a day that has not come', async () => {
  const cycle = await aCycle(cast.team);
  const answer = await post(
    writeDo,
    '/x',
    { doStartedOn: '2099-01-01' },
    { cookie: member, params: at(cycle.id) },
  );
  expect([answer.status, answer.data.error.doStartedOn]).toEqual([
    422,
    ['That day has not come yet. Days to come are in the Plan.'],
  ]);
});

test('a Study written before Do ended is kept, and flagged', async () => {
  const cycle = await aCycle(cast.team, { doStartedOn: '2026-09-08' });
  const params = at(cycle.id);
  const answer = await post(writeStudy, '/x', { learned: 'It works.' }, { cookie: member, params });
  expect(answer.status).toBe(302);
  const { data } = await get(show, '/x', { cookie: member, params });
  expect([data.cycle.learned, data.stage, data.cameEarly]).toEqual(['It works.', 'doing', true]);
});

test('the Study remembers when it was first written', async () => {
  const cycle = await aCycle(cast.team, { studiedAt: '2026-10-05T12:00:00.000Z', learned: 'First.' });
  await post(writeStudy, '/x', { learned: 'Second.' }, { cookie: member, params: at(cycle.id) });
  expect(await row(cycle.id)).toMatchObject({ learned: 'Second.', studiedAt: '2026-10-05T12:00:00.000Z' });
});

test('the Study answers each question, and leaves those it does not name', async () => {
  const cycle = await aCycle(cast.team);
  const one = await aQuestion(cycle.id);
  const two = await aQuestion(cycle.id, { whatHappened: 'Kept.' });
  const fields = {
    'answers[0].id': one.id,
    'answers[0].whatHappened': 'Nine of 11 answered.',
    'answers[0].cameTrue': 'partly',
  };
  await post(writeStudy, '/x', fields, { cookie: member, params: at(cycle.id) });
  const rows = await db.select().from(cycleQuestions).orderBy(cycleQuestions.position);
  expect(rows).toEqual([{ ...one, whatHappened: 'Nine of 11 answered.', cameTrue: 'partly' }, two]);
});

test('words for a question that was taken out meanwhile are given back, not lost', async () => {
  const [cycle, other] = [await aCycle(cast.team), await aCycle(cast.otherTeam)];
  const theirs = await aQuestion(other.id);
  const fields = { 'answers[0].id': theirs.id, 'answers[0].whatHappened': 'Mine.' };
  const answer = await post(writeStudy, '/x', fields, { cookie: member, params: at(cycle.id) });
  expect(answer.status).toBe(422);
  expect(answer.data.initialValue.answers[0].whatHappened).toBe('Mine.');
  expect(await db.select().from(cycleQuestions)).toEqual([theirs]);
});

test('history tells when Do started and when it ended, in the words of the demo', async () => {
  const cycle = await aCycle(cast.team, { number: 4 });
  const params = at(cycle.id);
  const started = { doStartedOn: '2026-09-08' };
  const seen = { ...started, observations: 'All eight sent texts.' };
  for (const fields of [started, seen, { ...seen, doEndedOn: '2026-10-02' }]) {
    await post(writeDo, '/x', fields, { cookie: member, params });
  }
  const told = ['started Do of Cycle 4', 'wrote the Do of Cycle 4', 'ended Do of Cycle 4'];
  expect((await deedsOf(cycle.id)).sort()).toEqual(told.sort());
});

test('the Plan’s form has one empty row of each list that is empty, and none beside what is written', async () => {
  const cycle = await aCycle(cast.team);
  await aQuestion(cycle.id, { question: 'Do they answer?' });
  const { data } = await get(planPage, '/x', { cookie: member, params: at(cycle.id) });
  const { questions, predictions, tasks } = planValues(data.cycle);
  expect([questions?.length, predictions, tasks]).toEqual([1, [{}], [{}]]);
});

test('the size of a cycle is said once', () => {
  expect(sizeInWords({ scale: 'site', people: 62, sites: 1 })).toBe('One site, 62 people');
  expect(sizeInWords({ scale: 'sites', people: null, sites: 3 })).toBe('Several sites, 3 sites');
  expect(sizeInWords({ scale: null, people: 1, sites: 1 })).toBe('1 person, 1 site');
});

test('a Plan asks for what it lacks until the cycle is done', async () => {
  const draw = async (id: string) => {
    const { cycle } = (await get(show, '/x', { cookie: member, params: at(id) })).data;
    return renderToStaticMarkup(createElement(PlanSection, { cycle, predictions: [], edit: '/edit' }));
  };
  const open = await aCycle(cast.team, {
    number: 1,
    objective: '',
    focusGroup: 'Students from two schools.',
  });
  expect(await draw(open.id)).toContain('Write the Plan');
  expect(await draw(open.id)).toContain('For whom: Students from two schools.');
  const done = await aCycle(cast.team, { number: 2, objective: '', learned: 'Texts work.' });
  await aDecision(done.id);
  expect(await draw(done.id)).not.toContain('Write the Plan');
});

test('a cycle cannot be decided before its Study is written', async () => {
  const cycle = await aCycle(cast.team, { doStartedOn: '2026-09-08', doEndedOn: '2026-10-02' });
  const fields = { decision: 'adopt', reason: 'It held.', decidedOn: '2026-10-06' };
  const answer = await post(decide, '/x', fields, { cookie: member, params: at(cycle.id) });
  expect([answer.status, answer.data.error['']]).toEqual([
    422,
    ['Write what you learned before you decide.'],
  ]);
  expect(answer.data.initialValue.reason).toBe('It held.');
  expect(await db.select().from(cycleDecisions)).toEqual([]);
});

test('a decision needs its reason, is signed by who wrote it, and makes the cycle done', async () => {
  const cycle = await aCycle(cast.team, { learned: 'Texts work.' });
  const params = at(cycle.id);
  const bare = { decision: 'adapt', decidedOn: '2026-10-06' };
  const refused = await post(decide, '/x', bare, { cookie: member, params });
  expect(refused.data.error.reason).toEqual(['Write why: the next team will read it.']);
  const fields = { ...bare, reason: 'Some did not answer.', decidedBy: cast.admin.id };
  await post(decide, '/x', fields, { cookie: member, params });
  const [decision] = await db.select().from(cycleDecisions);
  expect(decision).toMatchObject({ decision: 'adapt', decidedBy: cast.member.id });
  expect((await get(show, '/x', { cookie: member, params })).data.stage).toBe('done');
  expect(await deedsOf(cycle.id)).toEqual([`decided Cycle ${cycle.number}: adapt`]);
});

test('deciding again keeps both decisions and the newest holds; the same twice is one', async () => {
  const cycle = await aCycle(cast.team, { learned: 'Texts work.' });
  const params = at(cycle.id);
  const adapt = { decision: 'adapt', reason: 'First try.', decidedOn: '2026-10-06' };
  const adopt = { decision: 'adopt', reason: 'It held.', decidedOn: '2026-10-06' };
  for (const fields of [adapt, adapt, adopt]) await post(decide, '/x', fields, { cookie: member, params });
  expect(await db.select().from(cycleDecisions)).toHaveLength(2);
  expect((await get(show, '/x', { cookie: member, params })).data.cycle.decision).toBe('adopt');
});

test('what was learned cannot be emptied once the cycle is decided', async () => {
  const cycle = await aCycle(cast.team, { learned: 'Texts work.' });
  await aDecision(cycle.id);
  const answer = await post(writeStudy, '/x', { learned: ' ' }, { cookie: member, params: at(cycle.id) });
  expect([answer.status, answer.data.error.learned]).toEqual([
    422,
    ['This cycle is decided: what you learned cannot be empty.'],
  ]);
  expect((await row(cycle.id)).learned).toBe('Texts work.');
});

test('the next cycle copies the Plan, asks the scale, and is linked; numbers and done tasks stay behind', async () => {
  const measure = await aMeasure(cast.team);
  const before = await aCycle(cast.team, {
    ...{
      number: 4,
      objective: 'Text home.',
      kind: 'learn',
      scale: 'few',
      people: 38,
      focusGroup: '9th grade',
    },
    ...{ dataPlan: 'Count.', ledBy: cast.coach.id, learned: 'It works.', observations: 'Seen.' },
  });
  await aQuestion(before.id, { question: 'Do they answer?', whatHappened: 'Yes.', cameTrue: 'yes' });
  await aPrediction(before.id, measure.id);
  await db.insert(cycleTasks).values([
    { cycleId: before.id, position: 0, what: 'Print', doneAt: '2026-09-09T00:00:00.000Z' },
    { cycleId: before.id, position: 1, what: 'Count', who: 'Grace', dueOn: '2026-09-11' },
  ]);
  const fields = { scale: 'site', startsOn: '2026-10-12' };
  const answer = await post(startNext, '/x', fields, { cookie: member, params: at(before.id) });
  const id = answer.location?.split('/').at(-1) ?? '';
  const { data } = await get(show, '/x', { cookie: member, params: at(id) });
  expect(data.cycle).toMatchObject({
    ...{ number: 5, previousId: before.id, previousNumber: 4, ideaId: before.ideaId },
    ...{ objective: 'Text home.', kind: 'learn', scale: 'site', people: null, focusGroup: '9th grade' },
    ...{ dataPlan: 'Count.', ledBy: cast.coach.id, learned: '', observations: '', startsOn: '2026-10-12' },
    questions: [{ question: 'Do they answer?', prediction: 'Most will.', whatHappened: '', cameTrue: null }],
    predictions: [],
    tasks: [{ what: 'Count', who: 'Grace', dueOn: null, doneAt: null }],
  });
  expect(data.ramp.bands[0].steps.map((step: { number: number }) => step.number)).toEqual([4, 5]);
  expect(await deedsOf(id)).toEqual(['started Cycle 5, which follows Cycle 4']);
});

test('the Study shows each prediction beside the value read from the series, and the chain up from it', async () => {
  const measure = await aMeasure(cast.team, { name: 'Families reached' });
  const cycle = await aCycle(cast.team, { doStartedOn: '2026-09-07', doEndedOn: '2026-10-02' });
  await aPrediction(cycle.id, measure.id, { checkOn: '2026-10-05' });
  await points(measure.id, '2026-08-03', [30, 34, 31, 35, 33, 60, 71, 78, 81, [41, 50], 95]);
  const { data } = await get(show, '/x', { cookie: member, params: at(cycle.id) });
  expect(data.predictions[0]).toMatchObject({
    measure: 'Families reached',
    happened: { state: 'inside', value: 81, on: '2026-09-28', isFinal: true },
    unit: { kind: 'percent', decimals: 0 },
  });
  expect(data.charts).toHaveLength(1);
  expect(data.chain).toMatchObject([{ name: 'Families reached', feeds: [] }]);
  const form = await get(studyPage, '/x', { cookie: member, params: at(cycle.id) });
  expect(form.data.predictions[0].happened.value).toBe(81);
});

test('a cycle without numbers has a Study all the same', async () => {
  const cycle = await aCycle(cast.team);
  const { data } = await get(show, '/x', { cookie: member, params: at(cycle.id) });
  expect([data.predictions, data.charts, data.chain]).toEqual([[], [], []]);
});

test('a double click starts one cycle of one idea, and every answer leads to it', async () => {
  const page = await get(newPage, '/x', { cookie: member, params: ourTeam() });
  const fields = { ...four, formKey: page.data.formKey };
  const send = () => post(start, '/x', fields, { cookie: member, params: ourTeam() });
  const answers = await Promise.all([send(), send(), send(), send()]);
  const rows = await db.select().from(cycles);
  expect([rows.length, (await db.select().from(changeIdeas)).length]).toEqual([1, 1]);
  const place = `/teams/${cast.team.id}/cycles/${rows[0]?.id}`;
  expect(answers.map((answer) => answer.location)).toEqual([place, place, place, place]);
});

test('a double click starts one next cycle', async () => {
  const before = await aCycle(cast.team);
  const page = await get(nextPage, '/x', { cookie: member, params: at(before.id) });
  const fields = { scale: 'site', startsOn: '2026-10-12', formKey: page.data.formKey };
  const send = () => post(startNext, '/x', fields, { cookie: member, params: at(before.id) });
  const [one, two] = await Promise.all([send(), send()]);
  expect(one.location).toBe(two.location);
  expect(await db.select().from(cycles)).toHaveLength(2);
});

test('a cycle that has a next step gets no second one: it leads there, or starts a branch', async () => {
  const before = await aCycle(cast.team, { number: 6 });
  const send = (more: Record<string, string> = {}) =>
    post(
      startNext,
      '/x',
      { scale: 'site', startsOn: '2026-10-12', startsBranch: 'no', ...more },
      { cookie: member, params: at(before.id) },
    );
  const first = await send({ formKey: 'a'.repeat(16) });
  // The browser's "back" brings a page with another key.
  const again = await send({ formKey: 'b'.repeat(16) });
  expect([again.status, again.data.error.startsBranch]).toEqual([
    422,
    ['Cycle 7 is the next step already. Go on there, or choose a new branch.'],
  ]);
  expect(await db.select().from(cycles)).toHaveLength(2);
  // The same page sent again leads to what it made.
  expect((await send({ formKey: 'a'.repeat(16) })).location).toBe(first.location);
  const page = await get(nextPage, '/x', { cookie: member, params: at(before.id) });
  const sheet = await get(show, '/x', { cookie: member, params: at(before.id) });
  expect([page.data.next, sheet.data.next]).toMatchObject([{ number: 7 }, { number: 7 }]);
  expect((await send({ startsBranch: 'yes' })).status).toBe(302);
});

test('a next step that was abandoned gives way to another', async () => {
  const before = await aCycle(cast.team, { number: 1 });
  const ended = await aCycle(cast.team, { number: 2, previousId: before.id, learned: 'No.' });
  await aDecision(ended.id, { decision: 'abandon' });
  const fields = { scale: 'few', startsOn: '2026-10-12' };
  expect((await post(startNext, '/x', fields, { cookie: member, params: at(before.id) })).status).toBe(302);
});

test('a refused start does not use up its page: put right, it starts', async () => {
  const fields = { ...four, formKey: 'k'.repeat(16) };
  const refused = await post(
    start,
    '/x',
    { ...fields, ideaId: 'none', newIdea: '' },
    { cookie: member, params: ourTeam() },
  );
  expect(refused.status).toBe(422);
  expect((await post(start, '/x', fields, { cookie: member, params: ourTeam() })).status).toBe(302);
  expect(await db.select().from(cycles)).toHaveLength(1);
});

test('a lead who left and a measure that was put away stay in the Plan’s lists, and saving keeps them', async () => {
  const measure = await aMeasure(cast.team, { name: 'Old', archivedAt: '2026-10-01T00:00:00.000Z' });
  const cycle = await aCycle(cast.team, { ledBy: cast.otherMember.id });
  await aPrediction(cycle.id, measure.id);
  const { data } = await get(planPage, '/x', { cookie: member, params: at(cycle.id) });
  expect(data.measures).toEqual([{ value: measure.id, label: 'Old (no longer active)' }]);
  expect(data.people).toContainEqual({
    value: cast.otherMember.id,
    label: `${cast.otherMember.name} (no longer active)`,
  });
  const numbers = { measureId: measure.id, expected: '80', low: '70', high: '95', checkOn: '2026-10-05' };
  const predictions = Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [`predictions[0].${name}`, value]),
  );
  const save = (cycleId: string) =>
    post(
      writePlan,
      '/x',
      { ...plan, ledBy: cast.otherMember.id, ...predictions },
      { cookie: member, params: at(cycleId) },
    );
  expect((await save(cycle.id)).status).toBe(302);
  expect((await row(cycle.id)).ledBy).toBe(cast.otherMember.id);
  const other = await aCycle(cast.team, { ledBy: cast.otherMember.id });
  expect((await save(other.id)).data.error['predictions[0].measureId']).toEqual([
    'Choose a measure of your team.',
  ]);
});

test('somebody who was deactivated, or has not said yes, is not offered as lead and cannot become it', async () => {
  const cycle = await aCycle(cast.team);
  const params = at(cycle.id);
  for (const gone of [
    { endedAt: '2026-10-01T00:00:00.000Z' },
    { endedAt: null, pendingSince: '2026-10-01T00:00:00.000Z' },
  ]) {
    await db.update(memberships).set(gone).where(eq(memberships.personId, cast.coach.id));
    const { data } = await get(planPage, '/x', { cookie: member, params });
    expect(data.people).toEqual([{ value: cast.member.id, label: cast.member.name }]);
    const answer = await post(writePlan, '/x', { ...plan, ledBy: cast.coach.id }, { cookie: member, params });
    expect(answer.data.error.ledBy).toEqual(['Choose somebody of your team.']);
  }
  const led = await aCycle(cast.team, { ledBy: cast.coach.id });
  const next = await post(
    startNext,
    '/x',
    { scale: 'few', startsOn: '2026-10-12' },
    { cookie: member, params: at(led.id) },
  );
  expect((await row(next.location?.split('/').at(-1) ?? '')).ledBy).toBe(cast.member.id);
});

test('a decision cannot be from before the cycle started, nor from a day to come', async () => {
  const cycle = await aCycle(cast.team, { learned: 'It works.', doStartedOn: '2026-09-14' });
  const on = async (decidedOn: string) => {
    const fields = { decision: 'adopt', reason: 'It held.', decidedOn };
    const answer = await post(decide, '/x', fields, { cookie: member, params: at(cycle.id) });
    return answer.status === 302 ? null : answer.data.error.decidedOn;
  };
  expect(await on('2026-09-13')).toEqual([
    'This cycle started on Sep 14, 2026: it cannot have been decided before.',
  ]);
  expect(await on('2099-01-01')).toEqual(['That day has not come yet.']);
  expect(await on('2026-09-14')).toBeNull();
});

test('the days of Do are not emptied, nor moved past the decision, once the cycle is decided', async () => {
  const days = { doStartedOn: '2026-09-14', doEndedOn: '2026-10-02' };
  const cycle = await aCycle(cast.team, { learned: 'It works.', ...days });
  await aDecision(cycle.id, { decidedOn: '2026-10-06' });
  const save = async (fields: Record<string, string>) => {
    const answer = await post(writeDo, '/x', fields, { cookie: member, params: at(cycle.id) });
    return answer.status === 302 ? null : answer.data.error;
  };
  const emptied = ['This cycle is decided: the days of Do cannot be emptied.'];
  expect(await save({ observations: 'Seen.' })).toEqual({ doStartedOn: emptied });
  expect(await save({ doStartedOn: days.doStartedOn })).toEqual({ doEndedOn: emptied });
  expect(await save({ doStartedOn: '2026-10-07', doEndedOn: '2026-10-08' })).toEqual({
    doStartedOn: ['This cycle was decided on Oct 6, 2026: it cannot have started after that.'],
  });
  expect(await row(cycle.id)).toMatchObject(days);
  expect(await save({ ...days, observations: 'Seen.' })).toBeNull();
});

test('history keeps the words that were written over, and says nothing where nothing changed', async () => {
  const cycle = await aCycle(cast.team, { objective: 'Hers.', observations: 'Hers.', learned: 'Hers.' });
  const question = await aQuestion(cycle.id, { position: 0, question: 'Hers?', whatHappened: 'Hers.' });
  const task = await db
    .insert(cycleTasks)
    .values({ cycleId: cycle.id, position: 0, what: 'Hers' })
    .returning()
    .get();
  const params = at(cycle.id);
  const twice = async (write: Form['write'], fields: Record<string, string>) => {
    await post(write, '/x', fields, { cookie: member, params });
    await post(write, '/x', fields, { cookie: member, params });
  };
  await twice(writePlan, {
    ...plan,
    objective: 'His.',
    'questions[0].id': question.id,
    'questions[0].question': 'Hers?',
    'tasks[0].id': task.id,
    'tasks[0].what': 'His',
  });
  await twice(writeDo, { observations: 'His.', tasksDone: task.id });
  await twice(writeStudy, {
    learned: 'His.',
    'answers[0].id': question.id,
    'answers[0].whatHappened': 'His.',
  });
  const lines = await db.select({ detail: history.detail }).from(history).orderBy(writtenOrder(history));
  expect(lines.map((line) => line.detail)).toMatchObject([
    { before: { objective: 'Hers.', tasks: [{ what: 'Hers' }] } },
    { before: { observations: 'Hers.', tasksDone: [] } },
    { before: { learned: 'Hers.', answers: [{ question: 'Hers?', whatHappened: 'Hers.' }] } },
  ]);
});

test('lines of history of one instant come in the order they were written, the newest first', async () => {
  const cycle = await aCycle(cast.team);
  const instant = '2026-10-06T10:00:00.000Z';
  const one = { communityId: cast.community.id, teamId: cast.team.id, cycleId: cycle.id, at: instant };
  const written = ['a', 'b', 'c', 'd', 'e', 'f'];
  for (const deed of written) await db.insert(history).values({ ...one, deed });
  const { data } = await get(show, '/x', { cookie: member, params: at(cycle.id) });
  expect(data.lines.map((line: { deed: string }) => line.deed)).toEqual(written.toReversed());
});

test('a prediction that says the same keeps the day it was made', async () => {
  const measure = await aMeasure(cast.team);
  const cycle = await aCycle(cast.team);
  const made = '2026-09-01T00:00:00.000Z';
  await aPrediction(cycle.id, measure.id, { createdAt: made });
  const save = (high: string) => {
    const numbers = { measureId: measure.id, expected: '80', low: '70', high, checkOn: '2026-10-05' };
    const rows = Object.entries(numbers).map(([name, value]) => [`predictions[0].${name}`, value]);
    return post(
      writePlan,
      '/x',
      { ...plan, ...Object.fromEntries(rows) },
      { cookie: member, params: at(cycle.id) },
    );
  };
  await save('90');
  expect(await db.select().from(cyclePredictions)).toMatchObject([{ createdAt: made }]);
  await save('95');
  expect((await db.select().from(cyclePredictions))[0]?.createdAt).not.toBe(made);
});

test('a monthly number counts from a Do in the month to a check on its last day', async () => {
  const measure = await aMeasure(cast.team, { frequency: 'monthly', kind: 'count' });
  const cycle = await aCycle(cast.team, { doStartedOn: '2026-10-05', doEndedOn: '2026-10-30' });
  await aPrediction(cycle.id, measure.id, { checkOn: '2026-10-31' });
  await db.insert(measurePoints).values(
    ['2026-09-01', '2026-10-01'].map((periodStart, at) => ({
      ...{ measureId: measure.id, periodStart, value: 50 + 30 * at, enteredAt: '2026-11-02T12:00:00.000Z' },
    })),
  );
  const { data } = await get(show, '/x', { cookie: member, params: at(cycle.id) });
  expect(data.predictions[0].happened).toMatchObject({
    ...{ state: 'inside', value: 80, on: '2026-10-01', beganBefore: 'October 2026' },
  });
});

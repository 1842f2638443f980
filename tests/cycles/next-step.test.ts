import { expect, test } from 'vitest';
import { byUrgency, dueInWords, nextInBrief, nextStep } from '~/cycles/next-step';
import { phaseWordsOf } from '~/cycles/phase-words';
import { scheduleOf } from '~/cycles/stages';
import { mostUrgentFirst, type Waiting } from '~/cycles/waiting';

const holidays = ['2026-11-26', '2026-11-27'];
const cycle = {
  number: 5,
  objective: 'Text first, then call.',
  startsOn: '2026-11-02',
  endsOn: '2026-11-24' as string | null,
  doStartedOn: null as string | null,
  doEndedOn: null as string | null,
  learned: '',
  decision: null,
};
const doing = { ...cycle, doStartedOn: '2026-11-02' };
const studying = { ...doing, doEndedOn: '2026-11-24' };
const deciding = { ...studying, learned: 'Texts work.' };
const step = (of: typeof cycle, today: string) => nextStep(of, scheduleOf(of, today, holidays), today);

test('the next step is a sentence', () => {
  expect(step(studying, '2026-12-01')?.sentence).toBe('Finish the Study for Cycle 5 by Thursday, Dec 3');
  expect(step(cycle, '2026-10-30')?.sentence).toBe('Start Cycle 5 on Monday, Nov 2');
  expect(step(doing, '2026-11-10')?.sentence).toBe('Finish Do for Cycle 5 by Tuesday, Nov 24');
  expect(step(deciding, '2026-12-01')?.sentence).toBe('Decide what to do after Cycle 5 by Thursday, Dec 10');
});

test('on the day itself it says today, and after it when it was due', () => {
  expect(step(studying, '2026-12-03')?.sentence).toBe('Finish the Study for Cycle 5 today');
  expect(step(studying, '2026-12-04')?.sentence).toBe('Finish the Study for Cycle 5, due Thursday, Dec 3');
  expect(step(cycle, '2026-11-20')?.sentence).toBe('Start Cycle 5, planned for Monday, Nov 2');
});

test('before its first day, an unwritten Plan comes first; after it, starting does', () => {
  const bare = { ...cycle, objective: '' };
  expect(step(bare, '2026-10-30')).toMatchObject({
    sentence: 'Finish the Plan for Cycle 5 by Monday, Nov 2',
    form: 'plan',
  });
  expect(step(bare, '2026-11-02')?.form).toBe('do');
});

test('a day of another year names the year', () => {
  expect(step({ ...cycle, startsOn: '2027-01-11' }, '2026-12-01')?.sentence).toBe(
    'Start Cycle 5 on Jan 11, 2027',
  );
});

test('Do without a last day asks for no day', () => {
  expect(step({ ...doing, endsOn: null }, '2026-12-01')).toMatchObject({
    sentence: 'Finish Do for Cycle 5',
    due: '',
  });
});

test('a cycle that is done has no next step', () => {
  const schedule = { stage: 'done', dueOn: null, isOverdue: false, workingDaysLate: 0 } as const;
  expect(nextStep(cycle, schedule, '2026-12-01')).toBeNull();
});

test('how late it is, is said in working days, after the grace', () => {
  expect(dueInWords(scheduleOf(studying, '2026-12-04', holidays), '2026-12-04')).toBe(
    'Was due Thursday, Dec 3',
  );
  expect(dueInWords(scheduleOf(studying, '2026-12-08', holidays), '2026-12-08')).toBe('3 working days late');
  expect(nextInBrief(scheduleOf(studying, '2026-12-01', holidays), '2026-12-01')).toBe('Study due Dec 3');
  expect(nextInBrief(scheduleOf(studying, '2026-12-08', holidays), '2026-12-08')).toBe(
    'Study 3 working days late',
  );
});

test('the most urgent comes first: the latest, then the soonest due, then those without a day', () => {
  const today = '2026-12-01';
  const all = [
    { ...doing, number: 1, endsOn: null },
    { ...cycle, number: 2, startsOn: '2026-12-14' },
    { ...studying, number: 3 },
    { ...cycle, number: 4, startsOn: '2026-11-20' },
    { ...cycle, number: 5, startsOn: '2026-11-02' },
  ].map((one) => ({ number: one.number, schedule: scheduleOf(one, today, holidays) }));
  expect(all.sort(byUrgency).map((one) => one.number)).toEqual([5, 4, 3, 2, 1]);
});

test('late numbers come after late cycles and before what is not late', () => {
  const thing = (key: string, isLate: boolean) => ({ key, isLate }) as Waiting;
  const order = mostUrgentFirst(
    [thing('late cycle', true), thing('cycle', false)],
    [thing('number', false), thing('late number', true)],
  );
  expect(order.map((one) => one.key)).toEqual(['late cycle', 'late number', 'cycle', 'number']);
});

test('each phase says how it stands', () => {
  const words = (of: typeof cycle, today: string, studiedOn: string | null = null) =>
    phaseWordsOf({ ...of, studiedOn, decidedOn: null }, scheduleOf(of, today, holidays), today);
  expect(words(cycle, '2026-10-30')).toEqual({
    plan: 'Starts Monday, Nov 2',
    do: 'Until Nov 24',
    study: 'After Do',
    act: 'Decide together',
  });
  expect(words(studying, '2026-12-01')).toMatchObject({
    plan: 'Planned Nov 2 to Nov 24',
    do: 'Done Nov 2 to Nov 24',
    study: 'Due Thursday, Dec 3',
  });
  expect(words(deciding, '2026-12-01', '2026-11-30').study).toBe('Written Nov 30');
  expect(words(deciding, '2026-12-01', '2026-11-10').study).toBe('Written before Do ended');
});

import { expect, test } from 'vitest';
import { type ScheduledContent, scheduleOf, stageOf, studyCameEarly, wheelStates } from '~/cycles/stages';

const planned: ScheduledContent = {
  startsOn: '2026-11-02',
  endsOn: '2026-11-24',
  doStartedOn: null,
  doEndedOn: null,
  learned: '',
  decision: null,
};
const doing = { ...planned, doStartedOn: '2026-11-02' };
const studying = { ...doing, doEndedOn: '2026-11-24' };
const deciding = { ...studying, learned: 'Texts work.' };
const done = { ...deciding, decision: 'adopt' as const };

test('a cycle is in the phase that its dates and words put it in', () => {
  expect([planned, doing, studying, deciding, done].map(stageOf)).toEqual([
    'planned',
    'doing',
    'studying',
    'deciding',
    'done',
  ]);
});

test('a decision without a Study does not make a cycle done', () => {
  expect(stageOf({ ...studying, decision: 'adopt' })).toBe('studying');
});

test('a Study written before Do ended leaves the cycle in Do, and is flagged', () => {
  const early = { ...doing, learned: 'It works.' };
  expect(stageOf(early)).toBe('doing');
  expect(studyCameEarly(early, '2026-11-05')).toBe(true);
});

test('a Study first written before the last day of Do is flagged even after Do has ended', () => {
  expect(studyCameEarly(deciding, '2026-11-20')).toBe(true);
  expect(studyCameEarly(deciding, '2026-11-24')).toBe(false);
  expect(studyCameEarly(studying, null)).toBe(false);
});

test('a phase is overdue when its day has passed by more than two working days', () => {
  const late = (today: string, holidays: string[] = []) => scheduleOf(planned, today, holidays).isOverdue;
  expect(late('2026-11-02')).toBe(false);
  expect(late('2026-11-04')).toBe(false);
  expect(late('2026-11-05')).toBe(true);
  expect(late('2026-11-05', ['2026-11-03'])).toBe(false);
});

test('a weekend does not make a cycle late', () => {
  const friday = { ...planned, startsOn: '2026-11-06' };
  expect(scheduleOf(friday, '2026-11-09', []).workingDaysLate).toBe(1);
  expect(scheduleOf(friday, '2026-11-10', []).isOverdue).toBe(false);
  expect(scheduleOf(friday, '2026-11-11', []).isOverdue).toBe(true);
});

test('Do is due on the planned last day, the Study a working week after Do ended, the decision a week later', () => {
  const holidays = ['2026-11-26', '2026-11-27'];
  expect(scheduleOf(doing, '2026-11-10', holidays).dueOn).toBe('2026-11-24');
  expect(scheduleOf(studying, '2026-12-01', holidays).dueOn).toBe('2026-12-03');
  expect(scheduleOf(deciding, '2026-12-01', holidays).dueOn).toBe('2026-12-10');
});

test('Do without a planned last day is never overdue, and neither is a cycle that is done', () => {
  expect(scheduleOf({ ...doing, endsOn: null }, '2030-01-01', []).isOverdue).toBe(false);
  expect(scheduleOf(done, '2030-01-01', []).isOverdue).toBe(false);
});

test('the wheel shows what is behind as done, where the cycle is as in progress or late, the rest not started', () => {
  expect(wheelStates({ stage: 'planned', isOverdue: false })).toEqual({
    plan: 'now',
    do: 'todo',
    study: 'todo',
    act: 'todo',
  });
  expect(wheelStates({ stage: 'studying', isOverdue: true })).toEqual({
    plan: 'done',
    do: 'done',
    study: 'late',
    act: 'todo',
  });
  expect(Object.values(wheelStates({ stage: 'done', isOverdue: false }))).toEqual([
    'done',
    'done',
    'done',
    'done',
  ]);
});

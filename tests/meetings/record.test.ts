import { expect, test } from 'vitest';
import { lineForm } from '~/meetings/forms';
import { byWhen, countsInWords, lineInWords, type MeetingLine, summaryText } from '~/meetings/record';
import { stepBeside, stepOf } from '~/meetings/steps';

const line = (some: Partial<MeetingLine>): MeetingLine => ({
  id: 'x',
  kind: 'note',
  text: 'Families answered in the evening.',
  who: '',
  byDate: null,
  isDone: false,
  isOut: false,
  writer: 'Dana Whitfield',
  isMine: true,
  cycle: null,
  ...some,
});
const cycle = { id: 'c', number: 5, idea: 'Text first' };

test('a promise says who, what and by when', () => {
  const promise = {
    kind: 'promise',
    who: 'Luis',
    text: 'Call the bus company',
    byDate: '2026-12-03',
  } as const;
  expect(lineInWords(line(promise))).toBe('Luis: Call the bus company, by Dec 3');
  expect(lineInWords(line({ ...promise, text: 'Call them.' }))).toBe('Luis: Call them. By Dec 3');
});

test('a line about a cycle names it first', () => {
  expect(lineInWords(line({ kind: 'decision', text: 'Adapt. It worked for some.', cycle }))).toBe(
    'Cycle 5 (Text first): Adapt. It worked for some.',
  );
});

test('the summary is plain text: decisions, then promises, then notes, without what was taken out', () => {
  const lines = [
    line({ text: 'First line\nand second.' }),
    line({ text: 'Taken out', isOut: true }),
    line({ kind: 'promise', who: 'Luis', text: 'Call', isDone: true }),
    line({ kind: 'decision', text: 'We stop.' }),
  ];
  expect(summaryText('Attendance Team', '2026-12-01', { present: 'Dana\nLuis', lines })).toBe(
    `Attendance Team: meeting of December 1, 2026

Present: Dana, Luis

What we decided
- We stop.

Who does what by when
- Luis: Call (done)

Notes
- First line and second.
`,
  );
});

test('a meeting that left nothing says so', () => {
  expect(summaryText('Team', '2026-12-01', { present: '', lines: [] })).toContain(
    'Nothing was written down.',
  );
  expect(countsInWords({ decision: 0, promise: 0, note: 0 })).toBe('');
  expect(countsInWords({ decision: 2, promise: 1, note: 0 })).toBe('2 decisions, 1 promise');
});

test('a promise is late from the day after its day', () => {
  expect(byWhen('2026-11-30', '2026-12-01')).toEqual({ words: 'Was due Nov 30', isLate: true });
  expect(byWhen('2026-12-01', '2026-12-01')).toEqual({ words: 'Due today', isLate: false });
  expect(byWhen('2027-01-04', '2026-12-01')).toEqual({ words: 'By Jan 4, 2027', isLate: false });
  expect(byWhen(null, '2026-12-01').isLate).toBe(false);
});

test('a promise needs who does it, and only a promise keeps who and when', () => {
  expect(lineForm.safeParse({ kind: 'promise', text: 'Call' }).error?.issues[0]?.path).toEqual(['who']);
  expect(lineForm.parse({ kind: 'note', text: 'Hm', who: 'Luis', byDate: '2026-12-03' })).toEqual({
    kind: 'note',
    text: 'Hm',
    who: '',
    byDate: null,
  });
});

test('the arrow keys lead to the step beside, and not past either end', () => {
  expect(stepBeside('due', 'ArrowRight')).toBe('cycles');
  expect(stepBeside('due', 'ArrowLeft')).toBeNull();
  expect(stepBeside('close', 'ArrowRight')).toBeNull();
  expect(stepBeside('cycles', 'x')).toBeNull();
  expect(stepOf('nonsense')).toBe('due');
});

import { expect, test } from 'vitest';
import { withoutLine } from '~/imports/reading-tables';
import { proposeMapping } from '~/imports/shape';
import { readTable } from '~/imports/table';
import { readChoices, writeChoices } from '~/indicators/choices';
import { headingOf, suggestedDimension } from '~/indicators/dimension-names';
import type { KeptSplit } from '~/indicators/group-places';
import { changesOf, countsIn } from '~/indicators/import-changes';
import { previewOf } from '~/indicators/import-preview';
import { readFile } from '~/indicators/import-reading';
import { previewSentence, savedSentence } from '~/indicators/import-words';
import { brought } from './files';

const indicator = { unit: 'percent', periodKind: 'school year', firstMonth: 7 } as const;

function settingFor(name: string, dimensions: KeptSplit[] = []) {
  const table = readTable(brought(name));
  return { table, proposal: proposeMapping(table), dimensions, indicator };
}

test('the proposed choices come back from the address they are written to', () => {
  for (const name of ['elm-harbor-graduation-by-race.csv', 'elm-harbor-graduation-counts.csv']) {
    const setting = settingFor(name);
    const proposed = readChoices(new URLSearchParams(), setting);
    const again = readChoices(writeChoices(proposed), setting);
    expect(again).toEqual(proposed);
  }
});

test('a column “Race/Ethnicity” splits by race and ethnicity, the community’s own where it has one', () => {
  const name = 'elm-harbor-graduation-by-race.csv';
  expect(readChoices(new URLSearchParams(), settingFor(name))).toMatchObject({
    dimensionId: '',
    newDimension: 'Race and ethnicity',
  });
  const dimensions = [{ id: 'd1', name: 'Race', groups: [] }];
  expect(readChoices(new URLSearchParams(), settingFor(name, dimensions))).toMatchObject({
    dimensionId: 'd1',
    newDimension: '',
  });
});

test('an address with nonsense in it is read as nothing chosen', () => {
  const setting = settingFor('elm-harbor-graduation-by-race.csv');
  const search = new URLSearchParams('shape=wide&group=__proto__&period=99&period=-1&dimension=x&only-2=');
  const { mapping, dimensionId } = readChoices(search, setting);
  expect(mapping).toMatchObject({ subgroupColumn: null, periodColumns: [], filters: [] });
  expect(dimensionId).toBe('');
  expect(
    readFile(setting.table, { mapping, dimensionId, newDimension: '', groups: {}, repeats: null }, indicator)
      .problems,
  ).toEqual(['Say which columns are periods.']);
});

test('a column of very many different groups is not the right one', () => {
  const rows = Array.from({ length: 400 }, (_, index) => `Block ${index},2015-16,${index % 100}`);
  const table = readTable(new TextEncoder().encode(['Group,Year,Rate', ...rows].join('\n')));
  const setting = { table, proposal: proposeMapping(table), dimensions: [], indicator };
  expect(readFile(table, readChoices(new URLSearchParams(), setting), indicator).problems).toEqual([
    'There are 400 different groups. At most 300 can be kept: is it the right column?',
  ]);
});

test('groups need to be groups of something', () => {
  const setting = settingFor('elm-harbor-graduation-by-race.csv');
  const choices = { ...readChoices(new URLSearchParams(), setting), newDimension: '' };
  expect(readFile(setting.table, choices, indicator).problems).toEqual([
    'Say what the groups split people by, such as race and ethnicity.',
  ]);
});

test('counts are kept as counts, everyone apart from the groups, and bad cells with line and reason', () => {
  const setting = settingFor('elm-harbor-graduation-counts.csv');
  const read = readFile(setting.table, readChoices(new URLSearchParams(), setting), indicator);
  expect(read.figures[0]).toMatchObject({ group: null, numerator: 480, denominator: 640, value: null });
  expect(read.groups).toEqual(['Black', 'White', 'Pacific Islander']);
  expect(read.refused.first.map(({ line, reason }) => [line, reason])).toEqual([
    [6, 'Line 6: 36 of 33 cannot be: more were counted than there are.'],
    [11, 'Line 11: in column “Cohort”, “thirty” is not a number.'],
  ]);
});

test('school years do not fit an indicator of calendar years', () => {
  const setting = settingFor('elm-harbor-graduation-by-race.csv');
  const read = readFile(setting.table, readChoices(new URLSearchParams(), setting), {
    ...indicator,
    periodKind: 'year',
  });
  expect(read.figures).toEqual([]);
  expect(read.refused.count).toBe(0);
  expect(read.problems).toEqual(['This indicator is kept by calendar year, and the file has school years.']);
  expect(read.isOtherCalendar).toBe(true);
});

test('a reason beside a column of lines does not say the line again', () => {
  expect(withoutLine('Line 2: “x” is not a number.')).toBe('“x” is not a number.');
  expect(withoutLine('Line 12 has no group.')).toBe('Has no group.');
  expect(withoutLine('Lines 2 and 4 give different numbers.')).toBe('Lines 2 and 4 give different numbers.');
});

test('a column “name” splits into groups; what a column holds is shown by its first real value', () => {
  expect(suggestedDimension('name')).toBe('Group');
  expect(headingOf('Name')).toBe('Group');
  const table = readTable(
    new TextEncoder().encode('Group,Year,Rate\nA,2015-16,*\nB,2015-16,N/A\nC,2015-16,70\n'),
  );
  const proposal = proposeMapping(table);
  const choices = readChoices(new URLSearchParams(), { table, proposal, dimensions: [], indicator });
  const { columns } = previewOf(table, proposal, choices, readFile(table, choices, indicator));
  expect(columns.map(({ sample }) => sample)).toEqual(['A', '2015-16', '70']);
});

test('“Total” and “All students” are one everyone: the same number once, another is asked about', () => {
  const table = readTable(
    new TextEncoder().encode(
      'Group,Year,Rate\nTotal,2015-16,70\nAll students,2015-16,70\nOverall,2015-16,71\n',
    ),
  );
  const proposal = proposeMapping(table);
  const choices = readChoices(new URLSearchParams(), { table, proposal, dimensions: [], indicator });
  const asked = readFile(table, choices, indicator);
  expect(asked.figures).toEqual([]);
  expect(asked.problems).toEqual([
    'Some rows give different numbers for the same period. Say which of them counts.',
  ]);
  expect(asked.repeats.map(({ line }) => line)).toEqual([3, 4]);
  const last = readFile(table, { ...choices, repeats: 'last' }, indicator);
  expect(last.problems).toEqual([]);
  expect(last.figures).toMatchObject([{ line: 4, group: null, value: 71 }]);
  const same = readTable(
    new TextEncoder().encode('Group,Year,Rate\nTotal,2015-16,70\nAll students,2015-16,70\n'),
  );
  const once = readFile(same, choices, indicator);
  expect(once.figures).toHaveLength(1);
  expect(once.skipped.first.map(({ reason }) => reason)).toEqual([
    'Line 3 repeats line 2, so it is read once.',
  ]);
});

test('what is read is told apart from what is kept', () => {
  const setting = settingFor('elm-harbor-graduation-by-race.csv');
  const { figures } = readFile(setting.table, readChoices(new URLSearchParams(), setting), indicator);
  const groups = new Map([['black', 'b']]);
  const kept = [
    {
      id: '1',
      period: '2011-12',
      subgroupId: 'b',
      numerator: null,
      denominator: null,
      value: 66.2,
      marginOfError: null,
      isSuppressed: false,
    },
    {
      id: '2',
      period: '2012-13',
      subgroupId: 'b',
      numerator: null,
      denominator: null,
      value: 1,
      marginOfError: null,
      isSuppressed: false,
    },
  ];
  const counts = countsIn(changesOf(figures, kept, groups), 0);
  expect(counts).toEqual({ added: 28, changed: 1, unchanged: 1, suppressed: 15, refused: 0 });
  expect(previewSentence(counts)).toBe(
    'Of 15 values and 15 held back, 28 would be new, 1 would take the place of another number and 1 is here already.',
  );
});

test('sentences for what saving did', () => {
  const none = { added: 0, changed: 0, unchanged: 30, suppressed: 15, refused: 0 };
  expect(previewSentence(none)).toBe('Nothing new: 15 values and 15 held back are here already.');
  expect(savedSentence(none)).toBe('Nothing changed: 15 values and 15 held back were here already.');
  expect(savedSentence({ added: 30, changed: 0, unchanged: 0, suppressed: 15, refused: 2 })).toBe(
    'Saved 15 values and 15 held back. 2 cells could not be read and stayed out.',
  );
  expect(savedSentence({ added: 0, changed: 1, unchanged: 29, suppressed: 15, refused: 0 })).toBe(
    'Saved 15 values and 15 held back: 1 changed and 29 here already.',
  );
});

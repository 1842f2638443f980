import { expect, test } from 'vitest';
import { mappingSchema } from '~/imports/mapping';
import { proposeMapping } from '~/imports/shape';
import { readPastedTable } from '~/imports/table';

function propose(...lines: string[]) {
  return proposeMapping(readPastedTable(lines.join('\n')));
}

test('periods across are a wide table, and codes are left out', () => {
  const proposal = propose(
    'District,Code,Race,2014-15,2015-16',
    'Maple Falls,0012,Black,70.1,72',
    'Maple Falls,0012,White,80,81',
  );
  expect(proposal).toMatchObject({
    shape: 'wide',
    subgroupColumn: 2,
    periodColumns: [3, 4],
    ignored: [0, 1],
    scale: 'percent',
    filters: [],
  });
  expect(proposal.reasons.every((reason) => /^.+[.]$/.test(reason))).toBe(true);
  expect(mappingSchema.safeParse(proposal).success).toBe(true);
});

test('headers such as “2016 rate” and “2016 count” are told apart, and rates preferred', () => {
  const proposal = propose(
    'Group,2015 count,2015 rate,2016 count,2016 rate',
    'Black,50,70.1,52,72.5',
    'White,60,80.1,61,81.5',
  );
  expect(proposal).toMatchObject({ shape: 'wide', periodColumns: [2, 4], ignored: [1, 3] });
});

test('a goal across is not taken for a measured period', () => {
  expect(
    propose('Group,2015,2016,Goal 2020', 'Black,70.1,72.5,90', 'White,80.1,81.5,95').periodColumns,
  ).toEqual([1, 2]);
});

test('value, numerator and denominator are told apart by their headers', () => {
  const proposal = propose(
    'Year,Student Group,Number Proficient,Number Tested,Percent Proficient',
    '2015-16,Black,30,50,60.0',
    '2015-16,White,45,60,75.0',
  );
  expect(proposal).toMatchObject({
    shape: 'long',
    periodColumn: 0,
    subgroupColumn: 1,
    numeratorColumn: 2,
    denominatorColumn: 3,
    valueColumn: 4,
    scale: 'percent',
  });
});

test.each([
  ['MOE', '2.4'],
  ['Margin of Error', '±2.4'],
  ['Percent Margin of Error', '2.4%'],
  ['+/-', '+/-2.4'],
  ['± ', '2.4'],
  ['Margin of error (90%)', '2.4'],
])('a column “%s” is the margin of error, and no group, value or choice of rows', (header, cell) => {
  const proposal = propose(
    `Year,Group,Percent,${header}`,
    `2016,Black,60.1,${cell}`,
    `2016,White,75.0,${cell.replace('4', '1')}`,
  );
  expect(proposal).toMatchObject({ valueColumn: 2, subgroupColumn: 1, marginColumn: 3, choices: [] });
  expect(proposal.reasons.join(' ')).toContain('is the margin of error, not the number itself.');
});

test('of several margins, the one after the value is its own', () => {
  const proposal = propose(
    'Year,Group,Estimate,Margin of Error,Percent,Percent Margin of Error',
    '2016,Black,601,±30,60.1,±3.0',
    '2016,White,750,±25,75.0,±2.5',
  );
  expect(proposal).toMatchObject({ valueColumn: 4, marginColumn: 5, subgroupColumn: 1 });
  const counts = propose('Year,Group,MOE,Numerator,Denominator', '2015,Black,1,3,50', '2016,Black,1,4,50');
  expect(counts).toMatchObject({ numeratorColumn: 3, denominatorColumn: 4, marginColumn: null });
});

test('years across are the numbers, not the margins beside them', () => {
  const proposal = propose(
    'Group,2015 Percent MOE,2016 Percent MOE,2015 Estimate,2016 Estimate',
    'Black,2.1,2.2,60,61',
    'White,1.1,1.2,70,71',
  );
  expect(proposal).toMatchObject({ shape: 'wide', periodColumns: [3, 4], marginColumn: null });
});

test('counts without a value column are a proportion', () => {
  const proposal = propose('Year,Group,Numerator,Denominator', '2015,Black,3,50', '2016,Black,4,50');
  expect(proposal).toMatchObject({
    valueColumn: null,
    numeratorColumn: 2,
    denominatorColumn: 3,
    scale: 'percent',
  });
});

test('two plain columns are a series for everyone', () => {
  const proposal = propose('2016-01-04\t12', '2016-01-11\t15', '2016-01-18\t9');
  expect(proposal).toMatchObject({
    shape: 'long',
    periodColumn: 0,
    valueColumn: 1,
    subgroupColumn: null,
    fixedSubgroup: 'All Students',
    scale: 'as is',
  });
});

test('a column of several indicators is filtered to one, and goals are left out', () => {
  const proposal = propose(
    'name,indicator,year,type,value',
    'A,smoking,2015,Past,0.17',
    'B,smoking,2015,Past,0.16',
    'A,smoking,2020,Goal,0.1',
    'A,insurance,2015,Past,0.8',
  );
  expect(proposal.filters).toEqual([
    { column: 1, value: 'smoking' },
    { column: 3, value: 'Past' },
  ]);
  expect(proposal.choices.map((choice) => choice.values)).toEqual([
    ['smoking', 'insurance'],
    ['Past', 'Goal'],
  ]);
});

test('a second split is held at its total, where it has one', () => {
  const proposal = propose(
    'Year,Race,Gender,Rate',
    '2015,Black,Female,70.5',
    '2015,Black,Male,60.5',
    '2015,Black,All,65.5',
    '2015,White,All,75.5',
  );
  expect(proposal.subgroupColumn).toBe(1);
  expect(proposal.filters).toEqual([{ column: 2, value: 'All' }]);
});

test('the period is taken from the title where no column has one', () => {
  const proposal = propose('"Rates, 2015-16"', '', 'School,Code,Rate', 'Cedar,01,85.5', 'Summit,02,75.5');
  expect(proposal).toMatchObject({
    shape: 'long',
    periodColumn: null,
    fixedPeriod: '2015-16',
    subgroupColumn: 0,
    valueColumn: 2,
  });
});

test('periods that can be read two ways are asked about', () => {
  const dates = propose('Date,Rate', '03/04/2016,50.5', '05/06/2016,51.5');
  expect(dates.dateOrder).toBeNull();
  expect(dates.reasons.join(' ')).toContain('Say whether the month or the day comes first.');
  const clear = propose('Date,Rate', '03/04/2016,50.5', '05/26/2016,51.5');
  expect(clear.dateOrder).toBe('month first');
  expect(clear.reasons.join(' ')).not.toContain('Say whether');
  expect(propose('"Rates, 2011-12"', 'School,Rate', 'A,50.5', 'B,60.5').reasons.join(' ')).toContain(
    'Say which.',
  );
});

test('missing parts are asked for in the reasons', () => {
  const proposal = propose('School,Rate', 'Cedar,85.5', 'Summit,75.5');
  expect(proposal.fixedPeriod).toBeNull();
  expect(proposal.reasons.join(' ')).toContain('Please say which period');
});

test.each([
  ['percent signs', ['Year,Rate', '2015,0.5%', '2016,0.7%'], 'percent'],
  ['fractions', ['Year,Rate', '2015,0.5', '2016,0.7'], 'fraction'],
  ['the counts beside fractions', ['Year,Met,Tested,Result', '2015,1,1,1', '2016,1,2,0.5'], 'fraction'],
  [
    'the counts beside tiny percentages',
    ['Year,Met,Tested,Rate', '2015,1,200,0.5', '2016,1,400,0.25'],
    'percent',
  ],
  ['whole counts', ['Year,Families reached', '2015,40', '2016,55'], 'as is'],
  [
    'one percentage beyond 100',
    ['Year,Rate', '2012,60', '2013,62', '2014,61', '2015,140', '2016,65', '2017,66'],
    'percent',
  ],
])('the scale is found from %s', (_, lines, scale) => {
  expect(propose(...lines).scale).toBe(scale);
});

test('decimal commas are noticed and said', () => {
  const proposal = propose('Gruppe;2015;2016', 'A;70,1;72,4', 'B;80,5;81,5');
  expect(proposal).toMatchObject({ decimalMark: ',', scale: 'percent', periodColumns: [1, 2] });
  expect(proposal.reasons.join(' ')).toContain('comma before the decimals');
});

test('names and numbers of students are pointed out and never proposed', () => {
  const proposal = propose(
    'Student Name,Student ID,DOB,Grade,Year,Score',
    '"Lee, Ana",100234,2008-01-02,4,2016,71.5',
    '"Roy, Max",100235,2008-03-02,5,2016,72.5',
  );
  expect(proposal.privacyWarnings.map((warning) => warning.column)).toEqual([0, 1, 2]);
  expect(proposal.privacyWarnings[0]?.reason).toBe(
    'Column 1, “Student Name” on line 1, looks like names of people. It is not read: only counts are kept here.',
  );
  expect(proposal.subgroupColumn).toBe(3);
  expect(proposal.choices.some((choice) => choice.column < 3)).toBe(false);
});

test.each([
  ['a plain name column of a list of people', 'Name', ['Lee, Ana', 'Roy, Max', 'Diaz, Eva']],
  ['e-mail addresses', 'Contact', ['a@b.org', 'c@d.org', 'e@f.org']],
  ['Social Security numbers', 'Key', ['123-45-6789', '123-45-6780', '123-45-6781']],
])('%s is pointed out', (_, header, cells) => {
  const proposal = propose(`${header}\tYear\tScore`, ...cells.map((cell) => `${cell}\t2016\t71.5`));
  expect(proposal.privacyWarnings).toHaveLength(1);
});

test.each([
  ['name', ['Grade 1', 'Grade 2', 'Kindergarten']],
  ['name', ['New Haven', 'West Haven', 'East Haven']],
  ['Name', ['Black, Non-Hispanic', 'White, Non-Hispanic', 'Asian']],
  ['School Name', ['Cedar High', 'Old Mill', 'Summit']],
  ['Student Group', ['English Learners', 'All Students', 'Homeless']],
  ['Number of Students', ['120', '130', '140']],
  ['Student Number', ['120', '130', '140']],
])('“%s” with %j is no private column', (header, cells) => {
  expect(
    propose(`${header}\tYear\tScore`, ...cells.map((cell) => `${cell}\t2016\t71.5`)).privacyWarnings,
  ).toEqual([]);
});

test('hostile headers are plain text', () => {
  const proposal = propose(
    '__proto__,constructor,toString,2015,2016',
    'Black,x,y,70.1,71',
    'White,x,y,80.1,81',
  );
  expect(proposal).toMatchObject({ shape: 'wide', periodColumns: [3, 4], subgroupColumn: 0 });
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(Object.getPrototypeOf({})).toBe(Object.prototype);
});

test('one column only, or a header only, still gets a proposal with reasons', () => {
  expect(propose('a^b^c', '1^2^3').reasons.length).toBeGreaterThan(0);
  expect(propose('Group,2015,2016').periodColumns).toEqual([1, 2]);
});

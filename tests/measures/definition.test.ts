import { describe, expect, test } from 'vitest';
import { dataKinds, measureTypes } from '#db/vocabulary';
import { looksLikePerson } from '~/access/looks-like-person';
import { measureForm } from '~/measures/definition-form';
import { changesSentence, countsAnew, definitionChanges } from '~/measures/definition-versions';
import { measureAdvice } from '~/measures/measure-advice';
import { changedStrata, readStrata } from '~/measures/strata';
import { findTemplate, templates, templateValues } from '~/measures/templates';
import { plainMeasure } from './plain-measure';

describe('groups', () => {
  test('are written one a line, each once, in their order', () => {
    expect(readStrata(' Lincoln \r\nEastside\n\nlincoln\nHarbor  High ')).toEqual({
      names: ['Lincoln', 'Eastside', 'Harbor High'],
      problems: [],
    });
  });

  test.each([
    'Dana Whitfield',
    'Smith, Jane',
    'Maria G. Lopez',
    '00123456',
    'AB1234567',
    '123-45-6789',
    'a@b.org',
  ])('are no people: %s', (name) => {
    expect(looksLikePerson(name)).toBe(true);
    expect(readStrata(`Lincoln\n${name}`).problems[0]).toContain('Upcurve keeps counts of groups.');
  });

  test.each([
    'Lincoln',
    'Rosa Parks',
    'Thomas Jefferson School',
    'Grade 9',
    '9th graders',
    'English learners',
    'Two or more races',
    'Native American',
    'Low-income',
    'Mill Street',
    '2026–27',
    'Español',
  ])('may be called %s', (name) => {
    expect(readStrata(name).problems).toEqual([]);
  });

  test('that all look like people are a list of people', () => {
    expect(readStrata('Xiomara Vega\nTobias Lund\nYuki Abe').problems).toEqual([
      'These look like names of people. Upcurve keeps counts of groups, such as schools or grades.',
    ]);
  });

  test('are in the whole group, which is always there', () => {
    expect(readStrata('All students').problems).toEqual([
      '“All students” is always there. Write only the groups in it.',
    ]);
    expect(readStrata(Array.from({ length: 41 }, (_, at) => `Group ${at}`).join('\n')).problems).toEqual([
      'Keep at most 40 groups.',
    ]);
  });

  test('change one by one: another name, out, or new, and what a form does not speak of stays', () => {
    const answers = [
      { was: 'Lincoln', name: 'Lincoln High' },
      { was: 'Harbor', name: '' },
    ];
    expect(changedStrata(['Lincoln', 'Eastside', 'Harbor'], answers, ['Westside', 'eastside'])).toEqual({
      strata: ['Lincoln High', 'Eastside', 'Westside'],
      renamed: [{ was: 'Lincoln', is: 'Lincoln High' }],
      removed: ['Harbor'],
    });
    expect(changedStrata(['Lincoln'], [{ was: 'Gone', name: 'Back' }], [])).toEqual({
      strata: ['Lincoln'],
      renamed: [],
      removed: [],
    });
  });
});

describe('common measures', () => {
  test('are at least twelve, of every type, each under a name of its own', () => {
    expect(templates.length).toBeGreaterThanOrEqual(12);
    expect(new Set(templates.map(({ key }) => key)).size).toBe(templates.length);
    for (const type of measureTypes) expect(templates.some((one) => one.type === type)).toBe(true);
  });

  test.each(templates.map((template) => [template.key, template] as const))(
    '%s says exactly what is counted, and has a partner that keeps it honest',
    (_, template) => {
      expect(template.definition.length).toBeGreaterThan(40);
      expect(template.inclusions).toMatch(/^In: /);
      expect(dataKinds).toContain(template.kind);
      const hasTwo = template.kind === 'proportion' || template.kind === 'rate';
      expect(Boolean(template.numeratorWords && template.denominatorWords)).toBe(hasTwo);
      expect(Boolean(template.unit)).toBe(!hasTwo);
      const partner = findTemplate(template.partner);
      expect([partner?.type, template.type]).toContain('balancing');
      expect(partner?.key).not.toBe(template.key);
      const values = Object.entries(templateValues(template)).map(([name, value]) => [name, String(value)]);
      const read = measureForm.safeParse({
        ...Object.fromEntries(values),
        ratePer: template.ratePer,
        lowest: template.lowest,
        highest: template.highest,
        dueLagDays: template.dueLagDays,
      });
      expect(read.error?.issues ?? []).toEqual([]);
    },
  );

  test('a template that is not there fills in nothing', () => {
    expect([findTemplate(null), findTemplate('x'), findTemplate('__proto__')]).toEqual([null, null, null]);
  });
});

describe('a team’s set of measures', () => {
  const of = (...types: ('outcome' | 'process' | 'balancing')[]) =>
    measureAdvice(
      't1',
      types.map((type) => ({ type })),
    )?.sentence ?? null;

  test('gets one sentence about what it lacks, and none where it lacks nothing', () => {
    expect(of()).toBeNull();
    expect(of('outcome')).toBe('No balancing measure yet. One shows what may get worse meanwhile.');
    expect(of('outcome', 'balancing')).toBe(
      'No process measure yet. One shows whether you do what you planned.',
    );
    expect(of('process', 'balancing')).toBe('Two measures so far. Most teams keep three to eight.');
    expect(of('outcome', 'process', 'balancing')).toBeNull();
    expect(of(...Array.from({ length: 9 }, () => 'process' as const))).toBe(
      '9 measures are many to keep up with. Most teams look at three to eight.',
    );
  });

  test('the sentence leads to the common measures of that type', () => {
    expect(measureAdvice('t1', [{ type: 'outcome' }])?.link).toEqual({
      href: '/teams/t1/measures/new?type=balancing',
      words: 'Choose one',
    });
  });
});

describe('how it was counted', () => {
  const measure = plainMeasure({
    definition: 'Half days count.',
    inclusions: 'Those on the list.',
    goal: 94,
  });
  const lines = [
    { id: 'c', day: '2026-11-02', who: 'Dana Whitfield', was: { goal: 92, goalBy: '2027-05-21' } },
    {
      id: 'b',
      day: '2026-09-21',
      who: 'Grace Lin',
      was: { definition: 'Whole days count.', inclusions: '' },
    },
    { id: 'a', day: '2026-09-01', who: 'Grace Lin', was: { definition: '', strata: ['Lincoln', 'Harbor'] } },
  ];

  test('each change has the words before it and after it, newest first', () => {
    const changes = definitionChanges(measure, lines);
    expect(changes.map(({ countsAnew: anew }) => anew)).toEqual([false, true, false]);
    expect(changes[0]?.parts).toEqual([
      { label: 'Goal', was: '92', is: '94' },
      { label: 'Goal by', was: 'May 21, 2027', is: '' },
    ]);
    expect(changes[1]?.parts).toEqual([
      { label: 'Exactly what is counted', was: 'Whole days count.', is: 'Half days count.' },
      { label: 'Who is in, who is out', was: '', is: 'Those on the list.' },
    ]);
    expect(changes[2]?.parts).toEqual([
      { label: 'Exactly what is counted', was: '', is: 'Whole days count.' },
      { label: 'Groups', was: 'Lincoln, Harbor', is: '' },
    ]);
  });

  test('is one sentence: how often, when, who, and what', () => {
    expect(changesSentence(definitionChanges(measure, lines))).toBe(
      'Changed once. On September 21, 2026, Grace Lin changed exactly what is counted and who is in and who is out.',
    );
    const twice = [{ id: 'd', day: '2026-12-01', who: null, was: { numeratorWords: 'Days' } }, ...lines];
    expect(changesSentence(definitionChanges(measure, twice))).toBe(
      'Changed 2 times. Last, on December 1, 2026, somebody changed the number on top.',
    );
    expect(changesSentence(definitionChanges(measure, lines.slice(0, 1)))).toBe('');
  });

  test('first words are no other way of counting', () => {
    expect(countsAnew({ definition: '' })).toBe(false);
    expect(countsAnew({ definition: 'Whole days.' })).toBe(true);
    expect(countsAnew({ source: 'A sheet' })).toBe(false);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayIn } from '~/access/today';
import { lateBy, mediansOf, type Pace, paceInWords, pacesOf, type WaitDays, waited } from '~/cycles/pace';
import { type StuckCycle, type StuckOptions, stuckOf } from '~/cycles/stuck';

const paces = (ofTeam: readonly WaitDays[], ofCommunity: readonly WaitDays[]) =>
  pacesOf(mediansOf(ofTeam), mediansOf(ofCommunity));

const usual: StuckOptions['paces'] = {
  start: { days: 0, whose: 'team' },
  data: { days: 4, whose: 'team' },
  study: { days: 5, whose: 'team' },
  decision: { days: 2, whose: 'team' },
  'follow-up': { days: 7, whose: 'team' },
};
const options = (some: Partial<StuckOptions> = {}): StuckOptions => ({
  paces: usual,
  today: '2026-12-01',
  holidays: [],
  ...some,
});

let counter = 0;
const cycle = (some: Partial<StuckCycle> = {}): StuckCycle => {
  counter += 1;
  return {
    id: `c${counter}`,
    number: 4,
    previousId: null,
    startsBranch: false,
    ideaId: 'i',
    scale: 'few',
    startsOn: '2026-11-02',
    endsOn: null,
    doStartedOn: null,
    doEndedOn: null,
    studiedOn: null,
    decidedOn: null,
    firstDataOn: null,
    followUpOn: null,
    learned: '',
    decision: null,
    measureId: 'm',
    hasSeen: false,
    plan: 'Text first.',
    ...some,
  };
};
const doing = { doStartedOn: '2026-11-02' };
const ended = { ...doing, doEndedOn: '2026-11-19', hasSeen: true };
const studied = { ...ended, learned: 'It works.', studiedOn: '2026-11-20' };
const adopted = {
  ...studied,
  decision: 'adopt' as const,
  decidedOn: '2026-11-20',
  firstDataOn: '2026-11-09',
};
const reasons = (cycles: StuckCycle[], some?: Partial<StuckOptions>) =>
  stuckOf(cycles, options(some)).map(({ reason }) => reason);

describe('a cycle waits longer than the team usually takes', () => {
  test('planned, and not started', () => {
    expect(stuckOf([cycle()], options())).toMatchObject([
      {
        reason: 'Cycle 4 has been waiting to start 29 days; this team usually takes less than a day.',
        deed: 'Start Cycle 4',
        place: 'do',
      },
    ]);
    expect(reasons([cycle({ startsOn: '2026-12-07' })])).toEqual([]);
  });

  test('started, and no data: a number, or a word of what was seen, ends the wait', () => {
    expect(stuckOf([cycle(doing)], options())).toMatchObject([
      {
        reason: 'Cycle 4 has been waiting for its first data 29 days; this team usually takes 4.',
        deed: 'Enter the first numbers of Cycle 4',
        ...{ place: 'numbers', measureId: 'm' },
      },
    ]);
    expect(reasons([cycle({ ...doing, firstDataOn: '2026-11-09' })])).toEqual([]);
    expect(reasons([cycle({ ...doing, hasSeen: true })])).toEqual([]);
    expect(stuckOf([cycle({ ...doing, measureId: null })], options())).toMatchObject([{ place: 'do' }]);
  });

  test('data, and no Study', () => {
    expect(stuckOf([cycle(ended)], options())).toMatchObject([
      {
        reason: 'Cycle 4 has been waiting for its Study 12 days; this team usually takes 5.',
        deed: 'Write the Study of Cycle 4',
        place: 'study',
      },
    ]);
  });

  test('a Study, and no decision; a Study that came early waits from the end of Do', () => {
    expect(reasons([cycle(studied)])).toEqual([
      'Cycle 4 has been waiting for its decision 11 days; this team usually takes 2.',
    ]);
    expect(reasons([cycle({ ...studied, studiedOn: '2026-11-10' })])).toEqual([
      'Cycle 4 has been waiting for its decision 12 days; this team usually takes 2.',
    ]);
  });

  test('adopted, and no number since', () => {
    expect(reasons([cycle({ ...adopted, decidedOn: '2026-11-12' })])).toEqual([
      'Cycle 4 has been waiting for a number since it was adopted 19 days; this team usually takes 7.',
    ]);
    expect(reasons([cycle({ ...adopted, decidedOn: '2026-11-12', followUpOn: '2026-11-16' })])).toEqual([]);
    expect(reasons([cycle({ ...adopted, decidedOn: '2026-11-12', measureId: null })])).toEqual([]);
    expect(reasons([cycle({ ...adopted, decidedOn: '2026-11-12', decision: 'abandon' })])).toEqual([]);
  });

  test('the later it is and the more hangs on it, the more urgent', () => {
    const [small, big] = [
      cycle({ ...ended, number: 1, scale: 'one' }),
      cycle({ ...ended, number: 2, scale: 'sites' }),
    ];
    const late = cycle({
      ...ended,
      number: 3,
      scale: 'one',
      doEndedOn: '2026-06-01',
      doStartedOn: '2026-05-01',
    });
    expect(stuckOf([small, big, late], options()).map(({ number }) => number)).toEqual([3, 2, 1]);
  });
});

describe('late is what is past its usual wait and past its own day', () => {
  const soon = { study: { days: 0, whose: 'team' }, data: { days: 0, whose: 'team' } } as const;
  const lateOf = (some: Partial<StuckCycle>) =>
    stuckOf([cycle(some)], options({ paces: { ...usual, ...soon } })).map(
      ({ isLate, workingDaysLate, reason }) => ({ isLate, workingDaysLate, reason }),
    );

  test('a Study whose day is still to come is slower than usual, and not late', () => {
    // Do ended on Tuesday; the Study is due a working week later.
    expect(lateOf({ ...ended, doEndedOn: '2026-11-24' })).toEqual([
      {
        ...{ isLate: false, workingDaysLate: 3 },
        reason: 'Cycle 4 has been waiting for its Study 7 days; this team usually takes less than a day.',
      },
    ]);
  });

  test('past both, it is late by the later of the two', () => {
    expect(lateOf({ ...ended, doEndedOn: '2026-11-19' })).toMatchObject([
      { isLate: true, workingDaysLate: 1 },
    ]);
    const slow = stuckOf([cycle({ ...ended, doEndedOn: '2026-11-10' })], options());
    expect(slow).toMatchObject([{ isLate: true, workingDaysLate: 8 }]);
  });

  test('first data is not late before the day on which Do is to end; without such a day the usual wait tells', () => {
    expect(lateOf({ ...doing, endsOn: '2026-12-11' })).toMatchObject([{ isLate: false }]);
    expect(lateOf(doing)).toMatchObject([{ isLate: true }]);
  });

  test('an adopted change has no day of its own: the usual wait tells', () => {
    expect(lateOf({ ...adopted, decidedOn: '2026-11-12' })).toMatchObject([{ isLate: true }]);
  });
});

describe('the clock', () => {
  const five: Pace = { days: 5, whose: 'team' };

  test('grants two working days more than usual; a weekend is no working day', () => {
    // Thursday Nov 5 and five days is Tuesday, Nov 10: Wednesday and Thursday are grace.
    expect(lateBy('2026-11-05', five, '2026-11-12', [])).toBe(0);
    expect(lateBy('2026-11-05', five, '2026-11-13', [])).toBe(1);
    expect(lateBy('2026-11-05', five, '2026-11-15', [])).toBe(1);
    expect(lateBy('2026-11-05', five, '2026-11-16', [])).toBe(2);
  });

  test('leaves out the community’s days off', () => {
    const off = ['2026-11-26', '2026-11-27'];
    expect(lateBy('2026-11-20', five, '2026-11-30', off)).toBe(0);
    expect(lateBy('2026-11-20', five, '2026-11-30', [])).toBe(1);
  });

  test('counts a leap day as a day', () => {
    expect(waited({ ...cycle(), startsOn: '2028-02-28', doStartedOn: '2028-03-01' }, 'start')).toBe(2);
    expect(waited({ ...cycle(), startsOn: '2027-02-28', doStartedOn: '2027-03-01' }, 'start')).toBe(1);
    expect(lateBy('2028-02-24', five, '2028-03-02', [])).toBe(0);
    expect(lateBy('2028-02-24', five, '2028-03-03', [])).toBe(1);
  });

  test('is not moved by the change to winter time, nor by where the reader sits', () => {
    expect(waited({ ...cycle(), startsOn: '2026-10-31', doStartedOn: '2026-11-02' }, 'start')).toBe(2);
    expect(waited({ ...cycle(), startsOn: '2027-03-13', doStartedOn: '2027-03-15' }, 'start')).toBe(2);
    // A Study written at 11 pm in Chicago is of that day, though it is the next one in London.
    const instant = new Date('2026-11-21T05:00:00.000Z');
    const inChicago = { ...studied, studiedOn: dayIn('America/Chicago', instant) };
    expect(reasons([cycle(inChicago)])[0]).toContain('11 days');
    expect(reasons([cycle({ ...studied, studiedOn: dayIn('Europe/London', instant) })])[0]).toContain(
      '10 days',
    );
  });

  test('never calls something late before its usual time, nor less late a day later', () => {
    const day = (offset: number) => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10);
    fc.assert(
      fc.property(fc.nat(900), fc.nat(60), fc.nat(120), (start, days, after) => {
        const pace: Pace = { days, whose: 'team' };
        const late = lateBy(day(start), pace, day(start + after), []);
        if (after <= days + 2) expect(late).toBe(0);
        expect(lateBy(day(start), pace, day(start + after + 1), [])).toBeGreaterThanOrEqual(late);
      }),
    );
  });
});

describe('the usual pace', () => {
  const took = (days: number): WaitDays => ({
    ...{ startsOn: '2026-09-01', doStartedOn: '2026-09-01', doEndedOn: '2026-09-10' },
    studiedOn: `2026-09-${10 + days}`,
    ...{ decidedOn: null, firstDataOn: null, followUpOn: null },
  });

  test('is the median of the team’s own finished cycles', () => {
    expect(paces([took(1), took(5), took(9)], [took(20)]).study).toEqual({ days: 5, whose: 'team' });
    expect(paces([took(1), took(4), took(5), took(9)], []).study).toEqual({ days: 5, whose: 'team' });
  });

  test('is the community’s where the team has finished fewer than three, and 14 days where nobody has', () => {
    expect(paces([took(1), took(2)], [took(1), took(2), took(6), took(7), took(8)]).study).toEqual({
      ...{ days: 6, whose: 'community' },
    });
    expect(paces([], [took(1)]).study).toEqual({ days: 14, whose: 'product' });
  });

  test('leaves out waits that are not over, and counts what was done early as no wait', () => {
    expect(paces([took(1), took(2), { ...took(3), studiedOn: null }], []).study.whose).toBe('product');
    expect(waited({ ...took(1), studiedOn: '2026-09-01' }, 'study')).toBe(0);
  });

  test('is said in words', () => {
    expect(paceInWords({ days: 0, whose: 'community' })).toBe('teams here usually take less than a day');
    expect(paceInWords({ days: 1, whose: 'team' })).toBe('this team usually takes 1 day');
    expect(paceInWords({ days: 6, whose: 'community' })).toBe('teams here usually take 6');
    expect(paceInWords({ days: 14, whose: 'product' })).toBe('14 days is usual');
    expect(reasons([cycle(ended)], { paces: paces([], []), today: '2026-12-20' })).toEqual([
      'Cycle 4 has been waiting for its Study 31 days; 14 days is usual.',
    ]);
  });
});

describe('a ramp goes round in a circle', () => {
  const ramp = (...some: Partial<StuckCycle>[]) => {
    const steps = some.map((one, i) =>
      cycle({ ...adopted, followUpOn: '2026-11-23', number: i + 1, ...one }),
    );
    return steps.map((step, i) => ({ ...step, previousId: steps[i - 1]?.id ?? null }));
  };

  test('three cycles at one size', () => {
    expect(reasons(ramp({}, {}, {}))).toEqual([
      'Cycles 1, 2 and 3 were all one size: a few. Small is for learning; what works is tested bigger.',
    ]);
    expect(reasons(ramp({}, {}))).toEqual([]);
    expect(reasons(ramp({ scale: 'one' }, {}, {}))).toEqual([]);
    expect(reasons(ramp({}, {}, {}, { scale: 'site' }))).toEqual([]);
  });

  test('but not where nobody said how big, at the biggest size, or once it is over', () => {
    expect(reasons(ramp({ scale: null }, { scale: null }, { scale: null }))).toEqual([]);
    expect(reasons(ramp({ scale: 'everyone' }, { scale: 'everyone' }, { scale: 'everyone' }))).toEqual([]);
    expect(reasons(ramp({}, {}, { decision: 'abandon' }))).toEqual([]);
  });

  const adapt = (scale: 'one' | 'few' | 'site', plan = 'Text first.') => ({
    decision: 'adapt' as const,
    scale,
    plan,
  });

  test('adapt three times, and the plan is the same', () => {
    const again = stuckOf(ramp(adapt('few'), adapt('few'), adapt('few')), options());
    expect(again.map(({ kind }) => kind)).toEqual(['adapt again', 'same size']);
    expect(again[0]).toMatchObject({
      reason: 'Cycles 1, 2 and 3 all ended with adapt, and the plan is still the same.',
      ...{ deed: 'Change something after Cycle 3', place: 'next' },
    });
  });

  test('but not where the plan or the size changed, nor where the next plan is another', () => {
    const kinds = (...some: Partial<StuckCycle>[]) =>
      stuckOf(ramp(...some), options()).map(({ kind }) => kind);
    expect(kinds(adapt('few'), adapt('few', 'Call first.'), adapt('few'))).not.toContain('adapt again');
    expect(kinds(adapt('one'), adapt('few'), adapt('site'))).not.toContain('adapt again');
    const planned = {
      decision: null,
      learned: '',
      doStartedOn: null,
      doEndedOn: null,
      startsOn: '2026-12-07',
    };
    const three = [adapt('few'), adapt('few'), adapt('few')];
    expect(kinds(...three, { ...planned, plan: 'Call first.' })).not.toContain('adapt again');
    expect(kinds(...three, planned)).toContain('adapt again');
  });
});

test('what moves along is not stuck', () => {
  expect(
    stuckOf([cycle({ ...adopted, followUpOn: '2026-11-23' }), cycle({ ...doing, hasSeen: true })], options()),
  ).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import { dayIn } from '~/access/today';
import {
  awake,
  inQueueOrder,
  nextAfter,
  type QueueLine,
  queuePartWords,
  withoutTwice,
} from '~/coaching/queue';
import { filtered, filterOf, filterWords } from '~/coaching/queue-filter';
import {
  claimLine,
  type HelpAsked,
  helpLine,
  idleLine,
  type NotedLine,
  newsOf,
  notCelebrated,
  type ReviewAsked,
  reviewLine,
  type SeenSignal,
  type StandsIdle,
  type StandsStill,
  signalKey,
  signalLine,
  stuckLine,
} from '~/coaching/queue-lines';
import { emptyWords, queueTitle } from '~/coaching/queue-words';

const clock = { today: '2026-12-01', holidays: ['2026-11-26', '2026-11-27'] };
const literacy = { teamId: 't1', team: 'Early Literacy Network' };

const review = (some: Partial<ReviewAsked> = {}) =>
  reviewLine(
    {
      ...{ ...literacy, id: 'r1', cycleId: 'c1', number: 7, scale: 'few', isPlanned: false },
      ...{ startsOnWords: 'Dec 7', beganAs: 'asked', who: 'Joy Nakamura', words: '', onDate: '2026-12-01' },
      ...some,
    },
    clock,
  );
const help = (some: Partial<HelpAsked> = {}) =>
  helpLine(
    {
      ...{ ...literacy, id: 'h1', cycleId: null, measureId: null, about: '', scale: null },
      ...{ who: 'Rosa Delgado', words: 'How do we get a median?', onDate: '2026-12-01' },
      ...some,
    },
    clock,
  );
const stuck = (some: Partial<StandsStill> = {}) =>
  stuckLine({
    ...{ ...literacy, key: 'c4 study', cycleId: 'c4', idea: 'One list every Tuesday', leader: 'Marcus Bell' },
    reason: 'Cycle 4 has been waiting for its Study 23 days; this team usually takes 6.',
    ...{ stakes: 1, workingDaysLate: 5, isLate: true },
    ...some,
  });
const seen = (some: Partial<SeenSignal> = {}): SeenSignal => ({
  ...{ ...literacy, measureId: 'm1', measure: 'School days attended', isOutcome: true },
  text: 'Shift: 7 points above the median since Oct 12',
  ...{ since: '2026-10-12', knownOn: '2026-11-30' },
  ...some,
});
const signal = (some: Partial<SeenSignal> = {}, also: string[] = []) =>
  signalLine({ ...seen(some), also }, clock);
const whys = (lines: readonly QueueLine[]) => lines.map(({ why }) => why);

describe('each line is a sentence with its reason and its next act', () => {
  test('a review that was asked for', () => {
    expect(review({ onDate: '2026-11-28' })).toMatchObject({
      why: 'Cycle 7 is ready for review',
      context: 'Asked 3 days ago by Joy Nakamura.',
      act: 'Review',
    });
    expect(review({ isPlanned: true, onDate: '2026-11-30' })).toMatchObject({
      why: 'Wants a second look at the Plan for Cycle 7',
      context: 'Asked yesterday by Joy Nakamura. Starts Dec 7.',
    });
    expect(review({ words: 'Is the\nsize right?' }).context).toBe(
      'Asked today by Joy Nakamura. “Is the size right?”',
    );
    expect(review({ beganAs: 'opened', who: 'Renee Castillo' })).toMatchObject({
      why: 'You began to review Cycle 7',
      context: 'Begun today.',
    });
  });

  test('a call for help, with what it is about', () => {
    expect(help()).toMatchObject({
      why: 'Asks for help',
      context: 'Asked today by Rosa Delgado. “How do we get a median?”',
      act: 'Answer',
    });
    expect(help({ about: 'Cycle 3', cycleId: 'c3', scale: 'site' }).why).toBe('Asks for help with Cycle 3');
  });

  test('a score that the team claims', () => {
    const claim = { ...literacy, id: 's1', score: 4, who: 'Rosa Delgado', reason: 'It holds.' };
    expect(claimLine({ ...claim, onDate: '2026-11-30' }, clock)).toMatchObject({
      ...{ part: 'waiting', why: 'Says it stands at 4.0. You settle the score', act: 'Settle the score' },
      context: 'Claimed yesterday by Rosa Delgado. “It holds.”',
    });
  });

  test('work that stands still says why, and whom to write to', () => {
    expect(stuck()).toMatchObject({
      why: 'Cycle 4 has been waiting for its Study 23 days; this team usually takes 6',
      context: 'One list every Tuesday. Marcus Bell leads it.',
      act: 'Write to Marcus',
    });
    expect(stuck({ leader: null }).act).toBe('Write to the team');
  });

  test('what is slower than usual and not late stands under a quieter heading, what goes round in a circle is stuck', () => {
    expect(stuck().part).toBe('stuck');
    expect(stuck({ isLate: false }).part).toBe('slow');
    expect(stuck({ isLate: false, workingDaysLate: 0 }).part).toBe('stuck');
    const lines = [signal(), stuck({ isLate: false, stakes: 5, workingDaysLate: 90 }), stuck(), review()];
    expect(inQueueOrder(lines).map(({ part }) => queuePartWords[part])).toEqual([
      'Waiting for you',
      'Stuck or late',
      'Slower than usual',
      'Celebrate',
    ]);
  });

  test('a team without an open cycle, with how its last one ended', () => {
    const idle: StandsIdle = {
      ...{ ...literacy, cycleId: 'c9', number: 9, idea: 'Text at noon', decision: 'adopt' },
      ...{ reason: 'No open cycle for 41 days; this team usually takes 5.', stakes: 2, workingDaysLate: 20 },
    };
    expect(idleLine(idle)).toMatchObject({
      why: 'No open cycle for 41 days; this team usually takes 5',
      context: 'Cycle 9 ended with “Adopt”: Text at noon. No next step is planned.',
    });
    expect(idleLine({ ...idle, decision: 'inconclusive' }).context).toBe(
      'Cycle 9 ended without a clear answer: Text at noon. No next step is planned.',
    );
  });

  test('a signal to celebrate', () => {
    expect(signal()).toMatchObject({
      why: 'Shift: 7 points above the median since Oct 12',
      context: 'School days attended. They may not have noticed yet.',
      act: 'Send a note',
    });
  });

  test('one signal a team, an outcome first; the others are named beside it', () => {
    const signals = [
      seen({ measureId: 'm2', measure: 'Families reached', isOutcome: false }),
      seen({ knownOn: '2026-11-09' }),
      seen({ measureId: 'm3', measure: 'Half days', isOutcome: false, knownOn: '2026-11-23' }),
      seen({ measureId: 'm4', measure: 'Tardies', teamId: 't2', team: 'Math' }),
    ];
    const news = newsOf(signals, clock.today);
    const [first, second] = ['t1', 't2'].map((id) => news.find(({ teamId }) => teamId === id));
    expect(first).toMatchObject({ measureId: 'm1', also: ['Families reached', 'Half days'] });
    expect(second).toMatchObject({ teamId: 't2', also: [] });
    expect(signal({}, ['Families reached']).context).toBe(
      'School days attended. Also improving: Families reached. They may not have noticed yet.',
    );
  });

  test('a note celebrates the team once: what else was improving by then does not come again, what is new does', () => {
    const other = seen({ measureId: 'm2', measure: 'Families reached', knownOn: '2026-11-23' });
    const elsewhere = seen({ measureId: 'm3', teamId: 't2' });
    const note = { line: signalKey(seen()), teamId: 't1', onDate: '2026-11-25' };
    const left = (notes: NotedLine[]) =>
      notCelebrated([seen({ knownOn: '2026-11-20' }), other, elsewhere], notes).map(
        ({ measureId }) => measureId,
      );
    expect(left([])).toEqual(['m1', 'm2', 'm3']);
    expect(left([note])).toEqual(['m3']);
    expect(left([{ ...note, onDate: '2026-11-22' }])).toEqual(['m2', 'm3']);
    expect(left([{ ...note, line: 'stuck c1 study' }])).toEqual(['m1', 'm2', 'm3']);
  });

  test('what became a signal more than six weeks ago is no news any more', () => {
    expect(newsOf([seen({ knownOn: '2026-10-20' })], clock.today)).toHaveLength(1);
    expect(newsOf([seen({ knownOn: '2026-10-19' })], clock.today)).toEqual([]);
  });

  test('long words are cut, never the sentence around them', () => {
    const { context } = help({ words: 'word '.repeat(100) });
    expect(context).toMatch(/ …”$/);
    expect(context.length).toBeLessThan(200);
  });
});

describe('the order', () => {
  test('people who wait come first, then what stands still, then what to celebrate', () => {
    const lines = inQueueOrder([signal(), stuck({ workingDaysLate: 90, stakes: 5 }), review()]);
    expect(lines.map(({ part }) => part)).toEqual(['waiting', 'stuck', 'celebrate']);
  });

  test('in each, the more is at stake and the longer it has waited, the earlier', () => {
    const big = stuck({ key: 'big', reason: 'Big.', stakes: 5, workingDaysLate: 3 });
    const late = stuck({ key: 'late', reason: 'Late.', stakes: 1, workingDaysLate: 14 });
    const both = stuck({ key: 'both', reason: 'Both.', stakes: 4, workingDaysLate: 9 });
    expect(whys(inQueueOrder([late, big, both]))).toEqual(['Both', 'Big', 'Late']);
  });

  test('who waits with a test of everyone comes before who waits a day longer with one classroom', () => {
    const everyone = review({ id: 'a', number: 1, scale: 'everyone', onDate: '2026-11-30' });
    const one = review({ id: 'b', number: 2, scale: 'one', onDate: '2026-11-25' });
    expect(whys(inQueueOrder([one, everyone]))).toEqual([
      'Cycle 1 is ready for review',
      'Cycle 2 is ready for review',
    ]);
  });

  test('weekends and days off are no waiting: asked on the Wednesday before Thanksgiving, two days on Tuesday', () => {
    // Wednesday itself, then Monday and Tuesday: Thursday and Friday are off.
    expect(review({ onDate: '2026-11-25' }).workingDaysLate).toBe(3);
    expect(review({ onDate: '2026-11-28' }).workingDaysLate).toBe(3);
    expect(review({ onDate: '2026-12-01' }).workingDaysLate).toBe(1);
  });

  test('a day begins at midnight where the community is', () => {
    const asked = new Date('2026-12-01T03:30:00Z');
    expect(review({ onDate: dayIn('America/New_York', asked) }).context).toContain('Asked yesterday');
    expect(review({ onDate: dayIn('Europe/Berlin', asked) }).context).toContain('Asked today');
  });

  test('of two alike the order never jumps, however they come', () => {
    const [a, b] = [stuck({ key: 'a', team: 'Alpha' }), stuck({ key: 'b', team: 'Beta' })];
    expect(inQueueOrder([b, a])).toEqual(inQueueOrder([a, b]));
  });
});

test('a cycle whose team waits for its coach is on the list once, and not as stuck', () => {
  const waits = review({ cycleId: 'c4' });
  expect(withoutTwice([waits], [stuck(), stuck({ key: 'c5 study', cycleId: 'c5' })])).toMatchObject([
    { key: 'review r1' },
    { key: 'stuck c5 study' },
  ]);
});

describe('what sleeps', () => {
  const snooze = { id: 's1', line: 'stuck c4 study', untilOn: '2026-12-04', reason: 'They meet on Thursday' };

  test('a snoozed line is away until its day, with its reason', () => {
    const { lines, asleep } = awake([stuck(), review()], [snooze], '2026-12-03');
    expect(whys(lines)).toEqual(['Cycle 7 is ready for review']);
    expect(asleep).toMatchObject([{ snooze: { reason: 'They meet on Thursday' } }]);
  });

  test('on its day it is back', () => {
    expect(awake([stuck()], [snooze], '2026-12-04').lines).toHaveLength(1);
  });

  test('the same cycle stuck in another way is another line', () => {
    const next = stuck({ key: 'c4 decision' });
    expect(awake([next], [snooze], '2026-12-03').lines).toEqual([next]);
  });

  test('a signal is known by the day it began: a newer one is to be celebrated again', () => {
    expect(signalKey({ measureId: 'm1', since: '2026-10-12' })).not.toBe(
      signalKey({ measureId: 'm1', since: '2026-11-02' }),
    );
  });
});

describe('going through the list', () => {
  const lines = [review({ id: 'a' }), review({ id: 'b' }), stuck()];

  test('after one comes the next of its part; after the last of a part its first; alone, none', () => {
    expect(nextAfter(lines, 'review a')?.key).toBe('review b');
    expect(nextAfter(lines, 'review b')?.key).toBe('review a');
    expect(nextAfter(lines.slice(1), 'review b')?.key).toBe('stuck c4 study');
    expect(nextAfter(lines, 'stuck c4 study')?.key).toBe('review a');
    expect(nextAfter(lines.slice(0, 1), 'review a')).toBeNull();
  });

  test('what was decided by somebody else meanwhile leads to the first', () => {
    expect(nextAfter(lines, 'review gone')?.key).toBe('review a');
  });

  test('filters stand in the address; what is no filter is left out', () => {
    const asked = filterOf(new URLSearchParams('show=stuck&team=t1'));
    expect(filtered(lines, asked)).toEqual([lines[2]]);
    expect(filterWords(asked)).toBe('?show=stuck&team=t1');
    expect(filterWords(filterOf(new URLSearchParams('show=everything')))).toBe('');
    expect(filtered(lines, filterOf(new URLSearchParams('team=t9')))).toEqual([]);
  });
});

describe('the words over the list', () => {
  test('how many teams could use the coach', () => {
    const of = (ids: string[]) => ids.map((teamId) => ({ ...stuck(), teamId }));
    expect(queueTitle(of(['a', 'a', 'b']), 11)).toBe('Two of your 11 teams could use you');
    expect(queueTitle(of(['a']), 1)).toBe('Your team could use you');
    expect(queueTitle(of(['a', 'b']), 2)).toBe('Both your teams could use you');
    expect(queueTitle(of(['a', 'b', 'c']), 3)).toBe('All 3 of your teams could use you');
    expect(queueTitle([], 4)).toBe('Nothing waits for you');
    expect(queueTitle([], 0)).toBe('You coach no team yet');
  });

  test('an empty list says that it is done', () => {
    expect(emptyWords({ isFiltered: false, asleep: 0, teams: 4 })).toMatch(/^You are done/);
    expect(emptyWords({ isFiltered: false, asleep: 1, teams: 4 })).toMatch(/1 line sleeps until/);
    expect(emptyWords({ isFiltered: true, asleep: 0, teams: 4 })).toMatch(/^Nothing of this kind/);
  });
});

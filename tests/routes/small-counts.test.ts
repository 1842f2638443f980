import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { indicatorLinks, measurePoints } from '#db/schema/measures';
import { loader as showCycle } from '~/routes/cycles/show';
import { loader as showIndicator } from '~/routes/indicators/show';
import { action as sendCells } from '~/routes/measures/cells';
import { loader as compare } from '~/routes/measures/compare';
import { loader as groups } from '~/routes/measures/groups';
import { loader as allMeasures } from '~/routes/measures/list';
import { loader as print } from '~/routes/measures/print';
import { loader as showMeasure } from '~/routes/measures/show';
import { loader as teamHistory } from '~/routes/teams/history';
import { loader as showTeam } from '~/routes/teams/show';
import { withDatabase } from '../support/database';
import { aCycle, aMeasure, anIndicator, aPrediction, points, theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

/** Sixteen weeks of a small class: one week is out of 7, and no other number looks like it. */
async function aSmallGroup() {
  const cast = await theCast();
  const measure = await aMeasure(cast.team, { name: 'Read on level', strata: ['Lincoln', 'Harbor'] });
  await points(
    measure.id,
    '2026-08-03',
    Array.from({ length: 16 }, (_, n) => (n === 15 ? [5, 7] : [20 + (n % 3), 40])),
  );
  await db.insert(measurePoints).values({
    measureId: measure.id,
    stratum: 'Lincoln',
    periodStart: '2026-08-03',
    numerator: 3,
    denominator: 7,
    enteredAt: '2026-12-01T12:00:00.000Z',
  });
  const cycle = await aCycle(cast.team, { startsOn: '2026-11-02', doStartedOn: '2026-11-02' });
  await aPrediction(cycle.id, measure.id, { checkOn: '2026-11-22' });
  const indicator = await anIndicator(cast.community.id);
  await db.insert(indicatorLinks).values({ measureId: measure.id, indicatorId: indicator.id, sign: 'same' });
  const params = {
    teamId: cast.team.id,
    measureId: measure.id,
    cycleId: cycle.id,
    indicatorId: indicator.id,
  };
  const pages = {
    ...{ showMeasure, showTeam, showCycle, showIndicator },
    ...{ groups, compare, allMeasures, print, teamHistory },
  };
  const read = async (personId: string) => {
    const cookie = await signedIn(personId);
    const said: Record<string, string> = {};
    for (const [name, loader] of Object.entries(pages)) {
      for (const place of ['/x', '/x?chart=p', '/x?chart=control']) {
        const answer = await get(loader, place, { params, cookie });
        expect(answer.status, name).toBe(200);
        said[`${name} ${place}`] = JSON.stringify(answer.data).replaceAll(geometry, '');
      }
    }
    return said;
  };
  return { cast, read, params };
}

/** Where the shapes of a drawing stand: a width of 42.8 is not a share. */
const geometry = / (?:x|y|x1|x2|y1|y2|cx|cy|r|width|height|d|points|transform)=\\"[^"\\]*\\"/g;

/** 5 of 7 and 3 of 7, as a percent or as counts. */
const figures = /71\.4|42\.8|"denominator":7\b|\b[53] of 7\b/;

test.each(['otherMember', 'leader', 'admin'] as const)(
  'no page tells the %s, who may not edit them, a count out of fewer than ten',
  async (who) => {
    const { cast, read } = await aSmallGroup();
    for (const [page, said] of Object.entries(await read(cast[who].id))) {
      expect(said, page).not.toMatch(figures);
    }
  },
);

test.each(['member', 'coach'] as const)('the %s of the team sees them, everywhere', async (who) => {
  const { cast, read } = await aSmallGroup();
  const said = await read(cast[who].id);
  expect(said['showMeasure /x']).toMatch(figures);
  expect(said['showTeam /x']).toMatch(figures);
  expect(said['showCycle /x']).toMatch(figures);
  expect(said['showIndicator /x']).toMatch(figures);
});

test('history says that a small number was entered, and its figures to the team alone', async () => {
  const { cast, read, params } = await aSmallGroup();
  const typed = (field: string, is: string) => ({
    periodStart: '2026-11-16',
    stratum: '',
    field,
    was: null,
    is,
  });
  const cells = JSON.stringify([typed('numerator', '3'), typed('denominator', '7')]);
  const cookie = await signedIn(cast.member.id);
  expect((await post(sendCells, '/x', { cells }, { params, cookie })).status).toBe(200);
  const { 'showMeasure /x': page, 'teamHistory /x': history } = await read(cast.leader.id);
  for (const said of [page, history]) {
    expect(said).toContain('changed “Read on level” for the week of Nov 16');
    expect(said).not.toMatch(figures);
  }
  expect((await read(cast.member.id))['teamHistory /x']).toContain('3 of 7');
});

test('a reader is told that the number is hidden, and why', async () => {
  const { cast, read } = await aSmallGroup();
  const said = await read(cast.otherMember.id);
  expect(said['showMeasure /x']).toContain('Hidden: fewer than 10');
  expect(said['showCycle /x']).toContain('"why":"hidden"');
});

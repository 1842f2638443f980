import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { ComponentType } from 'react';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { stories } from '#db/schema/stories';
import EditGathering, { loader as gatheringPage, action as rewriteGathering } from '~/routes/calendar/edit';
import Settings, { action as changeSettings, loader as settingsPage } from '~/routes/communities/settings';
import EditEvent, {
  loader as eventForAllPage,
  action as rewriteEventForAll,
} from '~/routes/community-events/edit';
import EditTeamEvent, { loader as eventPage, action as rewriteEvent } from '~/routes/events/edit';
import ActionPage, { loader as actionPage, action as rewriteAction } from '~/routes/indicators/action';
import EditIndicator, { loader as indicatorPage, action as redefine } from '~/routes/indicators/edit';
import FactorPage, { loader as factorPage, action as rewriteFactor } from '~/routes/indicators/factor';
import { loader as numbersPage, action as typeNumbers } from '~/routes/indicators/numbers';
import PartnerRole, { action as rewriteRole, loader as rolePage } from '~/routes/indicators/partner';
import { loader as showIndicator } from '~/routes/indicators/show';
import EditMeasure, { loader as measurePage, action as redefineMeasure } from '~/routes/measures/edit';
import EditPerson, { action as changePerson, loader as personPage } from '~/routes/people/show';
import EditPractice, { loader as practicePage, action as rewritePractice } from '~/routes/practices/edit';
import EditBrightSpot, { loader as brightSpotPage, action as rewriteBrightSpot } from '~/routes/stories/edit';
import EditTeam, { action as rewriteTeam, loader as teamPage } from '~/routes/teams/edit';
import Driver, { loader as driverPage, action as rewriteDriver } from '~/routes/theories/driver';
import Idea, { loader as ideaPage, action as rewriteIdea } from '~/routes/theories/idea';
import EditVisit, { action as rewriteVisit, loader as visitPage } from '~/routes/visits/edit';
import { withDatabase } from '../support/database';
import { drawnPage, fieldsOf, type Sent } from '../support/drawn-form';
import {
  aDriver,
  aFactor,
  aMeasure,
  anEvent,
  anIdea,
  anIndicator,
  anIndicatorAction,
  anObservation,
  aPartner,
  aPartnerRole,
  aPractice,
  aVisitNote,
  theCast,
} from '../support/factories';
import { get, post, signedIn } from '../support/requests';

/* Two people, or two tabs, with one form: both drawn, then both saved. Nobody's words may go unsaid. */

withDatabase();

type Stage = Awaited<ReturnType<typeof aStage>>;
async function aStage() {
  const cast = await theCast();
  const [admin, leader, coach, member] = await Promise.all(
    [cast.admin, cast.leader, cast.coach, cast.member].map(({ id }) => signedIn(id)),
  );
  return { ...cast, cookies: { admin, leader, coach, member } };
}

type Person = 'admin' | 'leader' | 'coach' | 'member';

interface Form {
  page: ComponentType;
  loader: (args: LoaderFunctionArgs) => unknown;
  action: (args: ActionFunctionArgs) => unknown;
  formId: string;
  /** Makes what is edited; answers with the parameters of its address. */
  made: (stage: Stage) => Promise<Record<string, string>>;
  /** What is kept, of what the loader answers. */
  // biome-ignore lint/suspicious/noExplicitAny: each page answers with something else.
  kept: (data: any) => Record<string, unknown>;
  /** What the other tab saves first, and what this one then changes: other fields, each as it is kept. */
  theirs: [Sent, Record<string, unknown>];
  mine: [Sent, Record<string, unknown>];
  /** What this one writes into a field of theirs, and what it is told there. */
  both: [field: string, value: string, told: string];
  /** Who has the other tab, and who this one. */
  people?: [Person, Person];
}

const words = (sentence: string) => `${sentence} Put the two together, or save again to keep yours.`;

const forms: Record<string, Form> = {
  'an indicator': {
    ...{ page: EditIndicator, loader: indicatorPage, action: redefine, formId: 'indicator' },
    made: async ({ community }) => ({
      indicatorId: (await anIndicator(community.id, { definition: 'All seniors.', target: 80 })).id,
    }),
    kept: ({ indicator }) => indicator,
    theirs: [{ definition: 'Seniors who began here.' }, { definition: 'Seniors who began here.' }],
    mine: [{ direction: 'lower' }, { direction: 'lower' }],
    both: ['definition', 'Mine.', words('changed this meanwhile. It says now: “Seniors who began here.”')],
  },
  'a practice': {
    ...{ page: EditPractice, loader: practicePage, action: rewritePractice, formId: 'practice' },
    made: async ({ community }) => ({
      practiceId: (await aPractice(community.id, { steps: 'Text.\r\nThen call.' })).id,
    }),
    kept: ({ practice }) => practice,
    theirs: [
      { steps: 'Call.', setting: 'high' },
      { steps: 'Call.', setting: 'high' },
    ],
    mine: [{ forWhom: '9th grade' }, { forWhom: '9th grade' }],
    both: ['steps', 'Write.', words('changed this meanwhile. It says now: “Call.”')],
  },
  'a measure': {
    ...{ page: EditMeasure, loader: measurePage, action: redefineMeasure, formId: 'measure-form' },
    made: async ({ team }) => ({
      teamId: team.id,
      measureId: (await aMeasure(team, { definition: 'Days.', goal: 90, strata: ['Grade 9'] })).id,
    }),
    kept: ({ measure }) => measure,
    theirs: [{ definition: 'Days here.', strata: 'Grade 10' }, { definition: 'Days here.' }],
    mine: [
      { goal: '95', dueLagDays: '3' },
      { goal: 95, dueLagDays: 3, strata: ['Grade 9', 'Grade 10'] },
    ],
    people: ['member', 'coach'],
    both: ['definition', 'Hours.', words('changed this meanwhile. It says now: “Days here.”')],
  },
  'a team': {
    ...{ page: EditTeam, loader: teamPage, action: rewriteTeam, formId: 'team-form' },
    made: async ({ team, community }) => {
      await aPartner(community.id);
      return { teamId: team.id };
    },
    kept: ({ team }) => team,
    theirs: [
      { about: 'Lincoln High.', aimBy: '2027-05-21' },
      { about: 'Lincoln High.', aimBy: '2027-05-21' },
    ],
    mine: [{ aimWhat: 'attendance' }, { aimWhat: 'attendance' }],
    both: ['aimBy', '2027-06-01', words('changed by when meanwhile. It says now: “May 21, 2027”')],
  },
  'an event of a team': {
    ...{ page: EditTeamEvent, loader: eventPage, action: rewriteEvent, formId: 'event-form' },
    made: async ({ team }) => {
      const [one, away] = [
        await aMeasure(team),
        await aMeasure(team, { archivedAt: '2026-10-01T00:00:00.000Z' }),
      ];
      const event = await anEvent(team, { untilDate: '2026-10-30', detail: '' }, [one.id, away.id]);
      return { teamId: team.id, eventId: event.id };
    },
    kept: ({ event }) => ({ ...event, charts: event.measureIds.length }),
    theirs: [{ detail: 'From Elm Street.' }, { detail: 'From Elm Street.' }],
    mine: [{ title: 'A late bus' }, { title: 'A late bus', charts: 2 }],
    people: ['member', 'coach'],
    both: ['detail', 'From the harbor.', words('changed this meanwhile. It says now: “From Elm Street.”')],
  },
  'an event of every team': {
    ...{ page: EditEvent, loader: eventForAllPage, action: rewriteEventForAll, formId: 'event-form' },
    made: async ({ team }) => ({ eventId: (await anEvent(team, { teamId: null })).id }),
    kept: ({ event }) => event,
    theirs: [{ kind: 'barrier' }, { kind: 'barrier' }],
    mine: [{ title: 'A late bus' }, { title: 'A late bus' }],
    both: [
      'kind',
      'definition change',
      words('changed this meanwhile. It says now: “Something stood in the way”'),
    ],
  },
  'a learning session': {
    ...{ page: EditGathering, loader: gatheringPage, action: rewriteGathering, formId: 'gathering-form' },
    made: async ({ team }) => ({
      eventId: (await anEvent(team, { teamId: null, kind: 'learning session', place: 'Library' })).id,
    }),
    kept: ({ gathering }) => gathering,
    theirs: [{ place: '' }, { place: '' }],
    mine: [{ title: 'Session 2' }, { title: 'Session 2' }],
    both: ['place', 'Town hall', 'took this out meanwhile. Save again to put yours there.'],
  },
  'an action': {
    ...{ page: ActionPage, loader: actionPage, action: rewriteAction, formId: 'action' },
    made: async ({ community }) => {
      const { id } = await anIndicator(community.id);
      return { indicatorId: id, actionId: (await anIndicatorAction(id)).id };
    },
    kept: ({ item }) => ({ ...item, who: item.responsible }),
    theirs: [{ who: 'The board' }, { who: 'The board' }],
    mine: [{ byDate: '2026-12-12' }, { byDate: '2026-12-12' }],
    both: ['who', 'Joy Alvarez', words('changed this meanwhile. It says now: “The board”')],
  },
  'a root cause': {
    ...{ page: FactorPage, loader: factorPage, action: rewriteFactor, formId: 'factor' },
    made: async ({ community }) => {
      const { id } = await anIndicator(community.id);
      return { indicatorId: id, factorId: (await aFactor(id)).id };
    },
    kept: ({ factor }) => factor,
    theirs: [{ evidence: 'Families said so.' }, { evidence: 'Families said so.' }],
    mine: [{ name: 'No late bus' }, { name: 'No late bus' }],
    both: ['evidence', 'A count.', words('changed this meanwhile. It says now: “Families said so.”')],
  },
  'the role of a partner': {
    ...{ page: PartnerRole, loader: rolePage, action: rewriteRole, formId: 'role' },
    made: async ({ community }) => {
      const { id } = await anIndicator(community.id);
      return { indicatorId: id, roleId: (await aPartnerRole(id, (await aPartner(community.id)).id)).id };
    },
    kept: ({ role }) => role,
    theirs: [{ role: 'Pays the bus' }, { role: 'Pays the bus' }],
    mine: [{}, {}],
    both: ['role', 'Opens the lab', words('changed this meanwhile. It says now: “Pays the bus”')],
  },
  'a driver': {
    ...{ page: Driver, loader: driverPage, action: rewriteDriver, formId: 'driver' },
    made: async ({ team }) => ({ teamId: team.id, driverId: (await aDriver(team)).id }),
    kept: ({ driver }) => driver,
    theirs: [{ detail: 'By text.' }, { detail: 'By text.' }],
    mine: [{ name: 'Families hear early' }, { name: 'Families hear early' }],
    people: ['member', 'coach'],
    both: ['detail', 'By phone.', words('changed this meanwhile. It says now: “By text.”')],
  },
  'a change idea': {
    ...{ page: Idea, loader: ideaPage, action: rewriteIdea, formId: 'idea' },
    made: async ({ team }) => {
      const practice = await aPractice(team.communityId, { name: 'Text first' });
      return { teamId: team.id, ideaId: (await anIdea(team, { practiceId: practice.id })).id };
    },
    kept: ({ idea }) => idea,
    theirs: [
      { practiceId: '', context: 'At Lincoln.' },
      { practiceId: null, context: 'At Lincoln.' },
    ],
    mine: [{ adaptation: 'By text.' }, { adaptation: 'By text.' }],
    people: ['member', 'coach'],
    both: ['context', 'At Harbor.', words('changed this meanwhile. It says now: “At Lincoln.”')],
  },
  'the words of a bright spot': {
    ...{ page: EditBrightSpot, loader: brightSpotPage, action: rewriteBrightSpot, formId: 'story' },
    made: async ({ team }) => {
      const practice = await aPractice(team.communityId);
      const story = await db
        .insert(stories)
        .values({ communityId: team.communityId, teamId: team.id, practiceId: practice.id })
        .returning()
        .get();
      return { teamId: team.id, storyId: story.id };
    },
    kept: (data) => data.words,
    theirs: [{ caveats: 'A mild winter.' }, { caveats: 'A mild winter.' }],
    mine: [{ whoBenefits: 'Families.' }, { whoBenefits: 'Families.' }],
    people: ['member', 'coach'],
    both: ['caveats', 'A new law.', words('changed this meanwhile. It says now: “A mild winter.”')],
  },
  'a note of a visit': {
    ...{ page: EditVisit, loader: visitPage, action: rewriteVisit, formId: 'visit' },
    made: async ({ team, coach }) => ({
      teamId: team.id,
      noteId: (await aVisitNote(team, { writtenBy: coach.id })).id,
    }),
    kept: ({ values }) => values,
    theirs: [{ text: 'Fewer forms.' }, { text: 'Fewer forms.' }],
    mine: [{ isShared: 'yes' }, { isShared: 'yes' }],
    people: ['coach', 'coach'],
    both: ['text', 'More time.', words('changed this meanwhile. It says now: “Fewer forms.”')],
  },
  'a person': {
    ...{ page: EditPerson, loader: personPage, action: changePerson, formId: 'person' },
    made: async ({ community, member }) => {
      await aPartner(community.id);
      return { personId: member.id };
    },
    kept: ({ person }) => person,
    theirs: [{ role: 'coach' }, { role: 'coach' }],
    mine: [{ email: 'dana.new@example.org' }, { email: 'dana.new@example.org' }],
    people: ['admin', 'admin'],
    both: ['role', 'leader', words('changed this meanwhile. It says now: “Coach”')],
  },
  'the settings': {
    ...{ page: Settings, loader: settingsPage, action: changeSettings, formId: 'settings' },
    made: async () => ({}),
    kept: ({ settings }) => settings,
    theirs: [{ schoolYearFirstMonth: '8' }, { schoolYearFirstMonth: 8 }],
    mine: [{ holidays: '2026-11-26' }, { holidays: ['2026-11-26'] }],
    both: ['schoolYearFirstMonth', '9', words('changed this meanwhile. It says now: “August”')],
    people: ['admin', 'admin'],
  },
};

type At = { params: Record<string, string>; cookie: string };

async function drawnOf(form: Form, stage: Stage) {
  const params = await form.made(stage);
  const [other, person] = form.people ?? ['leader', 'admin'];
  const [mine, theirs] = [person, other].map((one) => ({ params, cookie: stage.cookies[one] ?? '' })) as [
    At,
    At,
  ];
  const who = other === person ? 'You' : stage[other].name;
  const page = (await get(form.loader, '/x', mine)).data;
  const drawn = fieldsOf(drawnPage(form.page, page), form.formId);
  const now = async () => form.kept((await get(form.loader, '/x', mine)).data);
  return { mine, theirs, who, page, drawn, now };
}

test.each(Object.entries(forms))('what one tab saved of %s, the other leaves', async (_, form) => {
  const { mine, theirs, drawn, now } = await drawnOf(form, await aStage());
  expect((await post(form.action, '/x', { ...drawn, ...form.theirs[0] }, theirs)).status).toBe(302);
  expect((await post(form.action, '/x', { ...drawn, ...form.mine[0] }, mine)).status).toBe(302);
  expect(await now()).toMatchObject({ ...form.theirs[1], ...form.mine[1] });
});

test.each(Object.entries(forms))(
  'a field of %s that both changed is said, and saved knowingly',
  async (_, form) => {
    const { mine, theirs, who, page, drawn, now } = await drawnOf(form, await aStage());
    await post(form.action, '/x', { ...drawn, ...form.theirs[0] }, theirs);
    const before = await now();
    const [field, value, told] = form.both;
    const refused = await post(form.action, '/x', { ...drawn, ...form.mine[0], [field]: value }, mine);
    expect(refused.status).toBe(422);
    expect(refused.data.error).toEqual({ [field]: [`${who} ${told}`] });
    expect(await now()).toEqual(before);
    const markup = drawnPage(form.page, page, refused.data);
    expect(markup).toContain(told.split('“')[0]);
    const again = fieldsOf(markup, form.formId);
    expect(again[field]).toBe(value);
    expect((await post(form.action, '/x', again, mine)).status).toBe(302);
    expect(await now()).toMatchObject(form.mine[1]);
    expect(String((await now())[field])).toBe(value);
  },
);

test('history says from what to what an indicator was changed', async () => {
  const stage = await aStage();
  const form = forms['an indicator'] as Form;
  const { mine, drawn } = await drawnOf(form, stage);
  await post(form.action, '/x', { ...drawn, target: '90', ownerId: stage.leader.id }, mine);
  await post(form.action, '/x', { ...drawn, definition: 'Seniors.' }, mine);
  const { lines } = (await get(showIndicator, '/x', mine)).data;
  expect(lines.map((line: { changes: unknown }) => line.changes)).toEqual([
    [{ label: 'What exactly is counted', was: 'All seniors.', is: 'Seniors.' }],
    [
      { label: 'What it should reach', was: '80', is: '90' },
      { label: 'Who looks after it', was: '', is: stage.leader.name },
    ],
  ]);
});

test('history says from what to what a number was changed, to those alone who may edit it', async () => {
  const { community, cookies } = await aStage();
  const { id } = await anIndicator(community.id);
  await anObservation(id, { period: '2025-26', numerator: 4, denominator: 8 });
  const params = { indicatorId: id };
  const page = (await get(numbersPage, '/x?period=2025-26', { cookie: cookies.leader, params })).data;
  const typed = { ...page.rows[0].typed, numerator: '5' };
  const row = Object.entries(typed).flatMap(([name, value]) =>
    name === 'isSuppressed' ? [] : [[`all.${name}`, value]],
  );
  const sent = { period: '2025-26', split: '', ...Object.fromEntries(row) };
  expect((await post(typeNumbers, '/x', sent, { cookie: cookies.leader, params })).status).toBe(302);
  const seen = async (cookie = '') => (await get(showIndicator, '/x', { cookie, params })).data.lines[0];
  expect(await seen(cookies.admin)).toMatchObject({
    deed: expect.stringContaining('changed 1 number of'),
    changes: [{ label: 'Everyone', was: '4 of 8', is: '5 of 8' }],
  });
  for (const cookie of [cookies.coach, cookies.member])
    expect(await seen(cookie)).not.toHaveProperty('changes');
});

test('a new name for a group that got another one meanwhile is not lost without a word', async () => {
  const stage = await aStage();
  const { mine, theirs, drawn, now } = await drawnOf(forms['a measure'] as Form, stage);
  await post(redefineMeasure, '/x', { ...drawn, 'groups[0].name': 'Freshmen' }, theirs);
  const renamed = await post(redefineMeasure, '/x', { ...drawn, 'groups[0].name': '9th grade' }, mine);
  expect(renamed.data.error['groups[0].name']).toEqual([
    '“Grade 9” was renamed or taken out meanwhile. Write “Grade 9” here again to save the rest.',
  ]);
  expect((await post(redefineMeasure, '/x', { ...drawn, goal: '95' }, mine)).status).toBe(302);
  expect(await now()).toMatchObject({ strata: ['Freshmen'], goal: 95 });
});

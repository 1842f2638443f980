import type { LoaderFunctionArgs } from '@remix-run/node';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { communities } from '#db/schema/communities';
import { imports } from '#db/schema/imports';
import { practiceOffers } from '#db/schema/practices';
import { stories } from '#db/schema/stories';
import { roles } from '#db/vocabulary';
import { type Deed, may } from '~/access/policy';
import routes from '~/routes';
import { withDatabase } from '../support/database';
import {
  aComment,
  aCycle,
  aCycleFile,
  aDriver,
  aFactor,
  aHelpAsk,
  aLink,
  aMail,
  aMeasure,
  aMeeting,
  aMeetingLine,
  aMember,
  anEvent,
  anIdea,
  anIndicator,
  anIndicatorAction,
  aPartner,
  aPartnerRole,
  aPractice,
  aReview,
  aReviewComment,
  aVisitNote,
  joinTeam,
  theCast,
} from '../support/factories';
import { get, post, signedIn } from '../support/requests';

/**
 * Every address of app/routes.ts and who may come in: a route without a row fails. "anyone": no session needed.
 * "signed in": any role. "network admin": an admin who runs the network, and no other. A deed: whoever the policy gives it to. null: the address does not take this method.
 */
type Door = 'anyone' | 'signed in' | 'network admin' | Deed | null;

const doors: Record<string, { get: Door; post: Door }> = {
  '': { get: 'signed in', post: null },
  'sign-in': { get: 'anyone', post: 'anyone' },
  'sign-out': { get: 'anyone', post: 'anyone' },
  'forgot-password': { get: null, post: null },
  'welcome/:token': { get: 'anyone', post: 'anyone' },
  account: { get: 'signed in', post: 'signed in' },
  'account/password': { get: 'signed in', post: 'signed in' },
  'account/end-session': { get: null, post: 'signed in' },
  'account/invitation': { get: null, post: 'signed in' },
  people: { get: 'manage people', post: null },
  'people/new': { get: 'manage people', post: 'manage people' },
  'people/:personId': { get: 'manage people', post: 'manage people' },
  'people/:personId/link': { get: null, post: 'manage people' },
  'people/:personId/deactivate': { get: null, post: 'manage people' },
  'people/:personId/reactivate': { get: null, post: 'manage people' },
  setup: { get: 'anyone', post: 'anyone' },
  'switch-community': { get: null, post: 'signed in' },
  settings: { get: 'change settings', post: 'change settings' },
  'settings/remove-demo': { get: null, post: 'network admin' },
  partners: { get: 'manage partners', post: 'manage partners' },
  teams: { get: 'read', post: null },
  'teams/new': { get: 'start teams', post: 'start teams' },
  'teams/:teamId': { get: 'read', post: null },
  'teams/:teamId/edit': { get: 'edit teams', post: 'edit teams' },
  'teams/:teamId/people': { get: 'choose team people', post: 'choose team people' },
  'teams/:teamId/archive': { get: null, post: 'archive teams' },
  'teams/:teamId/bring-back': { get: null, post: 'archive teams' },
  'teams/:teamId/archived': { get: 'read', post: null },
  'teams/:teamId/history': { get: 'read', post: null },
  'teams/:teamId/print': { get: 'read', post: null },
  'teams/:teamId/measures': { get: 'read', post: null },
  'teams/:teamId/measures/print': { get: 'read', post: null },
  'teams/:teamId/measures/new': { get: 'write measures', post: 'write measures' },
  'teams/:teamId/measures/:measureId': { get: 'read', post: null },
  'teams/:teamId/measures/:measureId/groups': { get: 'read', post: null },
  'teams/:teamId/measures/:measureId/table': { get: 'read', post: null },
  'teams/:teamId/measures/:measureId/compare': { get: 'read', post: null },
  'teams/:teamId/measures/:measureId/edit': { get: 'write measures', post: 'write measures' },
  'teams/:teamId/measures/:measureId/goals': { get: 'write measures', post: 'write measures' },
  'teams/:teamId/measures/:measureId/goals/take-back': { get: null, post: 'write measures' },
  'teams/:teamId/measures/:measureId/versions': { get: 'read', post: null },
  'teams/:teamId/measures/:measureId/enter': { get: 'write measures', post: 'write measures' },
  'teams/:teamId/measures/:measureId/numbers': { get: 'write measures', post: 'write measures' },
  'teams/:teamId/measures/:measureId/cells': { get: null, post: 'write measures' },
  'teams/:teamId/measures/:measureId/fill': { get: null, post: 'write measures' },
  'teams/:teamId/measures/:measureId/undo': { get: null, post: 'write measures' },
  'teams/:teamId/measures/:measureId/tally': { get: 'write measures', post: 'write measures' },
  'teams/:teamId/measures/:measureId/taps': { get: null, post: 'write measures' },
  'teams/:teamId/measures/:measureId/paste': { get: 'write measures', post: 'write measures' },
  'teams/:teamId/measures/:measureId/import': { get: 'write measures', post: 'write measures' },
  'teams/:teamId/measures/:measureId/imports/:importId': { get: 'write measures', post: 'write measures' },
  'teams/:teamId/measures/:measureId/imports/:importId/progress': { get: 'write measures', post: null },
  'teams/:teamId/measures/:measureId/imports/:importId/throw-away': { get: null, post: 'write measures' },
  'teams/:teamId/measures/:measureId/imports/:importId/undo': { get: null, post: 'write measures' },
  'teams/:teamId/measures/:measureId/archive': { get: null, post: 'write measures' },
  'teams/:teamId/measures/:measureId/archive/bring-back': { get: null, post: 'write measures' },
  'teams/:teamId/measures/:measureId/chart': { get: null, post: 'write measures' },
  'teams/:teamId/measures/:measureId/baseline': { get: 'write measures', post: 'write measures' },
  'teams/:teamId/measures/:measureId/phases/new': { get: 'write measures', post: 'write measures' },
  'teams/:teamId/measures/:measureId/phases/take-back': { get: null, post: 'write measures' },
  'teams/:teamId/measures/:measureId/set-aside': { get: 'write measures', post: 'write measures' },
  'teams/:teamId/measures/:measureId/bring-back': { get: null, post: 'write measures' },
  'teams/:teamId/measures/:measureId/link': { get: 'link measures', post: 'link measures' },
  'teams/:teamId/measures/:measureId/unlink': { get: null, post: 'link measures' },
  'teams/:teamId/measures/:measureId/chart.svg': { get: 'read', post: null },
  'teams/:teamId/measures/:measureId/chart.png': { get: 'read', post: null },
  'teams/:teamId/measures/:measureId/numbers.csv': { get: 'read', post: null },
  'teams/:teamId/measures/:measureId/links': { get: 'write measures', post: 'write measures' },
  'teams/:teamId/measures/:measureId/links/revoke': { get: null, post: 'write measures' },
  'embed/:token': { get: 'anyone', post: null },
  'embed/:token/chart.svg': { get: 'anyone', post: null },
  'embed/:token/chart.png': { get: 'anyone', post: null },
  'teams/:teamId/events': { get: 'read', post: null },
  'teams/:teamId/events/new': { get: 'write measures', post: 'write measures' },
  'teams/:teamId/events/:eventId/edit': { get: 'write measures', post: 'write measures' },
  'teams/:teamId/events/:eventId/archive': { get: null, post: 'write measures' },
  'teams/:teamId/events/:eventId/bring-back': { get: null, post: 'write measures' },
  'teams/:teamId/events/:eventId/answer': { get: 'answer barriers', post: 'answer barriers' },
  events: { get: 'read', post: null },
  'events/new': { get: 'write community events', post: 'write community events' },
  'events/:eventId/edit': { get: 'write community events', post: 'write community events' },
  'events/:eventId/archive': { get: null, post: 'write community events' },
  'events/:eventId/bring-back': { get: null, post: 'write community events' },
  log: { get: 'signed in', post: null },
  'teams/:teamId/cycles/finished': { get: 'write cycles', post: 'write cycles' },
  'teams/:teamId/tried': { get: 'write cycles', post: null },
  'teams/:teamId/cycles/:cycleId/use': { get: 'read', post: 'read' },
  'teams/:teamId/cycles/new': { get: 'write cycles', post: 'write cycles' },
  'teams/:teamId/cycles/blank': { get: 'read', post: null },
  'teams/:teamId/cycles/:cycleId': { get: 'read', post: null },
  'teams/:teamId/cycles/:cycleId/archive': { get: null, post: 'write cycles' },
  'teams/:teamId/cycles/:cycleId/bring-back': { get: null, post: 'write cycles' },
  'teams/:teamId/cycles/:cycleId/plan': { get: 'write cycles', post: 'write cycles' },
  'teams/:teamId/cycles/:cycleId/do': { get: 'write cycles', post: 'write cycles' },
  'teams/:teamId/cycles/:cycleId/study': { get: 'write cycles', post: 'write cycles' },
  'teams/:teamId/cycles/:cycleId/act': { get: 'write cycles', post: 'write cycles' },
  'teams/:teamId/cycles/:cycleId/field': { get: 'read', post: 'write cycles' },
  'teams/:teamId/cycles/:cycleId/files': { get: 'read', post: 'write cycles' },
  'teams/:teamId/cycles/:cycleId/files/:fileId': { get: 'read', post: null },
  'teams/:teamId/cycles/:cycleId/versions': { get: 'write cycles', post: 'write cycles' },
  'teams/:teamId/cycles/:cycleId/next': { get: 'write cycles', post: 'write cycles' },
  'teams/:teamId/ideas/:ideaId': { get: 'read', post: 'write ideas' },
  'teams/:teamId/meeting': { get: 'read', post: 'write cycles' },
  'teams/:teamId/meeting/cycles/:cycleId/saw': { get: 'write cycles', post: 'write cycles' },
  'teams/:teamId/meeting/cycles/:cycleId/learned': { get: 'write cycles', post: 'write cycles' },
  'teams/:teamId/meeting/cycles/:cycleId/decide': { get: 'write cycles', post: 'write cycles' },
  'teams/:teamId/meetings': { get: 'read', post: null },
  'teams/:teamId/meetings/log': { get: 'write cycles', post: 'write cycles' },
  'teams/:teamId/charter': { get: 'read', post: null },
  'teams/:teamId/visits': { get: 'read', post: null },
  'teams/:teamId/visits/new': { get: 'write visit notes', post: 'write visit notes' },
  'teams/:teamId/visits/:noteId': { get: 'write visit notes', post: 'write visit notes' },
  'teams/:teamId/meetings/:meetingId': { get: 'read', post: null },
  'teams/:teamId/meetings/:meetingId/record': { get: 'read', post: 'write cycles' },
  'teams/:teamId/meetings/:meetingId/present': { get: 'write cycles', post: 'write cycles' },
  'teams/:teamId/meetings/:meetingId/end': { get: null, post: 'write cycles' },
  'teams/:teamId/meetings/:meetingId/reopen': { get: null, post: 'write cycles' },
  'teams/:teamId/meetings/:meetingId/lines/new': { get: 'write cycles', post: 'write cycles' },
  'teams/:teamId/meetings/:meetingId/lines/:lineId': { get: 'write cycles', post: 'write cycles' },
  'teams/:teamId/meetings/:meetingId/lines/:lineId/take-out': { get: null, post: 'write cycles' },
  'teams/:teamId/meetings/:meetingId/lines/:lineId/bring-back': { get: null, post: 'write cycles' },
  'teams/:teamId/meetings/:meetingId/lines/:lineId/done': { get: null, post: 'write cycles' },
  'teams/:teamId/ideas/:ideaId/archive': { get: null, post: 'write ideas' },
  'teams/:teamId/ideas/:ideaId/bring-back': { get: null, post: 'write ideas' },
  'teams/:teamId/ideas/:ideaId/belief': { get: 'write ideas', post: 'write ideas' },
  'teams/:teamId/ideas/:ideaId/take-off': { get: null, post: 'write ideas' },
  'teams/:teamId/theory': { get: 'read', post: null },
  'teams/:teamId/theory/drivers/new': { get: 'write ideas', post: 'write ideas' },
  'teams/:teamId/theory/drivers/:driverId': { get: 'read', post: 'write ideas' },
  'teams/:teamId/theory/drivers/:driverId/under': { get: null, post: 'write ideas' },
  'teams/:teamId/theory/drivers/:driverId/archive': { get: null, post: 'write ideas' },
  'teams/:teamId/theory/drivers/:driverId/bring-back': { get: null, post: 'write ideas' },
  'teams/:teamId/theory/drivers/:driverId/belief': { get: 'write ideas', post: 'write ideas' },
  'teams/:teamId/theory/ideas/new': { get: 'write ideas', post: 'write ideas' },
  'teams/:teamId/theory/measures/new': { get: 'write ideas', post: 'write ideas' },
  'teams/:teamId/theory/measures/take-off': { get: null, post: 'write ideas' },
  'teams/:teamId/theory/factors/:factorId': { get: 'write ideas', post: 'write ideas' },
  'teams/:teamId/theory/move': { get: null, post: 'write ideas' },
  'teams/:teamId/theory/lines/name': { get: null, post: 'write ideas' },
  'teams/:teamId/theory/lines/add': { get: null, post: 'write ideas' },
  'comments/:thing/:thingId': { get: 'read', post: 'comment' },
  'comments/:thing/:thingId/:commentId/resolve': { get: null, post: 'comment' },
  'comments/:thing/:thingId/:commentId/take-out': { get: null, post: 'comment' },
  calendar: { get: 'read', post: null },
  'calendar/new': { get: 'write community events', post: 'write community events' },
  'calendar/links': { get: 'signed in', post: 'signed in' },
  'calendar/links/revoke': { get: null, post: 'signed in' },
  'calendar/feed/:token/upcurve.ics': { get: 'anyone', post: null },
  'calendar/:eventId/edit': { get: 'write community events', post: 'write community events' },
  'calendar/:eventId/off': { get: null, post: 'write community events' },
  'account/mail': { get: 'signed in', post: 'signed in' },
  mail: { get: 'change settings', post: null },
  'mail/stop/:token': { get: 'anyone', post: 'anyone' },
  'mail/:mailId': { get: 'change settings', post: null },
  'mail/:mailId/send-again': { get: null, post: 'change settings' },
  inbox: { get: 'signed in', post: null },
  'inbox/put-away': { get: null, post: 'signed in' },
  coaching: { get: 'see the queue', post: null },
  'coaching/portfolio': { get: 'see the portfolio', post: null },
  'coaching/snooze': { get: 'see the queue', post: 'see the queue' },
  'coaching/wake': { get: null, post: 'see the queue' },
  'coaching/teams/:teamId/reviews/:reviewId': { get: 'review cycles', post: 'review cycles' },
  'coaching/teams/:teamId/asks/:askId': { get: 'review cycles', post: 'review cycles' },
  'coaching/teams/:teamId/note': { get: 'review cycles', post: 'review cycles' },
  'teams/:teamId/cycles/:cycleId/ask-review': { get: 'write cycles', post: 'write cycles' },
  'teams/:teamId/cycles/:cycleId/open-review': { get: null, post: 'review cycles' },
  'teams/:teamId/reviews/:reviewId/take-back': { get: null, post: 'write cycles' },
  'teams/:teamId/reviews/:reviewId/comments/:remarkId': { get: 'write cycles', post: 'write cycles' },
  'teams/:teamId/help': { get: 'write cycles', post: null },
  'teams/:teamId/help/new': { get: 'write cycles', post: 'write cycles' },
  'teams/:teamId/help/:askId/close': { get: null, post: 'write cycles' },
  leaders: { get: 'read', post: null },
  'teams/:teamId/progress': { get: 'read', post: null },
  'teams/:teamId/progress/claim': { get: 'write cycles', post: 'write cycles' },
  'teams/:teamId/progress/settle': { get: 'settle scores', post: 'settle scores' },
  practices: { get: 'read', post: null },
  'practices/new': { get: 'manage practices', post: 'manage practices' },
  'practices/:practiceId': { get: 'read', post: null },
  'practices/:practiceId/edit': { get: 'manage practices', post: 'manage practices' },
  'practices/:practiceId/working': { get: 'read', post: null },
  'practices/:practiceId/use': { get: 'read', post: 'read' },
  'practices/:practiceId/decide': { get: 'manage practices', post: 'manage practices' },
  'teams/:teamId/practices/:practiceId/bright-spot': { get: 'read', post: 'tell bright spots' },
  'teams/:teamId/bright-spots/:storyId': { get: 'read', post: null },
  'teams/:teamId/bright-spots/:storyId/edit': { get: 'tell bright spots', post: 'tell bright spots' },
  'teams/:teamId/bright-spots/:storyId/links': { get: 'tell bright spots', post: 'tell bright spots' },
  'teams/:teamId/bright-spots/:storyId/links/revoke': { get: 'read', post: 'tell bright spots' },
  'bright-spot/:token': { get: 'anyone', post: null },
  'practices/:practiceId/merge': { get: 'manage practices', post: 'manage practices' },
  'practices/:practiceId/offer': { get: 'read', post: 'manage practices' },
  'practices/:practiceId/offer/take-back': { get: 'read', post: 'manage practices' },
  'practices/offered': { get: 'read', post: null },
  'practices/offered/:offeredId': { get: 'read', post: 'manage practices' },
  indicators: { get: 'read', post: null },
  'indicators/print': { get: 'read', post: null },
  'indicators/scoreboard.csv': { get: 'read', post: null },
  'indicators/annual': { get: 'read', post: 'manage indicators' },
  'indicators/annual/figures.csv': { get: 'read', post: null },
  'indicators/annual/figures.xlsx': { get: 'read', post: null },
  'indicators/public': { get: 'publish indicators', post: 'publish indicators' },
  'indicators/public/revoke': { get: null, post: 'publish indicators' },
  'public/:token': { get: 'anyone', post: null },
  'public/:token/indicators/:indicatorId': { get: 'anyone', post: null },
  'indicators/new': { get: 'manage indicators', post: 'manage indicators' },
  'indicators/outcomes': { get: 'manage indicators', post: 'manage indicators' },
  'indicators/groups': { get: 'manage indicators', post: 'manage indicators' },
  'indicators/:indicatorId/numbers': { get: 'manage indicators', post: 'manage indicators' },
  'indicators/:indicatorId/archive': { get: 'read', post: 'archive indicators' },
  'indicators/:indicatorId/bring-back': { get: 'read', post: 'archive indicators' },
  'indicators/:indicatorId/revisions': { get: 'manage indicators', post: 'manage indicators' },
  'indicators/:indicatorId': { get: 'read', post: null },
  'indicators/:indicatorId/numbers.csv': { get: 'read', post: null },
  'indicators/:indicatorId/edit': { get: 'manage indicators', post: 'manage indicators' },
  'indicators/:indicatorId/reference': { get: null, post: 'manage indicators' },
  'indicators/:indicatorId/story': { get: 'write stories', post: 'write stories' },
  'indicators/:indicatorId/story/versions': { get: 'read', post: 'write stories' },
  'indicators/:indicatorId/partners/new': { get: 'write stories', post: 'write stories' },
  'indicators/:indicatorId/partners/:roleId': { get: 'read', post: 'write stories' },
  'indicators/:indicatorId/partners/:roleId/away': { get: null, post: 'write stories' },
  'indicators/:indicatorId/actions/new': { get: 'write stories', post: 'write stories' },
  'indicators/:indicatorId/actions/:actionId': { get: 'read', post: 'write stories' },
  'indicators/:indicatorId/actions/:actionId/done': { get: null, post: 'write stories' },
  'indicators/:indicatorId/actions/:actionId/away': { get: null, post: 'write stories' },
  'indicators/:indicatorId/factors/new': { get: 'write stories', post: 'write stories' },
  'indicators/:indicatorId/factors/:factorId': { get: 'read', post: 'write stories' },
  'indicators/:indicatorId/factors/:factorId/away': { get: null, post: 'write stories' },
  'indicators/:indicatorId/factors/:factorId/vote': { get: null, post: 'vote' },
  'indicators/:indicatorId/import': { get: 'manage indicators', post: 'manage indicators' },
  'indicators/:indicatorId/imports/:importId': { get: 'manage indicators', post: 'manage indicators' },
  'indicators/:indicatorId/imports/:importId/progress': { get: 'manage indicators', post: null },
  'indicators/:indicatorId/imports/:importId/throw-away': { get: null, post: 'manage indicators' },
  'indicators/:indicatorId/imports/:importId/undo': { get: null, post: 'manage indicators' },
  search: { get: 'signed in', post: null },
  help: { get: 'signed in', post: null },
  'help/how-we-read-charts': { get: 'signed in', post: null },
  'help/how-we-judge-practices': { get: 'signed in', post: null },
  up: { get: 'anyone', post: null },
  healthz: { get: 'anyone', post: null },
  '*': { get: 'anyone', post: 'anyone' },
};

interface RouteModule {
  loader?: (args: LoaderFunctionArgs) => unknown;
  action?: (args: LoaderFunctionArgs) => unknown;
}
const modules = import.meta.glob<RouteModule>('../../app/routes/**/*.{ts,tsx}');
const list = (await routes).map((route) => ({ path: route.path ?? '', file: route.file }));

test('every address has a row here, and every row an address', () => {
  expect(list.map((route) => route.path).sort()).toEqual(Object.keys(doors).sort());
});

withDatabase();

const isThing = (path: string) => path.includes(':') && !path.includes(':token');
const isTeams = (path: string) => path.includes('teams/:teamId');
/** Things of a team, and the indicator that the team's measure feeds. */
const isOwned = (path: string) => isTeams(path) || path.startsWith('indicators/:indicatorId');

async function theScene(path: string) {
  const cast = await theCast();
  // A coach of other teams, who is in this one as one of its people.
  const guest = await aMember(cast.community.id, 'coach');
  await joinTeam(cast.team.id, guest.id, 'member');
  await db.update(communities).set({ isDemo: true }).where(eq(communities.id, cast.community.id));
  const measure = await aMeasure(cast.team);
  const idea = await anIdea(cast.team);
  const driver = await aDriver(cast.team);
  const cycle = await aCycle(cast.team, { ideaId: idea.id });
  const file = await aCycleFile(cycle.id);
  const practice = await aPractice(cast.community.id);
  // Another community's: the stranger's own, which nobody is offered of oneself.
  const offered = await aPractice(cast.elsewhere.id);
  await db.insert(practiceOffers).values({ practiceId: offered.id });
  const indicator = await anIndicator(cast.community.id);
  // The cast's team works on the indicator: a measure of theirs feeds it.
  await aLink(measure.id, indicator.id);
  const role = await aPartnerRole(indicator.id, (await aPartner(cast.community.id)).id);
  const action = await anIndicatorAction(indicator.id);
  const factor = await aFactor(indicator.id);
  const event = await anEvent(cast.team, { kind: 'barrier' });
  const meeting = await aMeeting(cast.team);
  const line = await aMeetingLine(meeting.id, { writtenBy: cast.member.id });
  const comment = await aComment(cast.team, { thing: 'cycle', thingId: cycle.id });
  const review = await aReview(cast.team, cycle.id, { begunBy: cast.member.id });
  const remark = await aReviewComment(review, { writtenBy: cast.coach.id });
  const ask = await aHelpAsk(cast.team, { askedBy: cast.member.id });
  const visit = await aVisitNote(cast.team, { writtenBy: cast.coach.id });
  const mail = await aMail(cast.community.id, cast.member.id);
  const session = await anEvent(cast.team, { teamId: null, kind: 'learning session' });
  const everybodys = await anEvent(cast.team, { teamId: null });
  // A brought file is its bringer's until it is saved, and only a saved one can be taken back.
  const forThing = isTeams(path)
    ? { forKind: 'measure', forId: measure.id, contents: Buffer.from('Week,Value\n2026-09-07,71\n') }
    : {
        forKind: 'indicator',
        forId: indicator.id,
        contents: Buffer.from('Group,2014-15,2015-16\nBlack,70.1,72\nWhite,80,81\n'),
      };
  const savedAt = path.endsWith('/undo') ? '2026-09-14T12:00:00.000Z' : null;
  const brought = new Map<string, string>();
  const bringers = [...roles.map((role) => [role, cast[role].id] as const), ['guest', guest.id] as const];
  for (const [who, broughtBy] of bringers) {
    const row = await db
      .insert(imports)
      .values({
        ...forThing,
        communityId: cast.community.id,
        fileName: 'rates.csv',
        contentHash: who,
        broughtBy,
        savedAt,
      })
      .returning()
      .get();
    brought.set(who, row.id);
  }
  const story = await db
    .insert(stories)
    .values({ communityId: cast.community.id, practiceId: practice.id, teamId: cast.team.id })
    .returning()
    .get();
  const params = {
    storyId: story.id,
    teamId: cast.team.id,
    measureId: measure.id,
    ideaId: idea.id,
    driverId: driver.id,
    cycleId: cycle.id,
    fileId: file.id,
    practiceId: practice.id,
    offeredId: offered.id,
    indicatorId: indicator.id,
    roleId: role.id,
    actionId: action.id,
    factorId: factor.id,
    meetingId: meeting.id,
    lineId: line.id,
    thing: 'cycle',
    thingId: cycle.id,
    commentId: comment.id,
    reviewId: review.id,
    remarkId: remark.id,
    askId: ask.id,
    mailId: mail.id,
    noteId: visit.id,
    eventId: isTeams(path) ? event.id : path.startsWith('calendar') ? session.id : everybodys.id,
    importId: brought.get('leader') ?? '',
    personId: cast.member.id,
    token: 'x'.repeat(43),
  };
  return { cast, guest, params, brought };
}

test.each(list)('$path: who comes in and who does not', async ({ path, file }) => {
  const door = doors[path] ?? { get: null, post: null };
  const module = await modules[`../../app/${file}`]?.();
  expect(module, `${file} is there`).toBeDefined();
  const { cast, guest, params, brought } = await theScene(path);
  const place = `/${path.replaceAll(/:(\w+)/g, (_, name: string) => params[name as keyof typeof params] ?? name)}`;
  const knock = async (method: 'get' | 'post', cookie: string, importId = params.importId) => {
    const handler = method === 'get' ? module?.loader : module?.action;
    if (!handler) throw new Error(`${file} has no ${method === 'get' ? 'loader' : 'action'}`);
    return method === 'get'
      ? get(handler, place, { cookie, params: { ...params, importId } })
      : post(handler, place, {}, { cookie, params: { ...params, importId } });
  };
  for (const method of ['get', 'post'] as const) {
    const who = door[method];
    if (who === null || who === 'anyone') continue;
    const anonymous = await knock(method, '');
    expect([anonymous.status, anonymous.location?.split('?')[0]], `anonymous ${method}`).toEqual([
      302,
      '/sign-in',
    ]);

    const stranger = await knock(method, await signedIn(cast.stranger.id));
    if (isThing(path)) expect(stranger.status, `another community’s admin, ${method}`).toBe(404);
    if (who === 'signed in') continue;

    for (const role of roles) {
      // The cast's member and coach belong to the team; its leader and admin do not.
      const part = isOwned(path) && (role === 'member' || role === 'coach') ? role : null;
      const importId = brought.get(role) ?? '';
      const answer = await knock(method, await signedIn(cast[role].id), importId);
      const isIn = answer.status !== 403 && answer.status !== 404 && answer.location !== '/sign-in';
      const isMeant = who !== 'network admin' && may(role, who, part);
      expect(isIn, `${role}, ${method}: ${answer.status}`).toBe(isMeant);
    }
    if (who === 'network admin') {
      const boss = await aMember(cast.community.id, 'admin', { isNetworkAdmin: true });
      expect((await knock(method, await signedIn(boss.id))).status, `network admin, ${method}`).toBe(302);
      continue;
    }
    if (isOwned(path)) {
      const other = await knock(method, await signedIn(cast.otherMember.id));
      expect(other.status === 403, `another team’s member, ${method}: ${other.status}`).toBe(
        !may('member', who, null),
      );
      const fellow = await knock(method, await signedIn(guest.id), brought.get('guest'));
      expect(
        fellow.status !== 403 && fellow.status !== 404,
        `a coach who is one of the team’s people, ${method}: ${fellow.status}`,
      ).toBe(may('coach', who, 'member'));
    }
  }
  const takes = (handler: unknown, method: 'get' | 'post') =>
    expect(handler !== undefined || door[method] === null, `${file} takes ${method}`).toBe(true);
  takes(module?.loader, 'get');
  takes(module?.action, 'post');
});

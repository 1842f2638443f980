import { index, type RouteConfig, route } from '@remix-run/route-config';

/** Every address, top to bottom, by room. */
export default [
  index('routes/home.tsx'),

  // people
  route('sign-in', 'routes/people/sign-in.tsx'),
  route('sign-out', 'routes/people/sign-out.ts'),
  route('forgot-password', 'routes/people/forgot-password.tsx'),
  route('welcome/:token', 'routes/people/welcome.tsx'),
  route('account', 'routes/people/account.tsx'),
  route('account/password', 'routes/people/change-password.tsx'),
  route('account/end-session', 'routes/people/end-session.ts'),
  route('account/invitation', 'routes/communities/answer-invitation.ts'),
  route('people', 'routes/people/list.tsx'),
  route('people/new', 'routes/people/new.tsx'),
  route('people/:personId', 'routes/people/show.tsx'),
  route('people/:personId/link', 'routes/people/make-link.tsx'),
  route('people/:personId/deactivate', 'routes/people/deactivate.ts'),
  route('people/:personId/reactivate', 'routes/people/reactivate.ts'),

  // communities
  route('setup', 'routes/communities/setup.tsx'),
  route('switch-community', 'routes/communities/switch.ts'),
  route('settings', 'routes/communities/settings.tsx'),
  route('settings/remove-demo', 'routes/communities/remove-demo.ts'),
  route('partners', 'routes/communities/partners.tsx'),

  // teams
  route('teams', 'routes/teams/list.tsx'),
  route('teams/new', 'routes/teams/new.tsx'),
  route('teams/:teamId', 'routes/teams/show.tsx'),
  route('teams/:teamId/edit', 'routes/teams/edit.tsx'),
  route('teams/:teamId/people', 'routes/teams/people.tsx'),
  route('teams/:teamId/archive', 'routes/teams/archive.ts'),
  route('teams/:teamId/bring-back', 'routes/teams/bring-back.ts'),
  route('teams/:teamId/history', 'routes/teams/history.tsx'),

  // measures
  route('teams/:teamId/measures', 'routes/measures/list.tsx'),
  route('teams/:teamId/measures/print', 'routes/measures/print.tsx'),
  route('teams/:teamId/measures/new', 'routes/measures/new.tsx'),
  route('teams/:teamId/measures/:measureId', 'routes/measures/show.tsx'),
  route('teams/:teamId/measures/:measureId/groups', 'routes/measures/groups.tsx'),
  route('teams/:teamId/measures/:measureId/compare', 'routes/measures/compare.tsx'),
  route('teams/:teamId/measures/:measureId/edit', 'routes/measures/edit.tsx'),
  route('teams/:teamId/measures/:measureId/goals', 'routes/measures/goals.tsx'),
  route('teams/:teamId/measures/:measureId/goals/take-back', 'routes/measures/take-back-goal.ts'),
  route('teams/:teamId/measures/:measureId/versions', 'routes/measures/versions.tsx'),
  route('teams/:teamId/measures/:measureId/enter', 'routes/measures/enter.tsx'),
  route('teams/:teamId/measures/:measureId/numbers', 'routes/measures/numbers.tsx'),
  route('teams/:teamId/measures/:measureId/cells', 'routes/measures/cells.ts'),
  route('teams/:teamId/measures/:measureId/fill', 'routes/measures/fill.ts'),
  route('teams/:teamId/measures/:measureId/undo', 'routes/measures/undo.ts'),
  route('teams/:teamId/measures/:measureId/tally', 'routes/measures/tally.tsx'),
  route('teams/:teamId/measures/:measureId/taps', 'routes/measures/taps.ts'),
  route('teams/:teamId/measures/:measureId/paste', 'routes/measures/paste.tsx'),
  route('teams/:teamId/measures/:measureId/import', 'routes/measures/bring-file.tsx'),
  route('teams/:teamId/measures/:measureId/imports/:importId', 'routes/measures/preview-import.tsx'),
  route('teams/:teamId/measures/:measureId/imports/:importId/throw-away', 'routes/measures/throw-away.ts'),
  route('teams/:teamId/measures/:measureId/imports/:importId/undo', 'routes/measures/undo-import.ts'),
  route('teams/:teamId/measures/:measureId/chart', 'routes/measures/choose-chart.ts'),
  route('teams/:teamId/measures/:measureId/baseline', 'routes/measures/baseline.tsx'),
  route('teams/:teamId/measures/:measureId/phases/new', 'routes/measures/start-phase.tsx'),
  route('teams/:teamId/measures/:measureId/phases/take-back', 'routes/measures/take-phase-back.ts'),
  route('teams/:teamId/measures/:measureId/set-aside', 'routes/measures/set-aside.tsx'),
  route('teams/:teamId/measures/:measureId/bring-back', 'routes/measures/bring-back.ts'),
  route('teams/:teamId/measures/:measureId/link', 'routes/measures/link.tsx'),
  route('teams/:teamId/measures/:measureId/unlink', 'routes/measures/unlink.ts'),

  // events: of a team, and of the whole community
  route('teams/:teamId/events', 'routes/events/list.tsx'),
  route('teams/:teamId/events/new', 'routes/events/new.tsx'),
  route('teams/:teamId/events/:eventId/edit', 'routes/events/edit.tsx'),
  route('teams/:teamId/events/:eventId/archive', 'routes/events/archive.ts'),
  route('teams/:teamId/events/:eventId/bring-back', 'routes/events/bring-back.ts'),
  route('events', 'routes/community-events/list.tsx'),
  route('events/new', 'routes/community-events/new.tsx'),
  route('events/:eventId/edit', 'routes/community-events/edit.tsx'),
  route('events/:eventId/archive', 'routes/community-events/archive.ts'),
  route('events/:eventId/bring-back', 'routes/community-events/bring-back.ts'),

  route('teams/:teamId/measures/:measureId/table', 'routes/measures/table.tsx'),
  route('teams/:teamId/measures/:measureId/chart.svg', 'routes/measures/chart-svg.ts'),
  route('teams/:teamId/measures/:measureId/chart.png', 'routes/measures/chart-png.ts'),
  route('teams/:teamId/measures/:measureId/numbers.csv', 'routes/measures/numbers-csv.ts'),
  route('teams/:teamId/measures/:measureId/links', 'routes/measures/chart-links.tsx'),
  route('teams/:teamId/measures/:measureId/links/revoke', 'routes/measures/revoke-chart-link.ts'),
  route('embed/:token', 'routes/measures/shared.ts'),
  route('embed/:token/chart.svg', 'routes/measures/shared-svg.ts'),
  route('embed/:token/chart.png', 'routes/measures/shared-png.ts'),

  // cycles, and the theory they test
  route('teams/:teamId/cycles/new', 'routes/cycles/new.tsx'),
  route('teams/:teamId/cycles/:cycleId', 'routes/cycles/show.tsx'),
  route('teams/:teamId/cycles/:cycleId/plan', 'routes/cycles/plan.tsx'),
  route('teams/:teamId/cycles/:cycleId/do', 'routes/cycles/do.tsx'),
  route('teams/:teamId/cycles/:cycleId/study', 'routes/cycles/study.tsx'),
  route('teams/:teamId/cycles/:cycleId/act', 'routes/cycles/act.tsx'),
  route('teams/:teamId/cycles/:cycleId/next', 'routes/cycles/next.tsx'),
  route('teams/:teamId/ideas/:ideaId', 'routes/theories/idea.tsx'),

  // meetings
  route('teams/:teamId/meeting', 'routes/meetings/show.tsx'),
  route('teams/:teamId/meeting/cycles/:cycleId/saw', 'routes/meetings/saw.tsx'),
  route('teams/:teamId/meeting/cycles/:cycleId/learned', 'routes/meetings/learned.tsx'),
  route('teams/:teamId/meeting/cycles/:cycleId/decide', 'routes/meetings/decide.tsx'),
  route('teams/:teamId/meetings', 'routes/meetings/list.tsx'),
  route('teams/:teamId/meetings/:meetingId', 'routes/meetings/summary.tsx'),
  route('teams/:teamId/meetings/:meetingId/record', 'routes/meetings/record.ts'),
  route('teams/:teamId/meetings/:meetingId/present', 'routes/meetings/present.tsx'),
  route('teams/:teamId/meetings/:meetingId/end', 'routes/meetings/end.ts'),
  route('teams/:teamId/meetings/:meetingId/reopen', 'routes/meetings/reopen.ts'),
  route('teams/:teamId/meetings/:meetingId/lines/new', 'routes/meetings/new-line.tsx'),
  route('teams/:teamId/meetings/:meetingId/lines/:lineId', 'routes/meetings/edit-line.tsx'),
  route('teams/:teamId/meetings/:meetingId/lines/:lineId/take-out', 'routes/meetings/take-out.ts'),
  route('teams/:teamId/meetings/:meetingId/lines/:lineId/bring-back', 'routes/meetings/bring-back.ts'),
  route('teams/:teamId/meetings/:meetingId/lines/:lineId/done', 'routes/meetings/done.ts'),

  // practices
  route('practices', 'routes/practices/list.tsx'),
  route('practices/new', 'routes/practices/new.tsx'),
  route('practices/:practiceId', 'routes/practices/show.tsx'),
  route('practices/:practiceId/edit', 'routes/practices/edit.tsx'),

  // indicators
  route('indicators', 'routes/indicators/list.tsx'),
  route('indicators/new', 'routes/indicators/new.tsx'),
  route('indicators/:indicatorId', 'routes/indicators/show.tsx'),
  route('indicators/:indicatorId/numbers.csv', 'routes/indicators/numbers-csv.ts'),
  route('indicators/:indicatorId/edit', 'routes/indicators/edit.tsx'),
  route('indicators/:indicatorId/reference', 'routes/indicators/reference.ts'),
  route('indicators/:indicatorId/import', 'routes/indicators/bring-file.tsx'),
  route('indicators/:indicatorId/imports/:importId', 'routes/indicators/preview-import.tsx'),
  route('indicators/:indicatorId/imports/:importId/throw-away', 'routes/indicators/throw-away.ts'),
  route('indicators/:indicatorId/imports/:importId/undo', 'routes/indicators/undo-import.ts'),

  // search
  route('search', 'routes/search/search.tsx'),

  // help
  route('help', 'routes/help/help.tsx'),
  route('help/how-we-read-charts', 'routes/help/how-we-read-charts.tsx'),

  // the server itself
  route('up', 'routes/server/up.ts'),
  route('healthz', 'routes/server/healthz.ts'),
  route('*', 'routes/server/nowhere.tsx'),
] satisfies RouteConfig;

import type { CommentedThing } from '#db/vocabulary';

/** Writes the addresses of app/routes.ts, so that no page spells one by hand. */
export const paths = {
  home: () => '/',
  signIn: (next?: string) => (next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'),
  signOut: () => '/sign-out',
  forgot: () => '/forgot-password',
  setup: () => '/setup',
  welcome: (token: string) => `/welcome/${token}`,
  account: () => '/account',
  changePassword: () => '/account/password',
  endSession: () => '/account/end-session',
  /** Which letters one gets by e-mail. */
  mailChoices: () => '/account/mail',
  answerInvitation: () => '/account/invitation',
  switchCommunity: () => '/switch-community',

  settings: () => '/settings',
  removeDemo: () => '/settings/remove-demo',
  people: () => '/people',
  newPerson: () => '/people/new',
  person: (personId: string) => `/people/${personId}`,
  makeLink: (personId: string) => `/people/${personId}/link`,
  deactivate: (personId: string) => `/people/${personId}/deactivate`,
  reactivate: (personId: string) => `/people/${personId}/reactivate`,
  partners: () => '/partners',

  teams: () => '/teams',
  newTeam: () => '/teams/new',
  team: (teamId: string) => `/teams/${teamId}`,
  editTeam: (teamId: string) => `/teams/${teamId}/edit`,
  teamPeople: (teamId: string) => `/teams/${teamId}/people`,
  archiveTeam: (teamId: string) => `/teams/${teamId}/archive`,
  bringBackTeam: (teamId: string) => `/teams/${teamId}/bring-back`,
  archived: (teamId: string) => `/teams/${teamId}/archived`,
  teamHistory: (teamId: string) => `/teams/${teamId}/history`,
  printTeam: (teamId: string) => `/teams/${teamId}/print`,

  measures: (teamId: string, scale?: 'shared') =>
    `/teams/${teamId}/measures${scale ? `?scale=${scale}` : ''}`,
  printMeasures: (teamId: string) => `/teams/${teamId}/measures/print`,
  newMeasure: (teamId: string) => `/teams/${teamId}/measures/new`,
  measure: (teamId: string, measureId: string) => `/teams/${teamId}/measures/${measureId}`,
  measureGroups: (teamId: string, measureId: string) => `/teams/${teamId}/measures/${measureId}/groups`,
  compareStretches: (teamId: string, measureId: string) => `/teams/${teamId}/measures/${measureId}/compare`,
  editMeasure: (teamId: string, measureId: string) => `/teams/${teamId}/measures/${measureId}/edit`,
  measureGoals: (teamId: string, measureId: string) => `/teams/${teamId}/measures/${measureId}/goals`,
  takeBackGoal: (teamId: string, measureId: string) =>
    `/teams/${teamId}/measures/${measureId}/goals/take-back`,
  measureVersions: (teamId: string, measureId: string) => `/teams/${teamId}/measures/${measureId}/versions`,
  enterPoint: (teamId: string, measureId: string) => `/teams/${teamId}/measures/${measureId}/enter`,
  numbers: (teamId: string, measureId: string) => `/teams/${teamId}/measures/${measureId}/numbers`,
  enterCells: (teamId: string, measureId: string) => `/teams/${teamId}/measures/${measureId}/cells`,
  fillCells: (teamId: string, measureId: string) => `/teams/${teamId}/measures/${measureId}/fill`,
  undoEntry: (teamId: string, measureId: string) => `/teams/${teamId}/measures/${measureId}/undo`,
  tally: (teamId: string, measureId: string, at?: { period: string; group: string }) =>
    `/teams/${teamId}/measures/${measureId}/tally${at ? `?${new URLSearchParams(at)}` : ''}`,
  countOn: (teamId: string, measureId: string) => `/teams/${teamId}/measures/${measureId}/taps`,
  pastePoints: (teamId: string, measureId: string) => `/teams/${teamId}/measures/${measureId}/paste`,
  bringSeries: (teamId: string, measureId: string) => `/teams/${teamId}/measures/${measureId}/import`,
  previewSeries: (teamId: string, measureId: string, importId: string) =>
    `/teams/${teamId}/measures/${measureId}/imports/${importId}`,
  throwSeriesAway: (teamId: string, measureId: string, importId: string) =>
    `/teams/${teamId}/measures/${measureId}/imports/${importId}/throw-away`,
  undoSeries: (teamId: string, measureId: string, importId: string) =>
    `/teams/${teamId}/measures/${measureId}/imports/${importId}/undo`,
  holdBaseline: (teamId: string, measureId: string) => `/teams/${teamId}/measures/${measureId}/baseline`,
  startPhase: (teamId: string, measureId: string) => `/teams/${teamId}/measures/${measureId}/phases/new`,
  takePhaseBack: (teamId: string, measureId: string) =>
    `/teams/${teamId}/measures/${measureId}/phases/take-back`,
  setAside: (teamId: string, measureId: string) => `/teams/${teamId}/measures/${measureId}/set-aside`,
  bringBackPoint: (teamId: string, measureId: string) => `/teams/${teamId}/measures/${measureId}/bring-back`,
  chooseChart: (teamId: string, measureId: string) => `/teams/${teamId}/measures/${measureId}/chart`,
  archiveMeasure: (teamId: string, measureId: string) => `/teams/${teamId}/measures/${measureId}/archive`,
  bringMeasureBack: (teamId: string, measureId: string) =>
    `/teams/${teamId}/measures/${measureId}/archive/bring-back`,
  linkMeasure: (teamId: string, measureId: string) => `/teams/${teamId}/measures/${measureId}/link`,
  unlinkMeasure: (teamId: string, measureId: string) => `/teams/${teamId}/measures/${measureId}/unlink`,

  teamEvents: (teamId: string) => `/teams/${teamId}/events`,
  newTeamEvent: (teamId: string) => `/teams/${teamId}/events/new`,
  editTeamEvent: (teamId: string, eventId: string) => `/teams/${teamId}/events/${eventId}/edit`,
  archiveTeamEvent: (teamId: string, eventId: string) => `/teams/${teamId}/events/${eventId}/archive`,
  answerBarrier: (teamId: string, eventId: string) => `/teams/${teamId}/events/${eventId}/answer`,
  bringBackTeamEvent: (teamId: string, eventId: string) => `/teams/${teamId}/events/${eventId}/bring-back`,
  /** Learning sessions and action periods of the collaborative. */
  calendar: () => '/calendar',
  newGathering: () => '/calendar/new',
  editGathering: (eventId: string) => `/calendar/${eventId}/edit`,
  gatheringOff: (eventId: string) => `/calendar/${eventId}/off`,
  calendarLinks: () => '/calendar/links',
  revokeCalendarLink: () => '/calendar/links/revoke',
  /** For a calendar program: no account is asked for. */
  calendarFeed: (token: string) => `/calendar/feed/${token}/upcurve.ics`,
  communityEvents: () => '/events',
  newCommunityEvent: () => '/events/new',
  editCommunityEvent: (eventId: string) => `/events/${eventId}/edit`,
  archiveCommunityEvent: (eventId: string) => `/events/${eventId}/archive`,
  bringBackCommunityEvent: (eventId: string) => `/events/${eventId}/bring-back`,
  chartTable: (teamId: string, measureId: string) => `/teams/${teamId}/measures/${measureId}/table`,
  chartSvg: (teamId: string, measureId: string) => `/teams/${teamId}/measures/${measureId}/chart.svg`,
  chartPng: (teamId: string, measureId: string) => `/teams/${teamId}/measures/${measureId}/chart.png`,
  numbersCsv: (teamId: string, measureId: string) => `/teams/${teamId}/measures/${measureId}/numbers.csv`,
  chartLinks: (teamId: string, measureId: string) => `/teams/${teamId}/measures/${measureId}/links`,
  revokeChartLink: (teamId: string, measureId: string) =>
    `/teams/${teamId}/measures/${measureId}/links/revoke`,
  /** For whoever has the link: no account is asked for. */
  sharedChart: (token: string) => `/embed/${token}`,

  /** Leads to the form of the team somebody worked with last. */
  logTest: (what?: 'finished') => `/log${what ? `?${what}` : ''}`,
  newCycle: (teamId: string) => `/teams/${teamId}/cycles/new`,
  finishedCycle: (teamId: string) => `/teams/${teamId}/cycles/finished`,
  tried: (teamId: string, idea: string) => `/teams/${teamId}/tried?${new URLSearchParams({ idea })}`,
  /** The plan of this cycle, for `into`, a team of one's own. */
  takePlan: (teamId: string, cycleId: string, into?: string) =>
    `/teams/${teamId}/cycles/${cycleId}/use${into ? `?${new URLSearchParams({ team: into })}` : ''}`,
  blankCycle: (teamId: string) => `/teams/${teamId}/cycles/blank`,
  cycle: (teamId: string, cycleId: string) => `/teams/${teamId}/cycles/${cycleId}`,
  archiveCycle: (teamId: string, cycleId: string) => `/teams/${teamId}/cycles/${cycleId}/archive`,
  bringCycleBack: (teamId: string, cycleId: string) => `/teams/${teamId}/cycles/${cycleId}/bring-back`,
  planCycle: (teamId: string, cycleId: string) => `/teams/${teamId}/cycles/${cycleId}/plan`,
  doCycle: (teamId: string, cycleId: string) => `/teams/${teamId}/cycles/${cycleId}/do`,
  studyCycle: (teamId: string, cycleId: string) => `/teams/${teamId}/cycles/${cycleId}/study`,
  actCycle: (teamId: string, cycleId: string) => `/teams/${teamId}/cycles/${cycleId}/act`,
  /** The form of one of the four above. */
  /** The form of a phase, at the first of its fields that is open. */
  formOfCycle: (teamId: string, cycleId: string, phase: 'plan' | 'do' | 'study' | 'act') =>
    `/teams/${teamId}/cycles/${cycleId}/${phase}#here`,
  cycleField: (teamId: string, cycleId: string) => `/teams/${teamId}/cycles/${cycleId}/field`,
  cycleFiles: (teamId: string, cycleId: string) => `/teams/${teamId}/cycles/${cycleId}/files`,
  cycleFile: (teamId: string, cycleId: string, fileId: string) =>
    `/teams/${teamId}/cycles/${cycleId}/files/${fileId}`,
  cycleVersions: (teamId: string, cycleId: string) => `/teams/${teamId}/cycles/${cycleId}/versions`,
  nextCycle: (teamId: string, cycleId: string) => `/teams/${teamId}/cycles/${cycleId}/next`,
  idea: (teamId: string, ideaId: string) => `/teams/${teamId}/ideas/${ideaId}`,
  archiveIdea: (teamId: string, ideaId: string) => `/teams/${teamId}/ideas/${ideaId}/archive`,
  bringBackIdea: (teamId: string, ideaId: string) => `/teams/${teamId}/ideas/${ideaId}/bring-back`,
  ideaBelief: (teamId: string, ideaId: string) => `/teams/${teamId}/ideas/${ideaId}/belief`,
  takeIdeaOff: (teamId: string, ideaId: string) => `/teams/${teamId}/ideas/${ideaId}/take-off`,

  theory: (teamId: string) => `/teams/${teamId}/theory`,
  newDriver: (teamId: string, parentId?: string) =>
    `/teams/${teamId}/theory/drivers/new${parentId ? `?under=${parentId}` : ''}`,
  driver: (teamId: string, driverId: string) => `/teams/${teamId}/theory/drivers/${driverId}`,
  putDriverUnder: (teamId: string, driverId: string) => `/teams/${teamId}/theory/drivers/${driverId}/under`,
  archiveDriver: (teamId: string, driverId: string) => `/teams/${teamId}/theory/drivers/${driverId}/archive`,
  bringBackDriver: (teamId: string, driverId: string) =>
    `/teams/${teamId}/theory/drivers/${driverId}/bring-back`,
  driverBelief: (teamId: string, driverId: string) => `/teams/${teamId}/theory/drivers/${driverId}/belief`,
  placeIdea: (teamId: string, driverId?: string) =>
    `/teams/${teamId}/theory/ideas/new${driverId ? `?driver=${driverId}` : ''}`,
  hangMeasure: (teamId: string, on?: { driver: string } | { idea: string }) =>
    `/teams/${teamId}/theory/measures/new${on ? `?${new URLSearchParams(on)}` : ''}`,
  takeMeasureOff: (teamId: string) => `/teams/${teamId}/theory/measures/take-off`,
  driverFromFactor: (teamId: string, factorId: string) => `/teams/${teamId}/theory/factors/${factorId}`,
  moveLine: (teamId: string) => `/teams/${teamId}/theory/move`,
  nameLine: (teamId: string) => `/teams/${teamId}/theory/lines/name`,
  addLine: (teamId: string) => `/teams/${teamId}/theory/lines/add`,

  /** The meeting that goes on, or the way to start one; a step of it, and a place on the page. */
  meeting: (teamId: string, step?: string) => `/teams/${teamId}/meeting${step ? `?step=${step}` : ''}`,
  sawInMeeting: (teamId: string, cycleId: string) => `/teams/${teamId}/meeting/cycles/${cycleId}/saw`,
  learnedInMeeting: (teamId: string, cycleId: string) => `/teams/${teamId}/meeting/cycles/${cycleId}/learned`,
  decideInMeeting: (teamId: string, cycleId: string) => `/teams/${teamId}/meeting/cycles/${cycleId}/decide`,
  logMeeting: (teamId: string) => `/teams/${teamId}/meetings/log`,
  charter: (teamId: string) => `/teams/${teamId}/charter`,
  visits: (teamId: string) => `/teams/${teamId}/visits`,
  newVisit: (teamId: string) => `/teams/${teamId}/visits/new`,
  visit: (teamId: string, noteId: string) => `/teams/${teamId}/visits/${noteId}`,
  meetings: (teamId: string) => `/teams/${teamId}/meetings`,
  meetingSummary: (teamId: string, meetingId: string) => `/teams/${teamId}/meetings/${meetingId}`,
  meetingRecord: (teamId: string, meetingId: string) => `/teams/${teamId}/meetings/${meetingId}/record`,
  meetingPresent: (teamId: string, meetingId: string) => `/teams/${teamId}/meetings/${meetingId}/present`,
  endMeeting: (teamId: string, meetingId: string) => `/teams/${teamId}/meetings/${meetingId}/end`,
  reopenMeeting: (teamId: string, meetingId: string) => `/teams/${teamId}/meetings/${meetingId}/reopen`,
  newMeetingLine: (teamId: string, meetingId: string) => `/teams/${teamId}/meetings/${meetingId}/lines/new`,
  meetingLine: (teamId: string, meetingId: string, lineId: string) =>
    `/teams/${teamId}/meetings/${meetingId}/lines/${lineId}`,
  takeLineOut: (teamId: string, meetingId: string, lineId: string) =>
    `/teams/${teamId}/meetings/${meetingId}/lines/${lineId}/take-out`,
  bringLineBack: (teamId: string, meetingId: string, lineId: string) =>
    `/teams/${teamId}/meetings/${meetingId}/lines/${lineId}/bring-back`,
  promiseDone: (teamId: string, meetingId: string, lineId: string) =>
    `/teams/${teamId}/meetings/${meetingId}/lines/${lineId}/done`,

  /** What was said beside a thing; to write beside a part of it, or to answer a thread. */
  comments: (thing: CommentedThing, thingId: string, asked?: { part: string } | { answer: string }) =>
    `/comments/${thing}/${thingId}${asked ? `?${new URLSearchParams(asked)}#write` : ''}`,
  earlierComments: (thing: CommentedThing, thingId: string, count: number) =>
    `/comments/${thing}/${thingId}?threads=${count}#open-row`,
  resolveComment: (thing: CommentedThing, thingId: string, commentId: string) =>
    `/comments/${thing}/${thingId}/${commentId}/resolve`,
  takeCommentOut: (thing: CommentedThing, thingId: string, commentId: string) =>
    `/comments/${thing}/${thingId}/${commentId}/take-out`,
  /** The letters that were written, and what became of them. */
  outbox: () => '/mail',
  mail: (mailId: string) => `/mail/${mailId}`,
  sendMailAgain: (mailId: string) => `/mail/${mailId}/send-again`,
  /** Turns letters off for whoever has the link: no account is asked for. */
  stopMail: (token: string) => `/mail/stop/${token}`,
  /** Of many comments, the newest so many. */
  inbox: (count?: number) => (count === undefined ? '/inbox' : `/inbox?told=${count}`),
  putAway: () => '/inbox/put-away',
  /** The coach's list; `asked` is a filter as an address has it, "?show=waiting". */
  coaching: (asked = '') => `/coaching${asked}`,
  portfolio: () => '/coaching/portfolio',
  reviewCycle: (teamId: string, reviewId: string, asked = '') =>
    `/coaching/teams/${teamId}/reviews/${reviewId}${asked}`,
  answerAsk: (teamId: string, askId: string, asked = '') => `/coaching/teams/${teamId}/asks/${askId}${asked}`,
  /** `line` is a line of the list. */
  writeNote: (teamId: string, line: string, asked = '') =>
    `/coaching/teams/${teamId}/note${withLine(line, asked)}`,
  snoozeLine: (line: string, asked = '') => `/coaching/snooze${withLine(line, asked)}`,
  wakeLine: () => '/coaching/wake',
  askReview: (teamId: string, cycleId: string) => `/teams/${teamId}/cycles/${cycleId}/ask-review`,
  openReview: (teamId: string, cycleId: string) => `/teams/${teamId}/cycles/${cycleId}/open-review`,
  takeReviewBack: (teamId: string, reviewId: string) => `/teams/${teamId}/reviews/${reviewId}/take-back`,
  answerComment: (teamId: string, reviewId: string, commentId: string) =>
    `/teams/${teamId}/reviews/${reviewId}/comments/${commentId}`,
  /** About a cycle, a measure, or the team itself. */
  askHelp: (teamId: string, about?: { cycle: string } | { measure: string }) =>
    `/teams/${teamId}/help/new${about ? `?${new URLSearchParams(about)}` : ''}`,
  teamHelp: (teamId: string) => `/teams/${teamId}/help`,
  closeAsk: (teamId: string, askId: string) => `/teams/${teamId}/help/${askId}/close`,
  progress: (teamId: string) => `/teams/${teamId}/progress`,
  claimScore: (teamId: string) => `/teams/${teamId}/progress/claim`,
  settleScore: (teamId: string) => `/teams/${teamId}/progress/settle`,

  /** `chains: "all"` names every cycle whose chain breaks. */
  leaders: (asked: { chains?: 'all' } = {}) =>
    `${asking('/leaders', asked)}${asked.chains ? '#chains-row' : ''}`,
  practices: () => '/practices',
  newPractice: (ideaId?: string) =>
    `/practices/new${ideaId ? `?${new URLSearchParams({ idea: ideaId })}` : ''}`,
  practice: (practiceId: string) => `/practices/${practiceId}`,
  editPractice: (practiceId: string) => `/practices/${practiceId}/edit`,
  /** "Use this practice", in this team where it is known. */
  takePractice: (practiceId: string, teamId?: string) =>
    `/practices/${practiceId}/use${teamId ? `?${new URLSearchParams({ team: teamId })}` : ''}`,
  practiceWorking: (practiceId: string) => `/practices/${practiceId}/working`,
  beginBrightSpot: (teamId: string, practiceId: string) =>
    `/teams/${teamId}/practices/${practiceId}/bright-spot`,
  brightSpot: (teamId: string, storyId: string) => `/teams/${teamId}/bright-spots/${storyId}`,
  editBrightSpot: (teamId: string, storyId: string) => `/teams/${teamId}/bright-spots/${storyId}/edit`,
  brightSpotLinks: (teamId: string, storyId: string) => `/teams/${teamId}/bright-spots/${storyId}/links`,
  revokeBrightSpotLink: (teamId: string, storyId: string) =>
    `/teams/${teamId}/bright-spots/${storyId}/links/revoke`,
  /** For whoever has the link: no account is asked for. */
  sharedBrightSpot: (token: string) => `/bright-spot/${token}`,
  decidePractice: (practiceId: string) => `/practices/${practiceId}/decide`,
  mergePractice: (practiceId: string) => `/practices/${practiceId}/merge`,
  offerPractice: (practiceId: string) => `/practices/${practiceId}/offer`,
  takeOfferBack: (practiceId: string) => `/practices/${practiceId}/offer/take-back`,
  offeredPractices: () => '/practices/offered',
  offeredPractice: (offeredId: string) => `/practices/offered/${offeredId}`,

  indicators: () => '/indicators',
  newIndicator: () => '/indicators/new',
  printBoard: () => '/indicators/print',
  annual: (asked: { snapshot?: string; outcome?: string } = {}) => asking('/indicators/annual', asked),
  annualCsv: (asked: { snapshot?: string; excel?: '1'; every?: '1' } = {}) =>
    asking('/indicators/annual/figures.csv', asked),
  annualXlsx: (asked: { snapshot?: string; every?: '1' } = {}) =>
    asking('/indicators/annual/figures.xlsx', asked),
  publicPages: () => '/indicators/public',
  revokePublicPage: () => '/indicators/public/revoke',
  publicBoard: (token: string) => `/public/${token}`,
  publicIndicator: (token: string, indicatorId: string) => `/public/${token}/indicators/${indicatorId}`,
  boardCsv: () => '/indicators/scoreboard.csv',
  indicator: (indicatorId: string) => `/indicators/${indicatorId}`,
  figuresCsv: (indicatorId: string) => `/indicators/${indicatorId}/numbers.csv`,
  indicatorOutcomes: () => '/indicators/outcomes',
  indicatorGroups: () => '/indicators/groups',
  indicatorNumbers: (indicatorId: string, period?: string, splitId?: string) => {
    const asked = new URLSearchParams({
      ...(period && { period }),
      ...(splitId && { split: splitId }),
    }).toString();
    return `/indicators/${indicatorId}/numbers${asked && `?${asked}`}`;
  },
  indicatorRevisions: (indicatorId: string) => `/indicators/${indicatorId}/revisions`,
  archiveIndicator: (indicatorId: string) => `/indicators/${indicatorId}/archive`,
  bringIndicatorBack: (indicatorId: string) => `/indicators/${indicatorId}/bring-back`,
  editIndicator: (indicatorId: string) => `/indicators/${indicatorId}/edit`,
  chooseReference: (indicatorId: string) => `/indicators/${indicatorId}/reference`,
  story: (indicatorId: string) => `/indicators/${indicatorId}/story`,
  storyVersions: (indicatorId: string) => `/indicators/${indicatorId}/story/versions`,
  newPartnerRole: (indicatorId: string) => `/indicators/${indicatorId}/partners/new`,
  partnerRole: (indicatorId: string, roleId: string) => `/indicators/${indicatorId}/partners/${roleId}`,
  partnerRoleAway: (indicatorId: string, roleId: string) =>
    `/indicators/${indicatorId}/partners/${roleId}/away`,
  newAction: (indicatorId: string) => `/indicators/${indicatorId}/actions/new`,
  indicatorAction: (indicatorId: string, actionId: string) =>
    `/indicators/${indicatorId}/actions/${actionId}`,
  actionDone: (indicatorId: string, actionId: string) =>
    `/indicators/${indicatorId}/actions/${actionId}/done`,
  actionAway: (indicatorId: string, actionId: string) =>
    `/indicators/${indicatorId}/actions/${actionId}/away`,
  newFactor: (indicatorId: string) => `/indicators/${indicatorId}/factors/new`,
  factor: (indicatorId: string, factorId: string) => `/indicators/${indicatorId}/factors/${factorId}`,
  factorAway: (indicatorId: string, factorId: string) =>
    `/indicators/${indicatorId}/factors/${factorId}/away`,
  factorVote: (indicatorId: string, factorId: string) =>
    `/indicators/${indicatorId}/factors/${factorId}/vote`,
  bringFile: (indicatorId: string) => `/indicators/${indicatorId}/import`,
  filesBefore: (indicatorId: string) => `/indicators/${indicatorId}/import#past`,
  previewImport: (indicatorId: string, importId: string) => `/indicators/${indicatorId}/imports/${importId}`,
  undoImport: (indicatorId: string, importId: string) =>
    `/indicators/${indicatorId}/imports/${importId}/undo`,
  throwFileAway: (indicatorId: string, importId: string) =>
    `/indicators/${indicatorId}/imports/${importId}/throw-away`,

  /** What was typed, and the one kind of thing that is asked for. */
  search: (typed?: string, only?: string) => {
    const asked = new URLSearchParams({ ...(typed ? { q: typed } : {}), ...(only ? { in: only } : {}) });
    return asked.size > 0 ? `/search?${asked}` : '/search';
  },

  /** `section` is a heading of the page, such as "keys", or a word of the glossary, such as "aim". */
  help: (section?: string) => `/help${section ? `#${section}` : ''}`,
  /** `section` is a rule set's name or another heading of the page, such as "gaps". */
  howWeReadCharts: (section?: string) => `/help/how-we-read-charts${section ? `#${section}` : ''}`,
  howWeJudgePractices: (section?: string) => `/help/how-we-judge-practices${section ? `#${section}` : ''}`,
};

/** An address with what is asked of it. */
function asking(place: string, asked: Record<string, string | undefined>): string {
  const search = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  return search.size > 0 ? `${place}?${search}` : place;
}
const withLine = (line: string, asked: string) => {
  const search = new URLSearchParams(asked);
  search.set('line', line);
  return `?${search}`;
};

import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { db } from '../client.server';
import { helpAnswers, helpAsks, progressScores, reviewComments, reviews } from '../schema/coaching';
import { communities, networks, partners } from '../schema/communities';
import { comments, toldPeople } from '../schema/conversations';
import {
  cycleCounts,
  cycleDecisions,
  cycleFileContents,
  cycleFiles,
  cycleNotes,
  cyclePredictions,
  cycleQuestions,
  cycles,
  cycleTasks,
} from '../schema/cycles';
import { eventMeasures, events } from '../schema/events';
import { history } from '../schema/history';
import {
  factorDrivers,
  factors,
  factorVotes,
  indicatorActions,
  indicatorPartners,
  storyVersions,
} from '../schema/indicator-stories';
import {
  dimensions,
  indicators,
  observations,
  outcomes,
  referenceGroups,
  subgroups,
} from '../schema/indicators';
import {
  indicatorLinks,
  measureBaselines,
  measureGoals,
  measurePoints,
  measureRebases,
  measures,
} from '../schema/measures';
import { meetingLines, meetings } from '../schema/meetings';
import { memberships } from '../schema/memberships';
import { people } from '../schema/people';
import { practiceDecisions, practiceOffers, practices } from '../schema/practices';
import { publicPageIndicators, publicPages } from '../schema/scoreboard';
import { teamPeople, teams } from '../schema/teams';
import { beliefChanges, changeIdeas, drivers, ideaDrivers, theoryMeasures } from '../schema/theories';
import { visitNotes } from '../schema/visits';

/** In the order in which they can be inserted: what is referred to comes first. */
export const demoTables = {
  networks,
  people,
  communities,
  partners,
  memberships,
  outcomes,
  practices,
  practiceDecisions,
  practiceOffers,
  indicators,
  dimensions,
  subgroups,
  referenceGroups,
  observations,
  publicPages,
  publicPageIndicators,
  teams,
  teamPeople,
  changeIdeas,
  measures,
  measurePoints,
  measureGoals,
  measureBaselines,
  measureRebases,
  indicatorLinks,
  events,
  eventMeasures,
  cycles,
  cycleQuestions,
  cyclePredictions,
  cycleTasks,
  cycleNotes,
  cycleCounts,
  cycleFiles,
  cycleFileContents,
  cycleDecisions,
  meetings,
  meetingLines,
  drivers,
  ideaDrivers,
  theoryMeasures,
  beliefChanges,
  storyVersions,
  indicatorPartners,
  indicatorActions,
  factors,
  factorVotes,
  factorDrivers,
  comments,
  toldPeople,
  visitNotes,
  reviews,
  reviewComments,
  helpAsks,
  helpAnswers,
  progressScores,
  history,
} satisfies Record<string, SQLiteTable>;

type Tables = typeof demoTables;
export type DemoRows = { [Name in keyof Tables]: Tables[Name]['$inferInsert'][] };

export function noRows(): DemoRows {
  return Object.fromEntries(Object.keys(demoTables).map((name) => [name, []])) as unknown as DemoRows;
}

// SQLite takes 32,766 parameters a statement; the widest table has 28 columns.
const rowsAtOnce = 250;

export async function insertRows(rows: DemoRows): Promise<void> {
  for (const [name, table] of Object.entries(demoTables)) {
    const all = rows[name as keyof Tables];
    for (let from = 0; from < all.length; from += rowsAtOnce) {
      await db.insert(table as SQLiteTable).values(all.slice(from, from + rowsAtOnce));
    }
  }
}

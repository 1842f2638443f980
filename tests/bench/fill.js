/**
 * A network after years of use, in the demo's database: 300,000 points in 5,000 measures of 625 teams, one team with
 * eight charts of 60 points and cycles, and one measure of 500 points with eight cycles.
 */
import Sqlite from 'better-sqlite3';

const day = 86_400_000;
const teams = 625;
const measuresEach = 8;
const pointsEach = 60;

/** @param {number} weeks @param {number} back */
const monday = (weeks, back) => {
  const today = new Date();
  const sinceMonday = (today.getUTCDay() + 6) % 7;
  return new Date(today.getTime() - (sinceMonday + 7 * (weeks - back)) * day).toISOString().slice(0, 10);
};

/** @param {string} file @returns {{ team: string, measure: string, longTeam: string }} */
export function fill(file) {
  const sqlite = new Sqlite(file);
  sqlite.pragma('busy_timeout = 10000');
  /** @param {string} table @param {string[]} columns */
  const into = (table, columns) =>
    sqlite.prepare(`insert into ${table} (${columns}) values (${columns.map(() => '?')})`);
  const community = sqlite
    .prepare('select community_id from teams group by 1 order by count(*) desc limit 1')
    .pluck()
    .get();
  const now = new Date().toISOString();
  const owned = ['id', 'community_id', 'name', 'created_at'];
  const addTeam = into('teams', owned);
  const addMeasure = into('measures', [
    ...owned,
    'team_id',
    'type',
    'kind',
    'direction',
    'frequency',
    'goal',
  ]);
  const addPoint = into('measure_points', [
    'id',
    'measure_id',
    'period_start',
    'numerator',
    'denominator',
    'entered_at',
  ]);
  const addIdea = into('change_ideas', [...owned, 'team_id']);
  const addCycle = into('cycles', [
    'id',
    'community_id',
    'created_at',
    'team_id',
    'idea_id',
    'number',
    'starts_on',
    'do_started_on',
    'do_ended_on',
  ]);
  const addPrediction = into('cycle_predictions', [
    'id',
    'cycle_id',
    'measure_id',
    'expected',
    'low',
    'high',
    'check_on',
    'created_at',
  ]);

  /** @param {string} id */
  const team = (id) => addTeam.run(id, community, `Team ${id}`, now);
  /** @param {string} id @param {string} teamId @param {number} count */
  const measure = (id, teamId, count) => {
    const type = id.endsWith('7') ? 'balancing' : 'process';
    addMeasure.run(id, community, `Measure ${id}`, now, teamId, type, 'proportion', 'higher', 'weekly', 90);
    for (let week = 0; week < count; week++) {
      // The same ups and downs each time, and a step up after two thirds.
      const level = 160 + ((week * 7 + id.length) % 11) + (week > (2 * count) / 3 ? 10 : 0);
      addPoint.run(`${id}p${week}`, id, monday(count, week), level, 200, now);
    }
  };
  /** @param {string} teamId @param {string[]} measureIds @param {number} weeks */
  const cycles = (teamId, measureIds, weeks) => {
    addIdea.run(`${teamId}i`, community, 'Text first, then call', now, teamId);
    for (let number = 1; number <= 8; number++) {
      const id = `${teamId}c${number}`;
      const [start, end] = [
        monday(weeks, Math.floor((number * weeks) / 9)),
        monday(weeks, Math.floor((number * weeks) / 9) + 3),
      ];
      addCycle.run(id, community, now, teamId, `${teamId}i`, number, start, start, end);
      for (const measureId of measureIds)
        addPrediction.run(`${id}${measureId}`, id, measureId, 85, 80, 90, end, now);
    }
  };
  sqlite.transaction(() => {
    for (let t = 0; t < teams; t++) {
      team(`bench-t${t}`);
      for (let m = 0; m < measuresEach; m++) measure(`bench-t${t}m${m}`, `bench-t${t}`, pointsEach);
    }
    cycles(
      'bench-t0',
      Array.from({ length: measuresEach }, (_, m) => `bench-t0m${m}`),
      pointsEach,
    );
    team('bench-long');
    measure('bench-500', 'bench-long', 500);
    cycles('bench-long', ['bench-500'], 500);
  })();
  sqlite.close();
  return { team: 'bench-t0', measure: 'bench-500', longTeam: 'bench-long' };
}

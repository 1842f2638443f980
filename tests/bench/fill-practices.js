/**
 * 500 practices used by 624 teams of the bench: 30,000 cycles that were begun, studied and decided, each with a number
 * predicted of two of the 5,000 measures. After fill.js, in its database.
 */
import Sqlite from 'better-sqlite3';

const practices = 500;
const teams = 624;
const ideasEach = 8;
const cyclesEach = 6;
const measuresEach = 8;
const decisions = ['adapt', 'adapt', 'abandon', 'adopt', 'expand', 'inconclusive'];

/** @param {string} file @returns {{ practice: string, measure: string, cycles: number }} */
export function fillPractices(file) {
  const sqlite = new Sqlite(file);
  sqlite.pragma('busy_timeout = 10000');
  const community = sqlite.prepare("select community_id from teams where id = 'bench-t1'").pluck().get();
  const now = new Date().toISOString();
  /** @param {string} table @param {string[]} columns */
  const into = (table, columns) =>
    sqlite.prepare(`insert into ${table} (${columns}) values (${columns.map(() => '?')})`);
  const addPractice = into('practices', ['id', 'community_id', 'name', 'description', 'created_at']);
  const addPartner = into('partners', ['id', 'community_id', 'name', 'sector', 'created_at']);
  const addIdea = into('change_ideas', [
    'id',
    'community_id',
    'team_id',
    'practice_id',
    'name',
    'created_at',
  ]);
  const addCycle = into('cycles', [
    ...[
      'id',
      'community_id',
      'team_id',
      'idea_id',
      'number',
      'previous_id',
      'created_at',
      'scale',
      'starts_on',
    ],
    ...['do_started_on', 'do_ended_on', 'ran_as_planned', 'objective', 'learned', 'studied_at'],
  ]);
  const addPrediction = into('cycle_predictions', [
    ...['id', 'cycle_id', 'measure_id', 'expected', 'low', 'high', 'check_on', 'created_at'],
  ]);
  const addDecision = into('cycle_decisions', [
    ...['id', 'cycle_id', 'decision', 'reason', 'decided_on', 'created_at'],
  ]);
  // The days of the measures' points, which are all the same weeks.
  const days = /** @type {string[]} */ (
    sqlite
      .prepare("select period_start from measure_points where measure_id = 'bench-t1m0' order by 1")
      .pluck()
      .all()
  );
  const dayAt = (/** @type {number} */ week) => days[Math.min(week, days.length - 1)] ?? '';
  const triggers = /** @type {{ name: string, sql: string }[]} */ (
    sqlite
      .prepare("select name, sql from sqlite_master where type = 'trigger' and name like 'search_%'")
      .all()
  ).filter(({ name }) => !name.startsWith('search_entries'));
  let cycles = 0;
  sqlite.transaction(() => {
    for (const { name } of triggers) sqlite.exec(`drop trigger ${name}`);
    for (let p = 0; p < practices; p++) {
      addPractice.run(`bench-p${p}`, community, `Practice ${p}`, 'A way of working.', now);
    }
    for (let o = 0; o < 40; o++)
      addPartner.run(`bench-o${o}`, community, `Organization ${o}`, 'education', now);
    sqlite
      .prepare(
        "update teams set home_partner_id = 'bench-o' || (rowid % 40) where id like 'bench-t%' and id not like 'bench-st%'",
      )
      .run();
    for (let t = 1; t <= teams; t++) {
      const team = `bench-t${t}`;
      for (let i = 0; i < ideasEach; i++) {
        const idea = `${team}i${i}`;
        addIdea.run(idea, community, team, `bench-p${(t * 7 + i * 61) % practices}`, `Idea ${i}`, now);
        for (let c = 0; c < cyclesEach; c++) {
          const id = `${idea}c${c}`;
          // The first at two fifths of the series: there is a baseline.
          const week = 24 + i + c * 4;
          const [from, to, after] = [dayAt(week), dayAt(week + 2), dayAt(week + 3)];
          const scale = ['one', 'few', 'few', 'site', 'site', 'sites'][c];
          const before = c === 0 ? null : `${idea}c${c - 1}`;
          addCycle.run(
            ...[id, community, team, idea, i * cyclesEach + c + 1, before, now, scale, from, from, to, 'yes'],
            ...['Text first', 'Evenings work', `${after}T12:00:00.000Z`],
          );
          for (const m of [i % measuresEach, (i + 3) % measuresEach]) {
            addPrediction.run(`${id}m${m}`, id, `${team}m${m}`, 85, 80, 90, to, now);
          }
          addDecision.run(`${id}d`, id, decisions[(t + i + c) % decisions.length], 'It moved.', after, now);
          cycles++;
        }
      }
    }
    for (const { sql } of triggers) sqlite.exec(sql);
  })();
  sqlite.close();
  return { practice: 'bench-p61', measure: 'bench-t1m0', cycles };
}

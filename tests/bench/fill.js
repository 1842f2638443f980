/**
 * A network after years of use, in the demo's database: 300,000 points in 5,000 measures of 625 teams, one team with
 * eight charts of 60 points and cycles, and one measure of 500 points with eight cycles. And 30,000 cycles with
 * words in them, to be searched. And a coach with 15 teams and 300 cycles.
 */
import Sqlite from 'better-sqlite3';

const day = 86_400_000;
const teams = 625;
const measuresEach = 8;
const pointsEach = 60;
const cyclesToSearch = 30_000;

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
  writeCycles(sqlite, String(community), now);
  writeCaseload(sqlite, { community: String(community), now, team, measure });
  sqlite.close();
  return { team: 'bench-t0', measure: 'bench-500', longTeam: 'bench-long' };
}

const coached = 15;
const cyclesEach = 20;

/**
 * The demo's coach with 15 more teams of 20 cycles: 17 of them done, three stuck in one way or another; five reviews and
 * five asks that wait, and measures that went up.
 * @param {import('better-sqlite3').Database} sqlite
 * @param {{ community: string, now: string, team: (id: string) => unknown, measure: (id: string, teamId: string, count: number) => void }} made
 */
function writeCaseload(sqlite, { community, now, team, measure }) {
  const coach = sqlite.prepare("select id from people where email like 'renee@%'").pluck().get();
  const join = sqlite.prepare(
    "insert into team_people (id, team_id, person_id, part, created_at) values (?, ?, ?, 'coach', ?)",
  );
  const idea = sqlite.prepare(
    "insert into change_ideas (id, community_id, team_id, name, created_at) values (?, ?, ?, 'Text first, then call', ?)",
  );
  const cycle = sqlite.prepare(
    `insert into cycles (id, community_id, team_id, idea_id, number, starts_on, do_started_on, do_ended_on, scale, observations,
      learned, studied_at, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, 'few', 'Nine answered', ?, ?, ?)`,
  );
  const prediction = sqlite.prepare(
    `insert into cycle_predictions (id, cycle_id, measure_id, expected, low, high, check_on, created_at)
      values (?, ?, ?, 85, 80, 90, ?, ?)`,
  );
  const decision = sqlite.prepare(
    `insert into cycle_decisions (id, cycle_id, decision, reason, decided_on, created_at)
      values (?, ?, 'adapt', 'It worked for some', ?, ?)`,
  );
  const review = sqlite.prepare(
    "insert into reviews (id, community_id, team_id, cycle_id, began_as, created_at) values (?, ?, ?, ?, 'asked', ?)",
  );
  const ask = sqlite.prepare(
    "insert into help_asks (id, community_id, team_id, words, created_at) values (?, ?, ?, 'What next?', ?)",
  );
  sqlite.transaction(() => {
    for (let t = 0; t < coached; t++) {
      const teamId = `bench-k${t}`;
      const ideaId = `${teamId}i`;
      team(teamId);
      join.run(`${teamId}p`, teamId, coach, now);
      idea.run(ideaId, community, teamId, now);
      for (let m = 0; m < 5; m++) measure(`${teamId}m${m}`, teamId, 40);
      for (let number = 1; number <= cyclesEach; number++) {
        const id = `${teamId}c${number}`;
        const isDone = number <= cyclesEach - 3;
        const [start, end] = [monday(40, number), monday(40, number + 1)];
        const learned = isDone ? 'It works' : '';
        const hasEnded = isDone || number % 2 === 0;
        cycle.run(
          ...[id, community, teamId, ideaId, number, start, start, hasEnded ? end : null],
          ...[learned, isDone ? `${end}T15:00:00.000Z` : null, now],
        );
        prediction.run(`${id}m`, id, `${teamId}m0`, end, now);
        if (isDone) decision.run(`${id}d`, id, end, now);
      }
      if (t % 3 === 0) review.run(`${teamId}r`, community, teamId, `${teamId}c${cyclesEach}`, now);
      if (t % 3 === 1) ask.run(`${teamId}h`, community, teamId, now);
    }
  })();
}

/** Words people write in cycles, the frequent ones first: some stand in nearly every cycle, some in a few. */
const vocabulary =
  `family text call school teacher attendance week home morning reading visit student letter phone bus
  tutor counselor lunch library math quiz form screening nurse clinic mentor coach summer kindergarten breakfast language
  translate voicemail calendar grandparent playground referral postcard interview internship employer vaccine backpack
  algebra fluency phonics choir robotics greenhouse telescope kayak lantern`.split(/\s+/);

/**
 * Cycles of 600 teams with some 140 words each. The triggers of the index are set aside while they are written, and
 * the index is built at the end: entry by entry takes minutes.
 * @param {import('better-sqlite3').Database} sqlite @param {string} community @param {string} now
 */
function writeCycles(sqlite, community, now) {
  let seed = 1;
  const chance = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648;
  };
  /** @param {number} count */
  const words = (count) =>
    Array.from({ length: count }, () => vocabulary[Math.floor(chance() ** 2 * vocabulary.length)]).join(' ');
  const triggers = /** @type {{ name: string, sql: string }[]} */ (
    sqlite
      .prepare("select name, sql from sqlite_master where type = 'trigger' and name like 'search_%'")
      .all()
  ).filter(({ name }) => !name.startsWith('search_entries'));
  const team = sqlite.prepare('insert into teams (id, community_id, name, created_at) values (?, ?, ?, ?)');
  const idea = sqlite.prepare(
    'insert into change_ideas (id, community_id, team_id, name, created_at) values (?, ?, ?, ?, ?)',
  );
  const cycle = sqlite.prepare(
    `insert into cycles (id, community_id, team_id, idea_id, number, starts_on, created_at, objective, observations, learned)
    values (?, ?, ?, ?, ?, '2026-01-05', ?, ?, ?, ?)`,
  );
  const question = sqlite.prepare(
    'insert into cycle_questions (id, cycle_id, position, question, prediction) values (?, ?, 0, ?, ?)',
  );
  sqlite.transaction(() => {
    for (const { name } of triggers) sqlite.exec(`drop trigger ${name}`);
    for (let number = 0; number < cyclesToSearch; number++) {
      const id = `bench-s${number}`;
      const teamId = `bench-st${Math.floor(number / 50)}`;
      const ideaId = `bench-si${Math.floor(number / 5)}`;
      if (number % 50 === 0) team.run(teamId, community, `Team ${words(2)}`, now);
      if (number % 5 === 0) idea.run(ideaId, community, teamId, words(5), now);
      cycle.run(id, community, teamId, ideaId, (number % 50) + 1, now, words(25), words(40), words(40));
      question.run(`${id}q`, id, words(12), words(10));
    }
    for (const { sql } of triggers) sqlite.exec(sql);
    for (const kind of ['teams', 'change_ideas', 'cycles']) {
      const columns = 'kind, thing_id, community_id, team_id, archived_at, name, words';
      sqlite.exec(
        `insert into search_entries (${columns}) select ${columns} from search_${kind} where thing_id like 'bench-s%'`,
      );
    }
  })();
}

/** What people look for: one frequent word, several, a rare one, beginnings of many words, none at all. */
export const searches = [
  'family',
  'text',
  'te',
  'text family call',
  'kindergarten screening',
  'telescope',
  'kayak lantern greenhouse',
  'voicemail',
  'attendanc',
  'cycle 7',
  'nothing has this',
  'fa te ca sc at ho mo re vi st le ph',
  '"NEAR(family text, 5)" OR *',
];

/**
 * A national network of indicators, in the demo's database: 70 communities of 53 indicators, each with 12 school years
 * of everyone and 23 groups in six splits: 1,068,480 figures. One member and one leader to read the first community.
 */
import Sqlite from 'better-sqlite3';

const communities = 70;
const outcomes = 7;
const indicatorsEach = 53;
const years = Array.from({ length: 12 }, (_, at) => 2014 + at);
/** Shares of everyone, in thousandths; the smallest are under the threshold. */
const splits = {
  'Race and ethnicity': [280, 250, 360, 63, 40, 4, 3],
  'Family income': [510, 490],
  Language: [120, 880],
  Disability: [140, 860],
  Gender: [495, 505],
  School: [200, 180, 160, 150, 120, 100, 60, 30],
};

/** @param {string} file @returns {{ indicator: string, figures: number, member: string, leader: string }} */
export function fillIndicators(file) {
  const sqlite = new Sqlite(file);
  sqlite.pragma('busy_timeout = 30000');
  sqlite.pragma('cache_size = -262144');
  const now = new Date(Date.now() - 30 * 86_400_000).toISOString();
  const entered = new Date(Date.now() - 10 * 86_400_000).toISOString();
  /** @param {string} table @param {string[]} columns */
  const into = (table, columns) =>
    sqlite.prepare(`insert into ${table} (${columns}) values (${columns.map(() => '?')})`);
  const addCommunity = into('communities', ['id', 'name', 'time_zone', 'created_at']);
  const addOutcome = into('outcomes', ['id', 'community_id', 'position', 'name']);
  const addDimension = into('dimensions', ['id', 'community_id', 'name', 'position']);
  const addGroup = into('subgroups', ['id', 'dimension_id', 'name', 'position']);
  const addIndicator = into('indicators', [
    'id',
    'community_id',
    'outcome_id',
    'name',
    'unit',
    'direction',
    'period_kind',
    'target',
    'target_period',
    'created_at',
  ]);
  const addFigure = into('observations', [
    'id',
    'indicator_id',
    'period',
    'period_start',
    'subgroup_id',
    'numerator',
    'denominator',
    'entered_at',
  ]);
  let figures = 0;

  /** @param {string} community @param {number} index */
  const indicator = (community, index) => {
    const id = `${community}i${index}`;
    const direction = index % 5 === 0 ? 'lower' : 'higher';
    addIndicator.run(
      ...[id, community, `${community}o${index % outcomes}`, `Indicator ${index} of the children`, 'percent'],
      ...[direction, 'school year', direction === 'lower' ? 20 : 80, '2029-30', now],
    );
    for (const [at, year] of years.entries()) {
      const period = `${year}-${String((year + 1) % 100).padStart(2, '0')}`;
      const people = 1180 + ((index * 37 + at * 11) % 240);
      const level = 0.42 + ((index * 7) % 23) / 100 + ((index % 3) - 0.6) * 0.008 * at;
      /** @param {string | null} group @param {number} of @param {number} distance */
      const add = (group, of, distance) => {
        const count = Math.max(0, Math.min(of, Math.round(of * (level + distance))));
        addFigure.run(`${id}f${figures}`, id, period, `${year}-07-01`, group, count, of, entered);
        figures += 1;
        return count;
      };
      add(null, people, 0);
      for (const [name, shares] of Object.entries(splits)) {
        let left = people;
        for (const [place, share] of shares.entries()) {
          const isLast = place === shares.length - 1;
          const of = isLast ? left : Math.round((people * share) / 1000);
          left -= of;
          add(
            `${community}${name}${place}`,
            of,
            ((place * 5 + index) % 9) / 60 - 0.07 + (0.004 * at) / (1 + place),
          );
        }
      }
    }
    return id;
  };

  sqlite.transaction(() => {
    for (let number = 0; number < communities; number++) {
      const community = `bench-c${number}-`;
      addCommunity.run(community, `Community ${number}`, 'America/New_York', now);
      for (let place = 0; place < outcomes; place++) {
        addOutcome.run(`${community}o${place}`, community, place + 1, `Outcome ${place + 1}`);
      }
      for (const [position, [name, shares]] of Object.entries(splits).entries()) {
        const dimension = `${community}d${position}`;
        addDimension.run(dimension, community, name, position + 1);
        for (const place of shares.keys()) {
          addGroup.run(`${community}${name}${place}`, dimension, `${name}, group ${place + 1}`, place + 1);
        }
      }
      for (let index = 0; index < indicatorsEach; index++) indicator(community, index);
    }
  })();
  const member = person(sqlite, 'member', now);
  const leader = person(sqlite, 'leader', now);
  sqlite.close();
  return { indicator: 'bench-c0-i1', figures, member, leader };
}

/** Somebody of the first community, who signs in with the password of the demo. @param {import('better-sqlite3').Database} sqlite @param {string} role @param {string} now */
function person(sqlite, role, now) {
  const email = `${role}@bench.example`;
  sqlite
    .prepare(
      `insert into people (id, email, name, password_hash, created_at)
       select ?, ?, ?, password_hash, ? from people where password_hash is not null limit 1`,
    )
    .run(`bench-${role}`, email, `Bench ${role}`, now);
  sqlite
    .prepare('insert into memberships (id, person_id, community_id, role, created_at) values (?, ?, ?, ?, ?)')
    .run(`bench-m-${role}`, `bench-${role}`, 'bench-c0-', role, now);
  return email;
}

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/**
 * The house's one rule: imports go down. A room imports no other room; pages compose rooms; the shared floors
 * below know no room; statistics imports nothing; db never imports app; the browser's half never imports the
 * server's. A breach is named by its file and the rule.
 */

const shared = ['access', 'history', 'imports', 'exports', 'charts', 'statistics', 'http', 'ui', 'server'];
/** What each shared floor may import of ours. Rooms may import all of these but server. */
const floors: Record<string, string[]> = {
  statistics: [],
  imports: ['db', 'access', 'http', 'ui'],
  exports: ['db', 'charts', 'ui'],
  ui: ['db', 'http', 'paths', 'statistics'],
  charts: ['db', 'ui', 'statistics', 'paths'],
  http: ['db'],
  access: ['db', 'http'],
  history: ['db', 'access', 'http', 'ui'],
  server: ['db', 'http', 'access'],
};

interface Source {
  file: string;
  text: string;
}

const root = process.cwd();
const read = (folder: string): Source[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${folder}/${file}`.replaceAll('\\', '/'))
    .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));

/** What a file imports, as places from the top of the project ("app/cycles/stages") or package names. */
function importsOf({ file, text }: Source): { to: string; isType: boolean }[] {
  const pattern =
    /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g;
  return [...text.matchAll(pattern)].map((match) => {
    const name = match[3] ?? match[4] ?? '';
    const to = name.startsWith('~/')
      ? `app/${name.slice(2)}`
      : name.startsWith('#db/')
        ? `db/${name.slice(4)}`
        : name.startsWith('.')
          ? path.posix.join(path.posix.dirname(file), name)
          : name;
    return { to, isType: match[2] !== undefined };
  });
}

const placeOf = (file: string) => {
  const [top, second, ...rest] = file.split('/');
  if (top !== 'app') return top ?? '';
  return rest.length > 0 ? (second ?? '') : 'top';
};

/** Every breach of the rule, as a sentence. */
function breaches(sources: Source[]): string[] {
  return sources.flatMap((source) => {
    const here = placeOf(source.file);
    const isRoute = here === 'routes' || here === 'top';
    const isRoom = !isRoute && here !== 'db' && !shared.includes(here);
    return importsOf(source).flatMap(({ to, isType }) => {
      const isOurs = to.startsWith('app/') || to.startsWith('db/');
      const there = to === 'app/paths' ? 'paths' : placeOf(to);
      const say = (rule: string) => [`${source.file} imports ${to}: ${rule}`];
      if (here === 'statistics' && !(isOurs && there === 'statistics'))
        return say('statistics imports nothing');
      if (here === 'db' && to.startsWith('app/')) return say('db never imports app');
      if (!isType && /\.server$/.test(to) && !/\.server\.tsx?$/.test(source.file)) {
        const isServersOwn =
          here === 'server' || here === 'db' || source.file === 'app/root.tsx' || here === 'routes';
        if (!isServersOwn) return say('a file without .server never imports one that has it');
      }
      if (!isOurs || there === here) return [];
      if (isRoom && !shared.includes(there) && there !== 'db' && there !== 'paths')
        return say('rooms do not import rooms');
      if (isRoom && (there === 'server' || there === 'routes')) return say('imports go down the house');
      const allowed = floors[here];
      if (allowed && !allowed.includes(there)) return say(`${here} stands below ${there}`);
      if (
        to.startsWith('db/') &&
        to !== 'db/vocabulary' &&
        !isType &&
        /\.tsx$/.test(source.file) &&
        !isRoute
      ) {
        return say('only db/vocabulary may be seen by a browser');
      }
      return [];
    });
  });
}

test('imports go down the house', () => {
  expect(breaches([...read('app'), ...read('db')])).toEqual([]);
});

test.each([
  [
    'app/cycles/stages.ts',
    "import { listPractices } from '~/practices/queries.server';",
    'never imports one that has it',
  ],
  [
    'app/cycles/queries.server.ts',
    "import { x } from '~/practices/queries.server';",
    'rooms do not import rooms',
  ],
  ['app/statistics/runs.ts', "import { scaleLinear } from 'd3-scale';", 'statistics imports nothing'],
  ['app/statistics/runs.ts', "import { x } from '~/ui/words';", 'statistics imports nothing'],
  ['app/charts/spark.tsx', "import type { Row } from '~/measures/series';", 'charts stands below measures'],
  ['app/http/errors.ts', "import { x } from '~/access/policy';", 'http stands below access'],
  [
    'app/ui/page.tsx',
    "import { readSession } from '~/access/session.server';",
    'never imports one that has it',
  ],
  ['app/measures/row.tsx', "import { measures } from '#db/schema/measures';", 'only db/vocabulary'],
  ['db/ids.ts', "import { x } from '~/ui/words';", 'db never imports app'],
])('a planted breach is caught: %s %s', (file, text, rule) => {
  const said = breaches([{ file, text }]);
  expect(said).toHaveLength(1);
  expect(said[0]).toContain(file);
  expect(said[0]).toContain(rule);
});

test('what the rule allows is not called a breach', () => {
  const fine = [
    { file: 'app/routes/cycles/show.tsx', text: "import { x } from '~/cycles/queries.server';" },
    { file: 'app/cycles/queries.server.ts', text: "import { cycles } from '#db/schema/cycles';" },
    { file: 'app/cycles/row.tsx', text: "import type { Row } from './queries.server';" },
    { file: 'app/cycles/row.tsx', text: "import { phases } from '#db/vocabulary';" },
    { file: 'app/statistics/runs.ts', text: "import { median } from './center';" },
  ];
  expect(breaches(fine)).toEqual([]);
});

test('no folder is a drawer for everything', () => {
  const drawers = /\/(utils?|libs?|helpers?|common|misc|services|types)\//;
  const found = [...read('app'), ...read('db')]
    .map((source) => source.file)
    .filter((file) => drawers.test(file));
  expect(found).toEqual([]);
});

/** The files of one circle of imports, or null: a walk that comes back to a file it is still in. */
function circleIn(sources: Source[]): string[] | null {
  const bare = (file: string) => file.replace(/\.tsx?$/, '');
  const files = new Map(sources.map((source) => [bare(source.file), source]));
  const done = new Set<string>();
  const walk = (file: string, path: string[]): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    const source = files.get(file);
    if (!source || done.has(file)) return null;
    for (const { to } of importsOf(source)) {
      const circle = walk(to, [...path, file]);
      if (circle) return circle;
    }
    done.add(file);
    return null;
  };
  for (const file of files.keys()) {
    const circle = walk(file, []);
    if (circle) return circle;
  }
  return null;
}

test('no imports run in a circle', () => {
  // A row of a table may point at its own table: that is one file.
  expect(circleIn([...read('app'), ...read('db')])).toBeNull();
});

test('a planted circle is caught', () => {
  const planted = [
    { file: 'app/cycles/a.ts', text: "import { b } from './b';" },
    { file: 'app/cycles/b.ts', text: "import type { A } from './a';" },
  ];
  expect(circleIn(planted)).toEqual(['app/cycles/a', 'app/cycles/b', 'app/cycles/a']);
});

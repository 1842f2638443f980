import type { ServerBuild } from '@remix-run/node';
import { matchRoutes } from '@remix-run/react';
import { expect, test } from 'vitest';
import routes from '~/routes';
import { byAddress, candidatesIn, only } from '~/server/by-address';

const table = (await routes).flatMap((route) => [{ ...route, id: route.id ?? route.file }]);
const build = {
  routes: {
    root: { id: 'root', path: '' },
    ...Object.fromEntries(table.map(({ id, path, index }) => [id, { id, path, index, parentId: 'root' }])),
  },
  assets: { routes: Object.fromEntries(table.map(({ id }) => [id, { id }])) },
} as unknown as ServerBuild;
const asTree = (ids: string[]) => ids.filter((id) => id !== 'root').map((id) => ({ ...build.routes[id] }));
const found = (ids: string[], path: string) =>
  matchRoutes(asTree(ids) as Parameters<typeof matchRoutes>[0], path)?.map(({ route }) => route.id) ?? [];

const addresses = table.map(
  ({ path = '' }) => `/${path.replace(/:(\w+)/g, 'x-$1').replace('*', 'no/such/place')}`,
);

test.each(addresses)('%s means the same route among few as among all', (path) => {
  const candidates = candidatesIn(build.routes)(path) ?? [];
  expect(found(candidates, path)).toEqual(found(Object.keys(build.routes), path));
  expect(found(candidates, path)).not.toEqual([]);
  expect(candidates.length).toBeLessThan(8);
});

test('cases, slashes at the end and the data of a page make no difference', () => {
  const candidates = candidatesIn(build.routes);
  const plain = candidates('/teams/a/measures/b');
  for (const path of ['/Teams/a/Measures/b', '/teams/a/measures/b/', '/teams/a/measures/b.data']) {
    expect(candidates(path)).toEqual(plain);
  }
  expect(candidates('/_root.data')).toEqual(candidates('/'));
});

test('what is written in another way is left to the whole program', () => {
  const candidates = candidatesIn(build.routes);
  for (const path of ['/%74eams', '/__manifest', '/teams\\a']) expect(candidates(path)).toBeNull();
});

test('a handler is made once for all addresses of one kind', () => {
  const made: string[][] = [];
  const handlerFor = byAddress(build, (of) => made.push(Object.keys(of.routes)));
  handlerFor('/teams/a');
  handlerFor('/teams/b');
  expect(made).toHaveLength(2);
  expect(made[0]).toHaveLength(Object.keys(build.routes).length);
  expect(only(build, []).routes).toHaveProperty('root');
});

test('the first page is among the routes of every address, since signing in leads to it without a new document', () => {
  const made: string[][] = [];
  const handlerFor = byAddress(build, (of) => made.push(Object.keys(of.assets.routes)));
  handlerFor('/sign-in');
  expect(made.at(-1)).toContain('routes/home.tsx');
});

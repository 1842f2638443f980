import type { ServerBuild } from '@remix-run/node';

/*
 * Remix ranks all routes of a program and compiles all their paths several times for each request: with more than a
 * hundred of them that was a tenth of the time of a plain page. So each address is given a program of its own, which
 * knows only the routes that address could mean. Which of them it does mean, Remix decides as ever.
 */

type Routes = ServerBuild['routes'];

const segmentsOf = (path: string) => path.split('/').filter(Boolean);
const isOpen = (segment: string) => segment.startsWith(':');
/** A path that can match addresses of other lengths than its own. */
const isElastic = (segments: readonly string[]) =>
  segments.some((segment) => segment.includes('*') || segment.endsWith('?'));

/** The path of a route from the top, in lower case: addresses do not tell cases apart. */
function wholePath(routes: Routes, id: string): string[] {
  const route = routes[id];
  if (!route) return [];
  const above = route.parentId ? wholePath(routes, route.parentId) : [];
  return [...above, ...segmentsOf((route.path ?? '').toLowerCase())];
}

/** Gives the routes that a path could mean, by id; null where only the whole program can tell. */
export function candidatesIn(routes: Routes): (path: string) => string[] | null {
  const all = Object.keys(routes).map((id) => ({ id, segments: wholePath(routes, id) }));
  return (path) => {
    if (/[%\\]|^\/__/.test(path)) return null;
    const asked = segmentsOf(
      path
        .toLowerCase()
        .replace(/\.data$/, '')
        .replace(/^\/_root$/, '/'),
    );
    return all
      .filter(
        ({ segments }) =>
          isElastic(segments) ||
          (segments.length === asked.length &&
            segments.every((segment, at) => isOpen(segment) || segment === asked[at])),
      )
      .map(({ id }) => id);
  };
}

/** The same program with these routes and those above them alone. */
export function only(build: ServerBuild, ids: readonly string[]): ServerBuild {
  const kept = new Set<string>();
  for (const id of ['root', ...ids]) {
    for (let at: string | undefined = id; at; at = build.routes[at]?.parentId) kept.add(at);
  }
  const pick = <Of extends object>(from: Of): Of =>
    Object.fromEntries(Object.entries(from).filter(([id]) => kept.has(id))) as Of;
  return {
    ...build,
    routes: pick(build.routes),
    assets: { ...build.assets, routes: pick(build.assets.routes) },
  };
}

/** A handler for each set of routes that some address could mean, made when one is first asked for. */
export function byAddress<Handler>(
  build: ServerBuild,
  handlerOf: (build: ServerBuild) => Handler,
): (path: string) => Handler {
  const candidates = candidatesIn(build.routes);
  const whole = handlerOf(build);
  // A browser takes the root for all there is at `/`, unless the page there is among the routes it was first told of.
  const first = candidates('/') ?? [];
  const made = new Map<string, Handler>();
  return (path) => {
    const ids = candidates(path);
    if (ids === null) return whole;
    const key = ids.join(' ');
    const known = made.get(key);
    if (known) return known;
    const handler = handlerOf(only(build, [...first, ...ids]));
    made.set(key, handler);
    return handler;
  };
}

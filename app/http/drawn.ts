import type { AppLoadContext } from '@remix-run/node';

/**
 * Markup that a loader made, on its way to the page (`ui/drawn.tsx` puts it in its place). A whole page brings it in
 * its HTML, and needs no second copy in the data that the browser reads to come alive: a function is not sent. Only a
 * page that the browser asks for as data gets the words themselves.
 */
export type Drawn = string;

export function drawn({ isWholePage }: Pick<AppLoadContext, 'isWholePage'>, draw: () => string): Drawn {
  return isWholePage ? (draw as unknown as Drawn) : draw();
}

import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/**
 * A page for everybody who has its link: a whole document without a script, a form or a session, that no search engine
 * lists. `head`: what else its head holds; left out, the two themes and the icon of our own pages.
 */
export function wholeDocument(
  title: string,
  stylesheet: string,
  body: ReactNode,
  head: ReactNode = ownHead,
): string {
  return `<!doctype html>${renderToStaticMarkup(
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>{title}</title>
        <link rel="stylesheet" href={stylesheet} />
        {head}
      </head>
      <body>{body}</body>
    </html>,
  )}`;
}

const ownHead = (
  <>
    <meta name="color-scheme" content="light dark" />
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
  </>
);

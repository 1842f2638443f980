import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data } from '@remix-run/node';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import type { ReactNode } from 'react';
import type { Role, Theme } from '#db/vocabulary';
import { may } from '~/access/policy';
import { readSession } from '~/access/session.server';
import { inboxCount } from '~/conversations/queries.server';
import { clearedFlash, readFlash } from '~/http/flash.server';
import { useNonce } from '~/http/nonce';
import { paths } from '~/paths';
import { Frame, type FrameData } from '~/ui/frame';
import { Page } from '~/ui/page';
import stylesHref from '~/ui/upcurve.css?url';

export const links: LinksFunction = () => [
  {
    rel: 'preload',
    href: '/fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2',
    as: 'font',
    type: 'font/woff2',
    crossOrigin: 'anonymous',
  },
  { rel: 'stylesheet', href: stylesHref },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

export const meta: MetaFunction = () => [{ title: 'Upcurve' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const [signedIn, said] = await Promise.all([readSession(request), readFlash(request)]);
  const headers = new Headers();
  if (said) headers.append('Set-Cookie', await clearedFlash());
  const frame: FrameData | null = signedIn && {
    name: signedIn.person.name,
    community: signedIn.membership.communityName,
    communityId: signedIn.membership.communityId,
    communities: signedIn.memberships.map((one) => ({ id: one.communityId, name: one.communityName })),
    mayManagePeople: may(signedIn.membership.role, 'manage people', null),
    mayChangeSettings: may(signedIn.membership.role, 'change settings', null),
    mayManagePartners: may(signedIn.membership.role, 'manage partners', null),
    mayWriteCommunityEvents: may(signedIn.membership.role, 'write community events', null),
    coaching: placeOfCoaching(signedIn.membership.role),
    maskingThreshold: signedIn.membership.maskingThreshold,
    invitations: signedIn.invitations,
    inbox: await inboxCount(signedIn.person.id, signedIn.membership.communityId),
  };
  const theme: Theme = signedIn?.person.theme ?? 'device';
  return data({ frame, theme, said }, { headers });
}

/** A coach begins with their own list, who looks after many teams with all of them. */
function placeOfCoaching(role: Role): string | null {
  if (may(role, 'see the queue', null)) return paths.coaching();
  return may(role, 'see the portfolio', null) ? paths.portfolio() : null;
}

/** The shell: loader data is missing when the root's own loader failed. */
export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const root = useRouteLoaderData<typeof loader>('root');
  const theme = root?.theme ?? 'device';
  return (
    <html lang="en" data-theme={theme === 'device' ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        <a className="skip" href="#main">
          Skip to content
        </a>
        <Frame data={root?.frame ?? null} said={root?.said ?? null}>
          {children}
        </Frame>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

/** The one error boundary: a calm sentence and a way on. */
export function ErrorBoundary() {
  const error = useRouteError();
  const { title, words } = wordsFor(error);
  return (
    <Page title={title} meta={words}>
      <title>{`${title} · Upcurve`}</title>
      <div className="btns">
        <a className="btn" href="/">
          Go to my work
        </a>
      </div>
    </Page>
  );
}

function wordsFor(error: unknown): { title: string; words: string } {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  if (status === 404) {
    return {
      title: 'We could not find that',
      words: 'It may have moved, or the address may have a typing error.',
    };
  }
  if (status === 403) {
    return {
      title: 'You cannot do that here',
      words: 'Ask an admin of your community, or the people of the team it belongs to.',
    };
  }
  if (status === 405)
    return { title: 'That cannot be done this way', words: 'Go back and use the button on the page.' };
  if (status === 413)
    return { title: 'That is too large', words: 'Make the file or the text smaller and try again.' };
  if (status === 429) {
    return {
      title: 'Please wait a little',
      words: 'There were too many tries. Wait a few minutes and try again.',
    };
  }
  if (status >= 400 && status < 500) {
    return { title: 'We could not read that', words: 'Go back, reload the page, and try once more.' };
  }
  return {
    title: 'Something went wrong',
    words: 'It is our fault, and we have noted it. What you saved before is safe.',
  };
}

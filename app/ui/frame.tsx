import { Form, useLocation } from '@remix-run/react';
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import type { Said } from '~/http/flash.server';
import { paths } from '~/paths';
import { Logo } from './brand';
import { Icon, type IconName } from './icons';
import { forgetWords } from './kept-words';
import { useKeys } from './keys';
import { DeedButton } from './sheet';
import { plural } from './words';

export interface FrameData {
  name: string;
  community: string;
  communityId: string;
  communities: { id: string; name: string }[];
  mayManagePeople: boolean;
  mayChangeSettings: boolean;
  mayManagePartners: boolean;
  mayWriteCommunityEvents: boolean;
  /** Where coaching begins for this person; null where it is nothing of theirs. */
  coaching: string | null;
  maskingThreshold: number;
  /** Communities that wait for one's yes or no. */
  invitations: number;
  /** Things that wait in one's inbox. */
  inbox: number;
}

const places: { href: string; label: string; icon: IconName }[] = [
  { href: paths.home(), label: 'My work', icon: 'home' },
  { href: paths.teams(), label: 'Teams', icon: 'ramp' },
  { href: paths.indicators(), label: 'Indicators', icon: 'indicators' },
  { href: paths.practices(), label: 'Practices', icon: 'practices' },
];

const initials = (name: string) =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word[0]?.toUpperCase())
    .filter((_, position, all) => position === 0 || position === all.length - 1)
    .join('');

const inboxLabel = (waiting: number) =>
  waiting === 0 ? 'Inbox' : `Inbox: ${plural(waiting, 'thing')} ${waiting === 1 ? 'waits' : 'wait'}`;

/** What stands around each page: masthead, what was just done, footer, and the tab bar of a phone. */
export function Frame({
  data,
  said,
  children,
}: {
  data: FrameData | null;
  said: Said | null;
  children: ReactNode;
}) {
  const { pathname, hash } = useLocation();
  // The server never hears of the hash: without a script, the stylesheet knows by :target.
  const [isHeld, holdIt] = useState(false);
  useEffect(() => holdIt(hash !== ''), [hash]);
  useKeys(data !== null);
  const shown: typeof places = data?.coaching
    ? [...places, { href: data.coaching, label: 'Coaching', icon: 'coaching' }]
    : places;
  const isHere = (href: string) =>
    href === '/' ? pathname === '/' : pathname.startsWith(href.replace(/^(\/\w+).*/, '$1'));
  const flash = said ? (
    <div className={isHeld ? 'flash is-held' : 'flash'} role="status">
      <Icon name="check" size={18} />
      {said.sentence}
      {said.undo ? (
        <DeedButton action={said.undo.action} values={said.undo.values} kind="text">
          Undo
        </DeedButton>
      ) : null}
      {said.link ? <a href={said.link.href}>{said.link.label}</a> : null}
    </div>
  ) : null;
  if (!data) {
    return (
      <>
        {flash}
        {children}
      </>
    );
  }
  return (
    <>
      <header className="mast">
        <div className="mast-in">
          <a className="brand" href={paths.home()}>
            <Logo />
            <span>Upcurve</span>
          </a>
          <nav className="mast-nav" aria-label="Main">
            {shown.map((place) => (
              <a key={place.href} href={place.href} aria-current={isHere(place.href) ? 'page' : undefined}>
                {place.label}
              </a>
            ))}
          </nav>
          <div className="mast-end">
            <span className="place">{data.community}</span>
            <a className="iconbtn" href={paths.inbox()} aria-label={inboxLabel(data.inbox)}>
              <Icon name="mail" />
              {data.inbox > 0 ? (
                <span className="waits" aria-hidden="true">
                  {data.inbox > 99 ? '99+' : data.inbox}
                </span>
              ) : null}
            </a>
            <a className="iconbtn" href={paths.search()} aria-label="Search" aria-keyshortcuts="/">
              <Icon name="search" />
            </a>
            <Menu key={`${pathname} ${data.communityId}`} data={data} />
          </div>
        </div>
      </header>
      {flash}
      {children}
      <footer className="foot">
        <div className="foot-in">
          <p>{data.community}</p>
          <p>
            <a href={paths.help()}>Help and the words we use</a>.{' '}
            <a href={paths.howWeReadCharts()}>How we read charts</a>
          </p>
          <p>
            Upcurve keeps no student names. Groups under {data.maskingThreshold} are hidden from people who
            cannot edit them.
          </p>
        </div>
      </footer>
      <nav className="tabbar" aria-label="Main, phone">
        {shown.map((place) => (
          <a key={place.href} href={place.href} aria-current={isHere(place.href) ? 'page' : undefined}>
            <Icon name={place.icon} size={22} />
            <span>{place.label}</span>
          </a>
        ))}
      </nav>
    </>
  );
}

function closeOnEscape(event: KeyboardEvent<HTMLDetailsElement>) {
  if (event.key !== 'Escape' || !event.currentTarget.open) return;
  event.currentTarget.open = false;
  event.currentTarget.querySelector('summary')?.focus();
}

/** Its key changes with the page and the community, so that it closes when it has led somewhere. */
function Menu({ data }: { data: FrameData }) {
  return (
    <details className="menu" onKeyDown={closeOnEscape}>
      <summary className="who">
        <span aria-hidden="true">{initials(data.name)}</span>
        <span className="vh">{data.name}, your menu</span>
      </summary>
      <div className="menu-in">
        <p className="menu-name">
          <b>{data.name}</b>
          <span>{data.community}</span>
        </p>
        <a href={paths.account()}>
          {data.invitations > 0 ? 'Your account: you are invited' : 'Your account'}
        </a>
        <a href={paths.leaders()}>For leaders: what works, what is stuck</a>
        {data.mayManagePeople ? <a href={paths.people()}>People</a> : null}
        {data.mayManagePartners ? <a href={paths.partners()}>Partners</a> : null}
        {data.mayWriteCommunityEvents ? <a href={paths.communityEvents()}>Events for all teams</a> : null}
        {data.mayChangeSettings ? <a href={paths.settings()}>Community settings</a> : null}
        <a href={paths.calendar()}>Learning sessions</a>
        <a href={paths.help()}>Help and the words we use</a>
        {data.communities.length > 1 ? (
          <Form method="post" action={paths.switchCommunity()} className="menu-switch">
            <p className="hint">Switch community</p>
            {data.communities
              .filter((community) => community.id !== data.communityId)
              .map((community) => (
                <button key={community.id} type="submit" name="communityId" value={community.id}>
                  {community.name}
                </button>
              ))}
          </Form>
        ) : null}
        <Form method="post" action={paths.signOut()} onSubmit={forgetWords}>
          <button type="submit">Sign out</button>
        </Form>
      </div>
    </details>
  );
}

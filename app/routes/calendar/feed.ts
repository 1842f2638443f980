import type { LoaderFunctionArgs } from '@remix-run/node';
import { followCalendarLink } from '~/access/links.server';
import { calendarFile } from '~/events/calendar-file.server';
import { gatheringsOf } from '~/events/gatherings.server';
import { found } from '~/http/errors';
import { askedAgain, fileAnswer } from '~/http/file-answer';
import { readSettings } from '~/http/settings.server';
import { paths } from '~/paths';

/** For a calendar program: no session, a link that its person can take back. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = found(await followCalendarLink(params.token));
  const origin = readSettings().PUBLIC_URL ?? new URL(request.url).origin;
  const file = calendarFile({
    community: access.community.communityName,
    timeZone: access.community.timeZone,
    gatherings: await gatheringsOf(access),
    href: origin + paths.calendar(),
  });
  return fileAnswer(request, {
    type: 'text/calendar; charset=utf-8',
    cache: askedAgain,
    source: file,
    body: () => file,
    name: 'upcurve.ics',
    headers: { 'X-Robots-Tag': 'noindex' },
  });
}

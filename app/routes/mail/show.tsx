import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireCommunity } from '~/access/gate.server';
import { hasMailServer } from '~/http/settings.server';
import { letterText, readLetter } from '~/mail/letter';
import { mailKindWords, mailStateWords, maySendAgain } from '~/mail/mail-words';
import { findMail, letterAsItStands } from '~/mail/queries.server';
import { paths } from '~/paths';
import { moment } from '~/ui/dates';
import { Page, Row } from '~/ui/page';
import { DeedButton } from '~/ui/sheet';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.mail.subject ?? 'E-mail'} · Upcurve` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireCommunity(request, 'change settings');
  const { letter: kept, ...mail } = await findMail(access, params.mailId);
  const written = readLetter(kept);
  const letter = written && (await letterAsItStands(written));
  // Somebody else's inbox is in it. Only where nothing is sent, while the program is being tried, may an admin read on.
  const isReadable = !hasMailServer() && letter !== null;
  const places = {
    origin: new URL(request.url).origin,
    stop: '(a link that only its reader gets)',
    choices: paths.mailChoices(),
  };
  return {
    mail,
    text: isReadable ? letterText(letter, places) : null,
    timeZone: access.community.timeZone,
  };
}

export default function Mail() {
  const { mail, text, timeZone } = useLoaderData<typeof loader>();
  return (
    <Page
      title={mail.subject}
      crumbs={[
        { href: paths.settings(), label: 'Community settings' },
        { href: paths.outbox(), label: 'E-mails' },
      ]}
      meta={`${mailKindWords[mail.kind]} to ${mail.to}, ${mail.address}.`}
      actions={
        maySendAgain(mail.state) ? (
          <DeedButton action={paths.sendMailAgain(mail.id)}>Send it again</DeedButton>
        ) : undefined
      }
    >
      <Row id="state" title="What became of it">
        <div className="stack-s">
          <p>
            {mailStateWords[mail.state]}
            {mail.sentAt ? `, ${moment(mail.sentAt, timeZone)}` : ''}.
          </p>
          {mail.problem ? <p className="hint">{mail.problem}</p> : null}
          {mail.state === 'unsure' ? (
            <p className="hint">
              The program or the connection stopped while the mail server was taking it. It is not sent again
              by itself, so that nobody gets it twice.
            </p>
          ) : null}
        </div>
      </Row>
      <Row id="says" title="What it says">
        {text === null ? (
          <p className="soft">It is for its reader alone.</p>
        ) : (
          <p className="lines letter">{text}</p>
        )}
      </Row>
    </Page>
  );
}

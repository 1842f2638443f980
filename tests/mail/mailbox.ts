import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Received {
  to: string;
  raw: string;
}

/** When the mailbox does something other than take the mail: counted from the first, 1. */
export interface Mishap {
  /** It knows for whom, and has none of the mail. */
  onAddress?: (count: number) => void;
  /** It has all of it, and has not said so. */
  onWhole?: (count: number) => void;
  /** What it answers in place of "250". */
  answer?: (count: number, to: string) => { responseCode: number; message: string } | null;
}

/** A mail server that keeps what it is sent: a mail is in it once its end has come, whatever it answers afterwards. */
export async function aMailbox(mishap: Mishap = {}) {
  const received: Received[] = [];
  let begun = 0;
  let addressed = 0;
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo(_address, _session, callback) {
      addressed += 1;
      mishap.onAddress?.(addressed);
      callback();
    },
    onData(stream, session, callback) {
      begun += 1;
      const count = begun;
      const to = session.envelope.rcptTo.map(({ address }) => address).join(', ');
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const refusal = mishap.answer?.(count, to) ?? null;
        if (refusal) return callback(Object.assign(new Error(refusal.message), refusal));
        received.push({ to, raw: Buffer.concat(parts).toString() });
        mishap.onWhole?.(count);
        callback();
      });
    },
  });
  // A sender that dies in the middle of a mail is what some tests are about.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return {
    received,
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** A header of a mail, unfolded; empty where it has none. */
export function headerOf({ raw }: Received, name: string): string {
  const head = raw.split(/\r?\n\r?\n/)[0]?.replaceAll(/\r?\n[ \t]+/g, ' ') ?? '';
  return head.match(new RegExp(`^${name}: (.*)$`, 'im'))?.[1] ?? '';
}

/** The plain text of a mail, as its reader sees it. */
export function textOf({ raw }: Received): string {
  const part = raw.slice(raw.search(/Content-Type: text\/plain/i));
  const body =
    part
      .split(/\r?\n\r?\n/)
      .slice(1)
      .join('\n\n')
      .split(/\r?\n--/)[0] ?? '';
  if (!/Content-Transfer-Encoding: quoted-printable/i.test(part.split(/\r?\n\r?\n/)[0] ?? '')) return body;
  const joined = body.replaceAll(/=\r?\n/g, '');
  const bytes = joined.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

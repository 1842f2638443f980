import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';

/** How a try to hand a mail over ended. */
export type Carried =
  | { is: 'taken' }
  /** The mail server does not take it, now or ever. */
  | { is: 'refused'; isForGood: boolean; problem: string }
  /** Its last byte may have left, and no answer came. */
  | { is: 'unsure'; problem: string };

export interface Parcel {
  from: string;
  to: string;
  mime: Buffer;
}

/**
 * Hands a mail to a mail server. `handOver` is awaited when all but the last byte has been given away: until then the
 * server cannot have taken the mail (RFC 5321 § 4.1.1.4); false stops it there.
 */
export type Carry = (parcel: Parcel, handOver: () => Promise<boolean>) => Promise<Carried>;

interface SmtpSettings {
  host: string;
  port: number;
  secure: boolean;
  user: string;
  password: string;
}

/** "smtp://user:password@mail.example.org:587"; smtps: encrypted from the first byte. */
export function readSmtpUrl(url: string): SmtpSettings {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port ? Number(port) : secure ? 465 : 587,
    secure,
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
  };
}

interface SmtpError extends Error {
  responseCode?: number;
}

const nameOf = (address: string) => address.slice(address.lastIndexOf('@') + 1);
/** A mail server that says nothing for so long is gone. */
const patience = 60_000;

/** Carries mails to the mail server of a setting: one connection a mail, so that no try can mix with another. */
export function carryBySmtp(url: string): Carry {
  const { host, port, secure, user, password } = readSmtpUrl(url);
  return async ({ from, to, mime }, handOver) => {
    const connection = new SMTPConnection({
      ...{ host, port, secure, name: nameOf(from) },
      ...{ connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience },
    });
    let broken: (error: Error) => void = () => {};
    const breaks = new Promise<never>((_, reject) => {
      broken = reject;
    });
    breaks.catch(() => {});
    connection.on('error', (error: Error) => broken(error));
    connection.on('end', () => broken(new Error('The mail server hung up.')));
    const step = <T>(begin: (done: (error?: Error | null, value?: T) => void) => void) =>
      Promise.race([
        breaks,
        new Promise<T | undefined>((resolve, reject) =>
          begin((error, value) => (error ? reject(error) : resolve(value))),
        ),
      ]);
    let isHanded = false;
    let isLetIn = false;
    async function* parts() {
      yield mime.subarray(0, -1);
      if (!(await handOver())) throw new Error('Somebody else is sending it.');
      isHanded = true;
      yield mime.subarray(-1);
    }
    try {
      await step<void>((done) => connection.connect((error?: Error | null) => done(error)));
      if (user !== '') {
        await step<void>((done) => connection.login({ user, pass: password }, (error) => done(error)));
      }
      isLetIn = true;
      await step<unknown>((done) =>
        connection.send({ from, to: [to] }, Readable.from(parts()), (error, info) => done(error, info)),
      );
      return { is: 'taken' };
    } catch (thrown) {
      const { message, responseCode } = thrown as SmtpError;
      if (responseCode === undefined && isHanded) return { is: 'unsure', problem: message };
      // What fails before the server has let us in is a matter of settings, not of this mail.
      const isForGood = isLetIn && responseCode !== undefined && responseCode >= 500;
      return { is: 'refused', isForGood, problem: message };
    } finally {
      connection.removeAllListeners('end');
      connection.on('error', () => {});
      connection.close();
    }
  };
}

import { openDatabase, setDatabase } from '#db/client.server';
import { sendWaiting } from '~/mail/send.server';
import { carryBySmtp } from '~/mail/smtp.server';
import { writeDueLetters } from '~/routes/mail/postman.server';

/** A program that writes the week's digests and sends them, for a test that kills it: FILE, URL, instant, lease in ms. */
const [file = '', url = '', instant = '', lease = ''] = process.argv.slice(2);
setDatabase(await openDatabase(file));
const began = Date.now();
const clock = () => new Date(Date.parse(instant) + Date.now() - began);
await writeDueLetters(clock(), 'up.example');
const postage = { carry: carryBySmtp(url), from: 'Upcurve <up@example.org>', origin: 'https://up.example' };
await sendWaiting({ ...postage, leaseMs: Number(lease) }, clock);
process.exit(0);

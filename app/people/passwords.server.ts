import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { RuleBroken } from '~/http/errors';
import { whyRefused } from './password-rules';

/** argon2id (the package's default) with 19 MiB and two passes: OWASP ASVS 5 appendix C. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** One form for the same letters typed on different devices (NIST SP 800-63B § 3.1.1.2). */
const prepared = (password: string) => password.normalize('NFKC');

export const hashPassword = (password: string) => hash(prepared(password), cost);

/** Stands in where there is no account or no password yet, so that saying no takes as long. */
let nobody: Promise<string> | undefined;

export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hash(randomBytes(32), cost);
  const isRight = await verify(stored ?? (await nobody), prepared(password));
  return stored !== null && isRight;
}

/** @throws RuleBroken at the field "password" where the rules refuse it. */
export function requireGoodPassword(password: string, known: readonly string[]): void {
  const why = whyRefused(password, ['upcurve', ...known]);
  if (why) throw new RuleBroken(why, 'password');
}

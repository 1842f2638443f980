import { randomBytes } from 'node:crypto';

/** An id that cannot be guessed: 96 random bits as 16 characters that are safe in an address. */
export function newId(): string {
  return randomBytes(12).toString('base64url');
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const fixtures = new URL('./fixtures/', import.meta.url);
/** Real files as their publishers export them; they stand beside the project and are not part of it. */
const shared = new URL('../../../shared/data/', import.meta.url);

export const sharedFiles = existsSync(fileURLToPath(shared))
  ? readdirSync(fileURLToPath(shared)).filter((name) => name.endsWith('.csv'))
  : [];

export function fixture(name: string): Uint8Array {
  return readFileSync(fileURLToPath(new URL(name, fixtures)));
}

export function sharedFile(name: string): Uint8Array {
  return readFileSync(fileURLToPath(new URL(name, shared)));
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

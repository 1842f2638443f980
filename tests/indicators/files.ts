import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const fixtures = new URL('./fixtures/', import.meta.url);
/** The real file as its publisher exports it; it stands beside the project and is no part of it. */
const newHaven = fileURLToPath(
  new URL('../../../shared/data/new-haven-graduation-by-race.csv', import.meta.url),
);

export const hasNewHaven = existsSync(newHaven);
export const newHavenFile = () => asFile(readFileSync(newHaven), 'new-haven-graduation-by-race.csv');

export const brought = (name: string): Uint8Array => readFileSync(fileURLToPath(new URL(name, fixtures)));
export const asFile = (contents: BlobPart | Uint8Array, name: string) =>
  new File([contents as BlobPart], name, { type: 'text/csv' });
export const broughtFile = (name: string) => asFile(brought(name), name);

/** Serves the floor: an empty Remix page at /, and at /read one bare database read as JSON, both behind express. */
import { createRequestHandler } from '@remix-run/express';
import Sqlite from 'better-sqlite3';
import express from 'express';

const [port, file, build] = /** @type {[string, string, string]} */ (process.argv.slice(2));
const sqlite = new Sqlite(file, { readonly: true });
const read = sqlite.prepare(
  'select id, number, starts_on, team_id from cycles order by starts_on desc limit 50',
);
const app = express();
app.disable('x-powered-by');
app.get('/read', (_request, response) => response.json(read.all()));
app.all('*', createRequestHandler({ build: await import(build), mode: 'production' }));
app.listen(Number(port), '127.0.0.1', () => console.log('ready'));

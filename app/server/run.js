/**
 * Starts Upcurve on a machine with Node and npm and nothing else: installs what is missing, builds what has
 * changed, then runs the server. Plain JavaScript and no packages: it runs before there are any.
 *
 *   node app/server/run.js          production
 *   node app/server/run.js --demo   the same, with the demo community on first run
 */
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildWhatChanged, installWhatIsMissing } from './prepare.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
process.chdir(root);
installWhatIsMissing(root);
buildWhatChanged(root);
process.env.NODE_ENV = 'production';
await import(pathToFileURL(path.join(root, 'build/server/main.js')).href);

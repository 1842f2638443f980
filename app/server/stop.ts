import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds that answers and letters under way have when the program is stopped. */
export const longestStop = 8_000;

/**
 * Stops taking requests, and waits for the answers under way and the work beside them, but no longer than `longest`: a
 * mail server that says nothing keeps no process. What is half sent is found at the next start.
 */
export async function stopServer(
  server: Server,
  stopBeside: () => Promise<void>,
  longest = longestStop,
): Promise<void> {
  const answered = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const atRest = Promise.all([stopBeside(), answered]);
  await Promise.race([atRest, wait(longest, undefined, { ref: false })]);
  server.closeAllConnections();
}

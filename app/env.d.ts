import '@remix-run/node';
import type { Logger } from 'pino';

declare module '@remix-run/node' {
  // Turns on the single-fetch types: loaders return plain values.
  interface Future {
    v3_singleFetch: true;
  }
  interface AppLoadContext {
    cspNonce?: string;
    log: Logger;
    requestId: string;
    /** Address of the nearest trusted hop. */
    address: string;
    /** The answer is a page of HTML, and not the data of one. */
    isWholePage?: boolean;
  }
}

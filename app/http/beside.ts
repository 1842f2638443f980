/*
 * Work that goes on beside requests, such as sending letters. The program offers it, the server starts it once all is
 * open and stops it at the end. They are two bundles of one process: what they share hangs here.
 */

export interface BesideSettings {
  /** The address people use. */
  origin: string;
  smtpUrl?: string;
  from?: string;
}

/** Starts the work; what it gives back stops it, and waits until it has. */
export type Beside = (settings: BesideSettings) => () => Promise<void>;

const shared = globalThis as { upcurveBeside?: Beside; upcurveStartsBeside?: (work: Beside) => void };

/** Offers the work; a second offer, as after a change of the program while it runs, is passed over. */
export function offerBeside(work: Beside): void {
  if (shared.upcurveBeside) return;
  shared.upcurveBeside = work;
  shared.upcurveStartsBeside?.(work);
}

/** Starts what is offered, now or as soon as it is. */
export function startBeside(start: (work: Beside) => void): void {
  shared.upcurveStartsBeside = start;
  if (shared.upcurveBeside) start(shared.upcurveBeside);
}

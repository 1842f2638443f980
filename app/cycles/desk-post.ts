import type { FieldAnswer, FieldChange } from './field-answers';

export interface Saved {
  /** "10:42 am" */
  savedAt: string;
  answers: FieldAnswer[];
}

export type Posted =
  | { kind: 'saved'; saved: Saved }
  | { kind: 'offline' | 'failed' | 'signed out' | 'refused'; saved: null };

/** Whatever is longer cannot be sent while the page goes away. */
const longestKeepalive = 60_000;

/** The worksheet's own way to the server: a page that cannot be reached must not take the place of what was typed. */
export async function postFields(place: string, personId: string, changes: FieldChange[]): Promise<Posted> {
  const body = new URLSearchParams({ person: personId, changes: JSON.stringify(changes) });
  try {
    const response = await fetch(place, {
      method: 'POST',
      body,
      redirect: 'manual',
      keepalive: body.toString().length < longestKeepalive,
      signal: AbortSignal.timeout(20_000),
    });
    if (response.type === 'opaqueredirect' || response.status === 401) {
      return { kind: 'signed out', saved: null };
    }
    if (response.ok || response.status === 409)
      return { kind: 'saved', saved: (await response.json()) as Saved };
    const isRefused = [403, 404, 413, 422].includes(response.status);
    return { kind: isRefused ? 'refused' : 'failed', saved: null };
  } catch {
    return { kind: navigator.onLine ? 'failed' : 'offline', saved: null };
  }
}

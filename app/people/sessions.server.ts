import type { CommunityAccess } from '~/access/gate.server';
import { listSessions } from '~/access/session.server';
import { deviceInWords } from './device';

export interface SessionInWords {
  id: string;
  device: string;
  signedInAt: string;
  lastSeenAt: string;
  isThisOne: boolean;
}

/** One's own sessions that have not run out, this one first, then the last used. */
export async function sessionsInWords(access: CommunityAccess): Promise<SessionInWords[]> {
  const all = await listSessions(access.person);
  return all
    .map((session) => ({
      id: session.id,
      device: deviceInWords(session.device),
      signedInAt: session.createdAt,
      lastSeenAt: session.lastSeenAt,
      isThisOne: session.id === access.sessionId,
    }))
    .sort((a, b) => Number(b.isThisOne) - Number(a.isThisOne));
}

import { transaction } from '#db/client.server';
import type { TeamAccess } from '~/access/gate.server';
import { RuleBroken } from '~/http/errors';
import { once, sentKey } from '~/http/once.server';
import { clock } from '~/ui/dates';
import { rewriteIdea } from './commands.server';
import { addDriver, placeIdea, rewriteDriver } from './drivers.server';
import type { NameFields, NewLineFields } from './forms';
import { findDriver, findIdea } from './queries.server';

/* What the outline in the browser sends, line by line. */

export interface NameAnswer {
  /** "2:41 pm" */
  savedAt: string;
  /** What somebody else wrote there meanwhile; nothing is saved then. */
  theirs: string | null;
}

/** Names a line anew, unless somebody else did since the page was read: then both names are shown. */
export async function nameLine(team: TeamAccess, fields: NameFields): Promise<NameAnswer> {
  const { driverId, ideaId, name, was } = fields;
  return transaction(async () => {
    const now = driverId === null ? await findIdea(team, ideaId ?? '') : await findDriver(team, driverId);
    const isClash = now.name !== was && now.name !== name;
    if (isClash) return { savedAt: '', theirs: now.name };
    if (driverId === null) await rewriteIdea(team, now.id, { name });
    else await rewriteDriver(team, now.id, { name });
    return { savedAt: savedAt(team), theirs: null };
  });
}

export interface AddAnswer {
  savedAt: string;
  /** Of the driver or the idea. */
  id: string;
}

/** Adds what was written as a new line, once for the key it was sent with. */
export async function addLine(team: TeamAccess, fields: NewLineFields, form: FormData): Promise<AddAnswer> {
  const { kind, name, underId, afterId } = fields;
  if (kind !== 'primary' && underId === null) throw new RuleBroken('Choose a driver.', 'underId');
  const { place } = await once(team.person.id, sentKey(form), () =>
    kind === 'idea'
      ? placeIdea(team, { driverId: underId ?? '', ideaId: null, newIdea: name, afterId })
      : addDriver(team, { name, parentId: kind === 'primary' ? null : underId, afterId }),
  );
  return { savedAt: savedAt(team), id: place };
}

const savedAt = (team: TeamAccess) => clock(new Date().toISOString(), team.community.timeZone);

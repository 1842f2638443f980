import { paths } from '~/paths';

/** The page of a part of the theory: of a driver, of an idea, or of the aim with the whole of it. */
export function partPath(
  teamId: string,
  { driverId, ideaId }: { driverId: string | null; ideaId: string | null },
): string {
  if (driverId !== null) return paths.driver(teamId, driverId);
  return ideaId === null ? paths.theory(teamId) : paths.idea(teamId, ideaId);
}

import type { CommunityAccess } from '~/access/gate.server';

/** May they write beside it? Who may read may, but nothing is written to an archived team. */
export const mayCommentOn = (access: CommunityAccess & { teamIsArchived?: boolean }): boolean =>
  access.may('comment') && !access.teamIsArchived;

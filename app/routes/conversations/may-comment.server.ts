import type { CommunityAccess } from '~/access/gate.server';

/** May they write beside it? Who may read may, but nothing is written to an archived team or indicator. */
export const mayCommentOn = (
  access: CommunityAccess & { teamIsArchived?: boolean; indicatorIsArchived?: boolean },
): boolean => access.may('comment') && !access.teamIsArchived && !access.indicatorIsArchived;

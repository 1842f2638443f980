import type { Role, TeamPart } from '#db/vocabulary';

/**
 * Who may do what, whole: role → deed → how far it reaches. Read by the gate and by buttons alike.
 * "own teams" are the teams a person belongs to or coaches; "coached teams" those of which they are a coach: a coach by
 * role may well be one of the people of another team.
 */
export const deeds = [
  'read',
  'comment',
  'write cycles',
  'write measures',
  'write ideas',
  'edit teams',
  'choose team people',
  'start teams',
  'archive teams',
  'manage practices',
  'manage indicators',
  'archive indicators',
  'publish indicators',
  'write stories',
  'tell bright spots',
  'vote',
  'link measures',
  'write community events',
  'answer barriers',
  'manage partners',
  'see the queue',
  'review cycles',
  'write visit notes',
  'settle scores',
  'see the portfolio',
  'manage people',
  'change settings',
  'remove the demo',
] as const;
export type Deed = (typeof deeds)[number];

export type Reach = 'none' | 'coached teams' | 'own teams' | 'community';

const member: Record<Deed, Reach> = {
  read: 'community',
  comment: 'community',
  'write cycles': 'own teams',
  'write measures': 'own teams',
  'write ideas': 'own teams',
  'edit teams': 'own teams',
  'choose team people': 'none',
  'start teams': 'none',
  'archive teams': 'none',
  'manage practices': 'none',
  'manage indicators': 'none',
  'archive indicators': 'none',
  'publish indicators': 'none',
  // Of an indicator, the own teams are those with a measure that feeds it.
  'write stories': 'own teams',
  'tell bright spots': 'own teams',
  vote: 'community',
  'link measures': 'own teams',
  'write community events': 'none',
  'answer barriers': 'none',
  'manage partners': 'none',
  'see the queue': 'none',
  'review cycles': 'none',
  'write visit notes': 'none',
  'settle scores': 'none',
  'see the portfolio': 'none',
  'manage people': 'none',
  'change settings': 'none',
  'remove the demo': 'none',
};

const leader: Record<Deed, Reach> = {
  ...member,
  'edit teams': 'community',
  'choose team people': 'community',
  'start teams': 'community',
  'archive teams': 'community',
  'manage practices': 'community',
  'manage indicators': 'community',
  'archive indicators': 'community',
  'publish indicators': 'community',
  'write stories': 'community',
  'tell bright spots': 'community',
  'link measures': 'community',
  'write community events': 'community',
  'answer barriers': 'community',
  'manage partners': 'community',
  'see the portfolio': 'community',
};

export const policy: Record<Role, Record<Deed, Reach>> = {
  member,
  // The same as a member in every team they coach, and who is in it, reviews and progress scores. The queue is one's own.
  coach: {
    ...member,
    'choose team people': 'coached teams',
    'see the queue': 'community',
    'review cycles': 'coached teams',
    'write visit notes': 'coached teams',
    'settle scores': 'coached teams',
    'see the portfolio': 'community',
  },
  leader,
  admin: {
    ...leader,
    'manage people': 'community',
    'change settings': 'community',
    'remove the demo': 'community',
  },
};

/** Has this role a coach's deeds in the teams it coaches? Else what a team asks its coach would reach nobody. */
export const mayCoach = (role: Role): boolean => may(role, 'review cycles', 'coach');

/** May this role do this deed, to a thing of a team in which the person has this part? Null: they are not in it. */
export function may(role: Role, deed: Deed, part: TeamPart | null): boolean {
  switch (policy[role][deed]) {
    case 'none':
      return false;
    case 'coached teams':
      return part === 'coach';
    case 'own teams':
      return part !== null;
    case 'community':
      return true;
  }
}

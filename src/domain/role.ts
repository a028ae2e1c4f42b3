/** Who may do what. Roles are ordered; a grant holds for one room or for all (product rules, section 2). */

export const ROLES = ['member', 'moderator', 'teacher', 'manager', 'owner'] as const;

export type Role = (typeof ROLES)[number];

/** The roles that a person can be given; member is what everybody is, owner comes from the claim alone. */
export type GrantableRole = 'teacher' | 'manager';

export function rankOf(role: Role): number {
  return ROLES.indexOf(role);
}

export function mayActAs(held: Role, required: Role): boolean {
  return rankOf(held) >= rankOf(required);
}

export function highestRole(roles: readonly Role[]): Role {
  return roles.reduce<Role>((best, role) => (mayActAs(role, best) ? role : best), 'member');
}

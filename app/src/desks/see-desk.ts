/** Who has a desk, and what else is shown from it only. */
import { type Authority, MAKER_ROLES, OFFICER_ROLES } from '../kernel/authority.ts'

export const desksAuthority = {
  see_desk: [...MAKER_ROLES, ...OFFICER_ROLES],
  see_overview: OFFICER_ROLES,
  see_own_statement: MAKER_ROLES,
  see_inbox: MAKER_ROLES,
  open_letter: MAKER_ROLES,
} as const satisfies Authority

/** Who sees what is due, and who may look at it with a program of his own. */
import { type Authority, MAKER_ROLES, OFFICER_ROLES } from '../kernel/authority.ts'

export const deadlinesAuthority = {
  see_calendar: [...MAKER_ROLES, ...OFFICER_ROLES],
  share_calendar: [...MAKER_ROLES, ...OFFICER_ROLES],
  unshare_calendar: [...MAKER_ROLES, ...OFFICER_ROLES],
  // Whoever knows the address.
  fetch_calendar: ['public'],
} as const satisfies Authority

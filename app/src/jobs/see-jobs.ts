/** Who may look at the jobs: the database lets an administrator of the regulator see them, and nobody else. */
import type { Authority } from '../kernel/authority.ts'

export const jobsAuthority = {
  see_jobs: ['administrator'],
  retry_job: ['administrator'],
} as const satisfies Authority

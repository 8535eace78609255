/** The command that prints the same figures from the same files. */
import type { Simulation } from '../simulation.ts'

export function commandOf({ programme, draft, files }: Pick<Simulation, 'programme' | 'draft' | 'files'>): string {
  const given = files.map(({ holds, name }) => (holds === 'facts' ? `--facts ${name}` : `--lines ${holds}=${name}`))
  return ['npx maqami effect', programme, '--draft', draft, ...given].join(' ')
}

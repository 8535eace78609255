/** `due: { on: 30 days after period end, evidence: assumed, reading: … }`: by when a return is filed, and where that is from. */
import { mapping, problem, type Report, requiredText } from '@maqami/engine/load/fields.ts'
import { EVIDENCE, readReading, readStanding, STANDING_KEYS, STATUSES } from '@maqami/engine/load/standing.ts'
import { child, type Node, textOf } from '@maqami/engine/load/yaml.ts'
import type { Due } from './return-schema.ts'

const MOST_DAYS = 366

export function readDue(report: Report, node: Node | undefined, programme: Node): Due | undefined {
  const map = mapping(report, node, "'due'", ['on', 'reading', ...STANDING_KEYS])
  if (map === undefined) return undefined
  const written = requiredText(report, map, 'on', "'due'")
  const [, count = ''] = /^(\d{1,3}) days? after period end$/.exec(written ?? '') ?? []
  const days = Number(count)
  if (written !== undefined && (count === '' || days > MOST_DAYS))
    problem(
      report,
      child(map, 'on')?.at ?? map.at,
      `'on' of 'due' is such as '30 days after period end', of at most ${MOST_DAYS} days, not '${written}'.`,
    )
  const standing = readStanding(report, map, "'due'", {
    status: STATUSES.find((one) => one === textOf(child(programme, 'status'))) ?? 'draft',
    evidence: EVIDENCE.find((one) => one === textOf(child(programme, 'evidence'))) ?? 'assumed',
    source: undefined,
  })
  const known = child(programme, 'sources')
  if (standing.source !== undefined && child(known, standing.source) === undefined)
    problem(report, child(map, 'source')?.at ?? map.at, `programme.yaml has no source '${standing.source}'.`)
  const reading = readReading(report, map, "'due'")
  if (standing.evidence === 'assumed' && reading === undefined)
    problem(report, map.at, "'due' is assumed, so it says why in 'reading:'.")
  return { days, standing, reading }
}

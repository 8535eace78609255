/**
 * `due: { on: 30 days after period end, evidence: assumed, reading: … }`: by when a return is filed, and where that is from; and in the same
 * way, how long its review may take: `review: { within: 30 days after filing, … }`, and until when one may appeal against what is determined.
 */
import { mapping, problem, type Report, requiredText } from '@maqami/engine/load/fields.ts'
import { EVIDENCE, readReading, readStanding, STANDING_KEYS, STATUSES } from '@maqami/engine/load/standing.ts'
import { child, type Node, textOf } from '@maqami/engine/load/yaml.ts'
import type { AppealTimes, Due } from './return-schema.ts'

const MOST_DAYS = 366

interface TimeKey {
  readonly key: 'due' | 'review' | 'appeal' | 'appeal_reply' | 'appeal_decision'
  readonly days: 'on' | 'within'
  readonly after: 'period end' | 'filing' | 'determination' | 'appeal'
}

export function readDue(report: Report, node: Node | undefined, programme: Node): Due | undefined {
  return readTime(report, node, programme, { key: 'due', days: 'on', after: 'period end' })
}

export function readReviewTime(report: Report, node: Node | undefined, programme: Node): Due | undefined {
  return readTime(report, node, programme, { key: 'review', days: 'within', after: 'filing' })
}

/** Of all determinations of the programme: until when one may appeal, and by when the authority replies and the appeal is decided. */
export function readAppealTimes(report: Report, map: Node, programme: Node): AppealTimes {
  const read = (key: 'appeal' | 'appeal_reply' | 'appeal_decision', after: TimeKey['after']): Due | undefined =>
    readTime(report, child(map, key), programme, { key, days: 'within', after })
  return {
    appeal: read('appeal', 'determination'),
    reply: read('appeal_reply', 'appeal'),
    decision: read('appeal_decision', 'appeal'),
  }
}

function readTime(
  report: Report,
  node: Node | undefined,
  programme: Node,
  { key, days: within, after }: TimeKey,
): Due | undefined {
  const what = `'${key}'`
  const map = mapping(report, node, what, [within, 'reading', ...STANDING_KEYS])
  if (map === undefined) return undefined
  const written = requiredText(report, map, within, what)
  const [, count = ''] = new RegExp(`^(\\d{1,3}) days? after ${after}$`).exec(written ?? '') ?? []
  const days = Number(count)
  if (written !== undefined && (count === '' || days > MOST_DAYS))
    problem(
      report,
      child(map, within)?.at ?? map.at,
      `'${within}' of ${what} is such as '30 days after ${after}', of at most ${MOST_DAYS} days, not '${written}'.`,
    )
  const standing = readStanding(report, map, what, {
    status: STATUSES.find((one) => one === textOf(child(programme, 'status'))) ?? 'draft',
    evidence: EVIDENCE.find((one) => one === textOf(child(programme, 'evidence'))) ?? 'assumed',
    source: undefined,
  })
  const known = child(programme, 'sources')
  if (standing.source !== undefined && child(known, standing.source) === undefined)
    problem(report, child(map, 'source')?.at ?? map.at, `programme.yaml has no source '${standing.source}'.`)
  const reading = readReading(report, map, what)
  if (standing.evidence === 'assumed' && reading === undefined)
    problem(report, map.at, `${what} is assumed, so it says why in 'reading:'.`)
  return { days, standing, reading }
}

/** Where a number or a provision comes from, and whether it binds. */
import { child, type MapNode } from './yaml.ts'
import { day, type Localized, localized, oneOf, placeIn, problem, type Report, text } from './fields.ts'
import { formatDay } from '../value/date.ts'

export const STATUSES = ['draft', 'notified', 'superseded'] as const
export type Status = (typeof STATUSES)[number]
export const EVIDENCE = ['gazette', 'reported', 'assumed'] as const
export type Evidence = (typeof EVIDENCE)[number]

export interface Standing {
  readonly status: Status
  readonly evidence: Evidence
  /** A key of the programme's sources. */
  readonly source: string | undefined
}

/** Who decided an ambiguity, when, and how. */
export interface Reading {
  readonly text: Localized
  readonly by: string | undefined
  readonly on: string | undefined
}

/** Of what a draft proposes, unless it says otherwise. */
export const PROPOSED: Standing = { status: 'draft', evidence: 'reported', source: undefined }

export const STANDING_KEYS = ['status', 'evidence', 'source'] as const

/** What is not said in `map` is taken from `otherwise`. */
export function readStanding(report: Report, map: MapNode, what: string, otherwise: Standing): Standing {
  const node = child(map, 'source')
  const source = text(report, node, `'source' of ${what}`)
  if (node !== undefined && source !== undefined) report.sources?.push({ name: source, at: placeIn(report, node.at) })
  const status = oneOf(report, child(map, 'status'), `'status' of ${what}`, STATUSES)
  if (status === 'notified' && report.file.startsWith('drafts/'))
    problem(
      report,
      child(map, 'status')?.at ?? map.at,
      `'status' of ${what} is notified, but a draft only proposes. Leave 'status:' out; what was notified belongs into the law itself.`,
    )
  return {
    status: status ?? otherwise.status,
    evidence: oneOf(report, child(map, 'evidence'), `'evidence' of ${what}`, EVIDENCE) ?? otherwise.evidence,
    source: source ?? otherwise.source,
  }
}

export function readReading(report: Report, map: MapNode, what: string): Reading | undefined {
  const node = child(map, 'reading')
  const words = localized(report, node, `'reading' of ${what}`)
  if (words === undefined) return undefined
  const on = day(report, child(node, 'on'), `'on' of the reading of ${what}`)
  return {
    text: words,
    by: text(report, child(node, 'by'), `'by' of the reading of ${what}`),
    on: on === undefined ? undefined : formatDay(on),
  }
}

export function binds(standing: Standing): boolean {
  return standing.status === 'notified' && standing.evidence === 'gazette'
}

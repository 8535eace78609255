/** What became of the attestations on which a filed return rests, as facts of its case, and what the lines that cite them then say. */
import { canonicalJson } from '@maqami/engine/canonical/canonical.ts'
import type { Handle } from '../../kernel/database.ts'
import type { CitedAttestation } from '../../returns/check/cite-attestations.ts'
import { citationStandings } from '../../returns/filing/read-citations.ts'
import type { FiledSubject } from '../../returns/filing/filed-facts.ts'
import type { FactOrigins, LineOrigin } from '../../returns/return-facts.ts'
import type { AssessmentInput } from './assess-version.ts'
import type { CountedFact } from './count-returns.ts'

/** How a case fact about an attestation is called: no vocabulary has such a name. */
const ABOUT = 'attestation '

/** Of each subject that cites one, where that has changed since it was last written down; `now` is today. */
export async function attestedFacts(
  tables: Handle,
  { found, version, subjects, case_facts }: AssessmentInput,
  now: string,
): Promise<readonly CountedFact[]> {
  const standings = await citationStandings(tables, found, version.version, now)
  return standings.flatMap(({ number, state, since }) =>
    subjects
      .filter((subject) => cites(subject, number))
      .map((one): CountedFact => {
        const fact = `${ABOUT}${number}`
        const value = `${state} ${since}`.trim()
        return {
          subject: canonicalJson(one.subject),
          fact,
          value,
          cause: `register of attestations: ${number} ${value}`,
        }
      })
      .filter(({ subject, fact, value }) => {
        const known = case_facts.findLast((one) => one.subject === subject && one.fact === fact)
        return (known?.value ?? 'signed') !== value
      }),
  )
}

function cites({ origins }: FiledSubject, number: string): boolean {
  return [...origins.values()].some(({ count, tell }) =>
    Array.from({ length: count }, (_, nth) => tell(nth)).some(({ attestation }) => attestation?.number === number),
  )
}

/** The facts that a vocabulary knows. */
export function withoutAttestations(known: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(known).filter(([fact]) => !fact.startsWith(ABOUT)))
}

/**
 * A line whose attestation was withdrawn or replaced by the day has no share any more; of one that is contradicted the share is not known.
 * A certificate of its own stays.
 */
export function withAttestations(
  { facts, origins }: Pick<FiledSubject, 'facts' | 'origins'>,
  known: Readonly<Record<string, string>>,
  as_of: string,
): Pick<FiledSubject, 'facts' | 'origins'> {
  const ends = new Map(
    Object.entries(known).flatMap(([fact, value]) => {
      const [state = '', since = ''] = value.split(' ')
      const counts = fact.startsWith(ABOUT) && state !== 'signed' && (state === 'contradicted' || since <= as_of)
      return counts ? [[fact.slice(ABOUT.length), { state: state as CitedAttestation['state'], since }] as const] : []
    }),
  )
  if (ends.size === 0) return { facts, origins }
  const told: FactOrigins = new Map(
    [...origins].map(([name, { count, tell }]) => [name, { count, tell: (nth: number) => ended(tell(nth)) }]),
  )
  return {
    facts: Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, lines(name, fact)])),
    origins: told,
  }

  function ended(origin: LineOrigin): LineOrigin {
    const { attestation } = origin
    const end = ends.get(attestation?.number ?? '')
    return attestation === undefined || end === undefined
      ? origin
      : { ...origin, attestation: { ...attestation, ...end } }
  }

  function lines(name: string, fact: unknown): unknown {
    const of = told.get(name)
    if (!Array.isArray(fact) || of === undefined) return fact
    return fact.map((line: Readonly<Record<string, unknown>>, nth) => {
      const { attestation } = of.tell(nth)
      if (attestation === undefined || attestation.state === 'signed' || attestation.certified) return line
      const { [attestation.fact]: _share, ...others } = line
      return attestation.state === 'contradicted' ? others : { ...others, [attestation.fact]: 'none' }
    })
  }
}

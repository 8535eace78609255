/** The attestations on which a version of a return rests, and where they stand. */
import { type Attestation, contradictionsOf, endOn, statusOn } from '../../attestations/attestation.ts'
import { attestationsIn, attestationsToIn } from '../../attestations/read-attestations.ts'
import type { Handle } from '../../kernel/database.ts'
import { manufacturerIn } from '../../manufacturers/read-manufacturers.ts'
import type { Return } from './return.ts'
import { citationsOf } from './returns-table.ts'

/** Those that were signed for a firm, or for any. */
export async function attestationsFor(tables: Handle, manufacturer: string): Promise<readonly Attestation[]> {
  const firm = await manufacturerIn(tables, manufacturer)
  return firm === undefined ? [] : await attestationsToIn(tables, firm.registration_number)
}

/** The numbers of those on which nothing can be filed any more. */
export async function brokenCitations(
  tables: Handle,
  found: Pick<Return, 'id' | 'manufacturer_id'>,
  version: number,
  day: string,
): Promise<readonly string[]> {
  const { cited, others } = await citedIn(tables, found, version)
  return cited
    .filter((one) => statusOn(one, day) !== 'signed' || contradictionsOf(one, others, day).length > 0)
    .map(({ number }) => number)
}

/** What became of an attestation on which a filed return rests. */
export interface CitationStanding {
  readonly number: string
  readonly state: 'signed' | 'withdrawn' | 'superseded' | 'contradicted'
  /** The day from which, or the number by which; empty while it stands. */
  readonly since: string
  /** The instant from which it is known; empty while it stands. */
  readonly known_at: string
}

/** To expire undoes nothing, since the return was filed before. */
export async function citationStandings(
  tables: Handle,
  found: Pick<Return, 'id' | 'manufacturer_id'>,
  version: number,
  day: string,
): Promise<readonly CitationStanding[]> {
  const { cited, others } = await citedIn(tables, found, version)
  return cited.map((one) => {
    const { number } = one
    const ended = endOn(one, day)
    if (ended !== undefined)
      return { number, state: ended.kind, since: ended.effective_on, known_at: ended.recorded_at }
    const [other] = contradictionsOf(one, others, day)
    return other === undefined
      ? { number, state: 'signed', since: '', known_at: '' }
      : { number, state: 'contradicted', since: other.number, known_at: other.events[0]?.recorded_at ?? '' }
  })
}

async function citedIn(
  tables: Handle,
  { id, manufacturer_id }: Pick<Return, 'id' | 'manufacturer_id'>,
  version: number,
) {
  const cited = await attestationsIn(tables, await citationsOf(tables, id, version))
  // Of the same firm, and so of the same that it could have cited.
  return { cited, others: cited.length === 0 ? [] : await attestationsFor(tables, manufacturer_id) }
}

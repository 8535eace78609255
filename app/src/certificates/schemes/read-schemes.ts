/** The schemes by which certificates are given on a day: those of every programme whose law in force has any. */
import type { Handle } from '../../kernel/database.ts'
import { inForce, programmesPublished, releaseOf } from '../../policy-releases/release-in-force.ts'
import type { PolicyRelease } from '../../policy-releases/policy-release.ts'
import type { Release } from '../../policy-releases/load-release.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import { CERTIFICATION_FILE, loadCertification } from './load-schemes.ts'
import type { Certification } from './scheme.ts'

export interface SchemesLaw {
  readonly programme: string
  readonly release_id: string
  readonly release: Release
  readonly certification: Certification
}

export async function schemesInForce(tables: Handle, shelf: ReleaseShelf, day: string): Promise<readonly SchemesLaw[]> {
  const laws: SchemesLaw[] = []
  for (const programme of await programmesPublished(tables)) {
    const found = await inForce(tables, programme, day)
    const law = 'refused' in found ? undefined : lawOf(shelf, found.done)
    if (law !== undefined) laws.push(law)
  }
  return laws
}

/** By which a test was asked for, whatever is in force now. */
export async function schemesOf(tables: Handle, shelf: ReleaseShelf, release_id: string): Promise<SchemesLaw> {
  const law = lawOf(shelf, await releaseOf(tables, release_id))
  if (law === undefined) throw new Error(`the release ${release_id} has no schemes`)
  return law
}

/** Undefined of a programme that knows no certificates. They were checked before the release was proposed. */
function lawOf(shelf: ReleaseShelf, published: PolicyRelease): SchemesLaw | undefined {
  const release = shelf.open(published)
  const content = release.files.get(CERTIFICATION_FILE)
  if (content === undefined) return undefined
  const loaded = loadCertification(release.engine.programme, content)
  if (!loaded.ok) throw new Error(`${CERTIFICATION_FILE} of ${release.hash} does not load`)
  const { programme, id: release_id } = published
  return { programme, release_id, release, certification: loaded.certification }
}

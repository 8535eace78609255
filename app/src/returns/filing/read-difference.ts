/** A version of a return beside the one that it replaces: what was kept of the lines of both. */
import type { Database, Handle } from '../../kernel/database.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { type Actor, readAs } from '../../kernel/transaction.ts'
import { releaseOf } from '../../policy-releases/release-in-force.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import { type Difference, differenceOf, type VersionLines } from '../compare-lines.ts'
import { readLines } from '../kept-lines.ts'
import { schemaOfKind } from '../release-schema.ts'
import { type Return, type ReturnRefusal, type ReturnVersion, versionBefore } from './return.ts'
import { findReturn, linesOfVersion } from './returns-table.ts'

export interface VersionAsked {
  readonly id: string
  readonly version: number
}

export interface VersionDifference extends Difference {
  readonly found: Return
  readonly before: ReturnVersion
  readonly after: ReturnVersion
}

export async function readDifference(
  database: Database,
  shelf: ReleaseShelf,
  actor: Actor,
  { id, version }: VersionAsked,
): Promise<Outcome<VersionDifference, ReturnRefusal>> {
  return await readAs(database, actor, async (tables) => {
    const found = await findReturn(tables, id)
    const after = found?.versions.find((one) => one.version === version)
    if (found === undefined || after === undefined) return { refused: { code: 'return_unknown' } }
    if (after.error_count > 0) return { refused: { code: 'version_faulty', errors: after.error_count } }
    const before = versionBefore(found, version)
    if (before === undefined) return { refused: { code: 'no_version_before', version } }
    const [was, is] = [await linesIn(tables, shelf, found, before), await linesIn(tables, shelf, found, after)]
    return { done: { found, before, after, ...differenceOf(was, is) } }
  })
}

async function linesIn(
  tables: Handle,
  shelf: ReleaseShelf,
  { kind }: Return,
  { return_id, version, release_id }: ReturnVersion,
): Promise<VersionLines> {
  const schema = schemaOfKind(shelf.open(await releaseOf(tables, release_id)), kind)
  const lines = await linesOfVersion(tables, return_id, version)
  // A version without errors has both, since it was read by them.
  if (schema === undefined || lines === undefined) throw new Error(`version ${version} of ${return_id} has no lines`)
  return { schema, lines: readLines(lines) }
}

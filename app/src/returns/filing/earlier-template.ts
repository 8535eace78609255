/** The templates of earlier releases: a file may have been made for one that is no longer in use. */
import type { Handle } from '../../kernel/database.ts'
import { releaseOf, releasesEverOf } from '../../policy-releases/release-in-force.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import { schemaOfKind } from '../release-schema.ts'
import type { ReturnSchema } from '../schema/return-schema.ts'

/** Of the latest release that has it; undefined where none does. */
export async function schemaOfVersion(
  tables: Handle,
  shelf: ReleaseShelf,
  { programme, kind, version }: Pick<ReturnSchema, 'programme' | 'kind' | 'version'>,
): Promise<ReturnSchema | undefined> {
  for (const id of await releasesEverOf(tables, programme)) {
    const schema = schemaOfKind(shelf.open(await releaseOf(tables, id)), kind)
    if (schema?.version === version) return schema
  }
  return undefined
}

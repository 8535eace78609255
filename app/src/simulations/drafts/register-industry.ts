/** The yearly returns that stand, as a list of facts: what each firm's own assessment rests on, in the year for which it was filed. */
import { plainFacts } from '@maqami/engine/determine/facts.ts'
import { formatDay } from '@maqami/engine/value/date.ts'
import { assessVersion } from '../../assessments/filed/assess-version.ts'
import type { Handle } from '../../kernel/database.ts'
import { manufacturerIn } from '../../manufacturers/read-manufacturers.ts'
import type { PolicyRelease } from '../../policy-releases/policy-release.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import { returnsFiledOrAccepted } from '../../returns/filing/read-returns.ts'
import { filedVersion } from '../../returns/filing/return.ts'
import { ANNUAL } from '../../returns/schema/load-return-schema.ts'
import { inputOf } from '../effects/hold-return.ts'
import type { Cells } from '../gather-columns.ts'

/** A return to which the release cannot be applied is left out. */
export async function registerIndustry(
  tables: Handle,
  shelf: ReleaseShelf,
  release: PolicyRelease,
  as_of: string,
): Promise<readonly Cells[]> {
  const { programme } = shelf.open(release).engine
  const standing = await returnsFiledOrAccepted(tables)
  const rows: Cells[] = []
  for (const found of standing) {
    if (found.programme !== release.programme || found.kind !== ANNUAL) continue
    const { version = 0 } = filedVersion(found) ?? {}
    const assessed = assessVersion(
      shelf,
      await inputOf(tables, shelf, { id: found.id, version }, release, as_of),
      as_of,
    )
    if ('refused' in assessed) continue
    const firm = (await manufacturerIn(tables, found.manufacturer_id))?.name ?? found.manufacturer_id
    const { year, subjects } = assessed.done
    for (const { subject, assessment } of subjects) {
      const id = [firm, year.label, ...Object.values(subject)].join(' ')
      rows.push({
        id: rows.some((row) => row['id'] === id) ? `${id} ${found.id}` : id,
        as_of,
        period_end: formatDay(year.last),
        firm,
        ...plainFacts(programme.vocabulary, assessment.run.facts),
      })
    }
  }
  return rows
}

/** The yearly returns that stand, as a list of facts: what each firm's own assessment rests on, in the year for which it was filed. */
import { plainFacts } from '@maqami/engine/determine/facts.ts'
import { withoutControls } from '@maqami/engine/explain/ink.ts'
import { formatDay } from '@maqami/engine/value/date.ts'
import type { NotApplicable } from '../../assessments/filed/assessment.ts'
import { ASSESSMENTS_PROBLEMS } from '../../assessments/filed/assessments-problems.ts'
import { assessVersion } from '../../assessments/filed/assess-version.ts'
import type { Handle } from '../../kernel/database.ts'
import type { Manufacturer } from '../../manufacturers/manufacturer.ts'
import { manufacturerIn } from '../../manufacturers/read-manufacturers.ts'
import type { PolicyRelease } from '../../policy-releases/policy-release.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import { returnsFiledOrAccepted } from '../../returns/filing/read-returns.ts'
import { filedVersion } from '../../returns/filing/return.ts'
import { ANNUAL } from '../../returns/schema/load-return-schema.ts'
import { inputOf } from '../effects/hold-return.ts'
import type { Cells } from '../gather-columns.ts'
import type { LeftOut } from '../simulation.ts'
import { LONGEST_LABEL } from './read-industry.ts'

export interface RegisterList {
  readonly rows: readonly Cells[]
  readonly left_out: readonly LeftOut[]
}

/** A return to which the release cannot be applied is left out, and named. */
export async function registerIndustry(
  tables: Handle,
  shelf: ReleaseShelf,
  release: PolicyRelease,
  as_of: string,
): Promise<RegisterList> {
  const { programme } = shelf.open(release).engine
  const standing = await returnsFiledOrAccepted(tables)
  const [rows, left_out]: [Cells[], LeftOut[]] = [[], []]
  const ids = new Set<string>()
  const firms = new Map<string, string>()
  for (const found of standing) {
    if (found.programme !== release.programme || found.kind !== ANNUAL) continue
    const { version = 0 } = filedVersion(found) ?? {}
    const assessed = assessVersion(
      shelf,
      await inputOf(tables, shelf, { id: found.id, version }, release, as_of),
      as_of,
    )
    const maker = await manufacturerIn(tables, found.manufacturer_id)
    const firm = maker === undefined ? found.manufacturer_id : firmLabel(maker, firms)
    if ('refused' in assessed) {
      left_out.push({ firm, period: found.period, why: whyNot(assessed.refused) })
      continue
    }
    const { year, subjects } = assessed.done
    for (const { subject, assessment } of subjects) {
      const called = [firm, year.label, ...Object.values(subject)].join(' ')
      const id =
        called.length > LONGEST_LABEL || ids.has(called) ? [found.id, ...Object.values(subject)].join(' ') : called
      ids.add(id)
      rows.push({
        id,
        as_of,
        period_end: formatDay(year.last),
        firm,
        ...plainFacts(programme.vocabulary, assessment.run.facts),
      })
    }
  }
  return { rows, left_out }
}

function whyNot(refusal: NotApplicable): LeftOut['why'] {
  const [en, ur] = (['en', 'ur'] as const).map((language) =>
    refusal.code === 'facts_do_not_fit'
      ? refusal.problems.map((one) => one[language]).join(' ')
      : ASSESSMENTS_PROBLEMS.day_before_year.sentence[language](refusal),
  ) as [string, string]
  return { en, ur }
}

/** What a list can call a firm. `known`: whose label each is; another firm of the same name is told apart by its number. */
export function firmLabel(
  { id, name, registration_number: number }: Pick<Manufacturer, 'id' | 'name' | 'registration_number'>,
  known: Map<string, string>,
): string {
  const plain = withoutControls(name).trim()
  const label = plain.length > LONGEST_LABEL ? numbered(plain, number) : plain
  const own = (known.get(label) ?? id) === id && label !== '' ? label : numbered(plain, number)
  known.set(own, id)
  return own
}

function numbered(name: string, number: string): string {
  const behind = ` (${withoutControls(number)})`
  return `${name.slice(0, LONGEST_LABEL - behind.length).toWellFormed()}${behind}`.trim()
}

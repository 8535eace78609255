/** What came out otherwise than in the run before, and why: each cause is tried by computing again with it alone as it was, and as it is. */
import { canonicalJson } from '@maqami/engine/canonical/canonical.ts'
import { shown } from '@maqami/engine/check/run-examples.ts'
import { engineOf } from '@maqami/engine/determine/determine.ts'
import { loadProgramme } from '@maqami/engine/load/programme.ts'
import type { CaseFact } from '../../case-facts/case-fact.ts'
import { caseFactsIn } from '../../case-facts/record-case-fact.ts'
import type { Handle } from '../../kernel/database.ts'
import type { Release } from '../../policy-releases/load-release.ts'
import { releaseOf } from '../../policy-releases/release-in-force.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import { versionIn, type VersionRead } from '../../returns/filing/read-returns.ts'
import type { AssessedReturn } from '../assess-subjects.ts'
import { assessVersion } from '../filed/assess-version.ts'
import type { FiledAssessment } from '../filed/assessment.ts'
import { findAssessment } from '../filed/assessments-table.ts'
import type { Made } from '../filed/make-assessment.ts'
import { causesOf, type Sides } from './causes.ts'
import type { Run, RunChange } from './run.ts'
import { findResult } from './runs-table.ts'

export async function changesSince(
  tables: Handle,
  shelf: ReleaseShelf,
  { base_id }: Run,
  { assessment: now, assessed }: Made,
): Promise<readonly RunChange[] | null> {
  const before = base_id === null ? undefined : await findResult(tables, base_id, now.return_id)
  const assessed_before = before?.assessment_id ?? null
  const old = assessed_before === null ? undefined : await findAssessment(tables, assessed_before)
  if (old === undefined) return null
  const [was, is] = [keptIn(old), valuesIn(assessed)]
  const keys = [...new Set([...was.keys(), ...is.keys()])].filter((key) => was.get(key) !== is.get(key))
  if (keys.length === 0) return []
  const at = await recomputing(tables, shelf, old, now)
  const causes = causesOf({ keys, was, is, ...at, isOtherEngine: old.engine_version !== now.engine_version })
  return keys.map((key) => {
    const [subject = '', finding = ''] = key.split(SEPARATOR)
    return { subject, finding, before: was.get(key) ?? null, after: is.get(key) ?? null, causes: causes.get(key) ?? [] }
  })
}

const SEPARATOR = '\n'

/** Every finding as worked examples write it, by its subject and its name. */
export type Values = ReadonlyMap<string, string>

function valuesIn({ subjects }: AssessedReturn): Values {
  return new Map(
    subjects.flatMap(({ subject, assessment: { findings } }) =>
      findings
        .filter(({ provision }) => provision.source.kind !== 'measure')
        .map((one) => [keyOf(canonicalJson(subject), one.provision.name), shown(one)] as const),
    ),
  )
}

interface Kept {
  readonly subjects: readonly {
    readonly subject: unknown
    readonly findings: readonly { readonly name: string; readonly kind: string; readonly shown: string }[]
  }[]
}

/** As it came out then, by the engine of then. */
function keptIn({ result }: Pick<FiledAssessment, 'result'>): Values {
  return new Map(
    (JSON.parse(result) as Kept).subjects.flatMap(({ subject, findings }) =>
      findings
        .filter(({ kind }) => kind !== 'measure')
        .map((one) => [keyOf(canonicalJson(subject), one.name), one.shown] as const),
    ),
  )
}

function keyOf(subject: string, finding: string): string {
  return `${subject}${SEPARATOR}${finding}`
}

/** What differs between the two, and how to compute again with any part of it as it was or as it is. */
async function recomputing(
  tables: Handle,
  shelf: ReleaseShelf,
  old: FiledAssessment,
  now: FiledAssessment,
): Promise<Pick<Parameters<typeof causesOf>[0], 'differing' | 'at'>> {
  const facts = { old: await factsOf(tables, old), now: await factsOf(tables, now) }
  const laws = { old: await releaseOf(tables, old.release_id), now: await releaseOf(tables, now.release_id) }
  const releases = { old: shelf.open(laws.old), now: shelf.open(laws.now) }
  const parts = partsThatDiffer(releases.old.files, releases.now.files)
  const mixed =
    parts.length < 2
      ? undefined
      : { rule: mixedRelease(releases.old, releases.now, 'rule'), law: mixedRelease(releases.old, releases.now, 'law') }
  // Where one part of the law does not go with the other as it was, the two cannot be told apart.
  const ofLaw =
    mixed !== undefined && (mixed.rule === undefined || mixed.law === undefined) ? ['release' as const] : parts
  const isOtherData =
    old.version !== now.version || canonicalJson(plainFacts(facts.old)) !== canonicalJson(plainFacts(facts.now))
  const differing = [
    ...(isOtherData ? ['data' as const] : []),
    ...(old.as_of === now.as_of ? [] : ['day' as const]),
    ...ofLaw,
  ]
  const releaseAt = ({ rule, law, release }: Sides): Release => {
    const [part] = ofLaw
    if (part === undefined || part === 'release') return releases[release]
    if (ofLaw.length === 1 || rule === law) return releases[part === 'rule' ? rule : law]
    return (rule === 'now' ? mixed?.rule : mixed?.law) ?? releases.now
  }
  const at = (sides: Sides): Values | undefined => {
    const { found, version, release, subjects, case_facts } = facts[sides.data]
    const opened = releaseAt(sides)
    const assessed = assessVersion(
      { open: () => opened },
      { found, version, release, subjects, case_facts, law: laws.now },
      (sides.day === 'now' ? now : old).as_of,
    )
    return 'refused' in assessed ? undefined : valuesIn(assessed.done)
  }
  return { differing, at }
}

interface Facts extends VersionRead {
  readonly case_facts: readonly CaseFact[]
}

async function factsOf(
  tables: Handle,
  { return_id, version, case_fact_ids }: Pick<FiledAssessment, 'return_id' | 'version' | 'case_fact_ids'>,
): Promise<Facts> {
  const read = await versionIn(tables, return_id, version)
  if ('refused' in read) throw new Error(`version ${version} of the return ${return_id} was assessed and is refused`)
  const known = await caseFactsIn(tables, { ...read.done.found, year: read.done.found.period })
  return { ...read.done, case_facts: known.filter(({ id }) => case_fact_ids.includes(id)) }
}

function plainFacts({ case_facts }: Facts): readonly unknown[] {
  return case_facts.map(({ subject, fact, value }) => ({ subject, fact, value }))
}

/** The numbers, the instruments and what the programme says of their standing are the law; all else says how it is applied. */
const OF_LAW = /^(?:programme\.yaml|instruments\/.*|.*\/parameters\.yaml)$/

function partsThatDiffer(old: Release['files'], now: Release['files']): readonly ('rule' | 'law')[] {
  const names = [...new Set([...old.keys(), ...now.keys()])].filter((name) => old.get(name) !== now.get(name))
  const parts = names.map((name) => (OF_LAW.test(name) ? ('law' as const) : ('rule' as const)))
  return (['rule', 'law'] as const).filter((part) => parts.includes(part))
}

/** The old release with one part of it as it is now; undefined where that does not load. */
function mixedRelease(old: Release, now: Release, part: 'rule' | 'law'): Release | undefined {
  const files = new Map<string, string>()
  for (const name of new Set([...old.files.keys(), ...now.files.keys()])) {
    const isNow = OF_LAW.test(name) === (part === 'law')
    const text = (isNow ? now : old).files.get(name)
    if (text !== undefined) files.set(name, text)
  }
  const loaded = loadProgramme(files)
  return loaded.ok ? { ...old, files, engine: engineOf(loaded.programme) } : undefined
}

/** Computes a determination again from its bundle, and says what differs: which file, which finding, which place in the explanation. */
import { canonicalJson, hashOf } from '@maqami/engine/canonical/canonical.ts'
import { engineOf } from '@maqami/engine/determine/determine.ts'
import { namesOf } from '@maqami/engine/explain/names.ts'
import { lawOf, loadProgramme } from '@maqami/engine/load/programme.ts'
import { ENGINE_VERSION } from '@maqami/engine/version.ts'
import { assessmentText } from '../assessments/assessment-json.ts'
import type { AssessedReturn } from '../assessments/assess-subjects.ts'
import { assessFiled } from '../assessments/filed/assess-version.ts'
import type { KnownFact } from '../case-facts/case-fact.ts'
import { hashBytes } from '../documents/keep-document.ts'
import { openZip, ZipError, type ZipLimits } from '../kernel/limited-zip.ts'
import type { Release } from '../policy-releases/load-release.ts'
import { filedSubjects } from '../returns/filing/filed-facts.ts'
import {
  BUNDLE_FILES,
  BUNDLE_FORMAT,
  type BundledLetter,
  type MadeBy,
  type Manifest,
  RELEASE_FOLDER,
} from './bundle.ts'
import { type BundledStanding, readStanding, STANDING_FILE } from './bundled-standing.ts'
import { type DeterminedFinding, determinedFindings, NOT_DUE } from './determination.ts'
import { asComputed } from './less.ts'
import { LETTER_FORM, type RenderLetter } from './letter.ts'
import type { SignedPart } from './signed-determination.ts'

/** What the largest return comes to, with room. */
const LIMITS: ZipLimits = {
  bytes: 64_000_000,
  entries: 400,
  unpackedBytesOfEntry: 256_000_000,
  unpackedBytes: 400_000_000,
  packing: 250,
  packingFrom: 1_000_000,
}

export interface BundleVerified {
  readonly number: string
  readonly signed_hash: string
  readonly letter_hash: string
  /** Where anybody is told the hash of the letter that was served. */
  readonly verify_address: string
  readonly made_by: string
  readonly engine_version: string
  /** Letters are laid out otherwise since, so that this one was held to its hash, and not printed again. */
  readonly is_earlier_form: boolean
  readonly findings: readonly DeterminedFinding[]
  /** What the file says became of it, and the hash of that part, which was not signed; null where it says nothing. */
  readonly since: { readonly told: BundledStanding; readonly hash: string } | null
  /** Empty where all of it is the same. */
  readonly differences: readonly string[]
}

/** Why it is no bundle at all. */
export class NoBundle extends Error {}

type Files = ReadonlyMap<string, Buffer>

export async function verifyBundle(bytes: Buffer, render: RenderLetter): Promise<BundleVerified> {
  const files = await unpacked(bytes)
  const manifest = readPart(files, BUNDLE_FILES.manifest) as Manifest
  if (manifest.format !== BUNDLE_FORMAT) throw new NoBundle('It is a bundle of another form than this version reads.')
  if (!isObject(manifest.files)) throw new NoBundle(`${BUNDLE_FILES.manifest} is not what such a file says.`)
  const changed = changedFiles(files, manifest)
  try {
    return await computedAgain(files, manifest, changed, render)
  } catch (cause) {
    // What was changed by hand may fail anywhere; what was changed is known already.
    if (changed.length === 0 && !(cause instanceof NoBundle))
      throw new NoBundle(`It cannot be computed: ${String(cause)}`)
    throw new NoBundle(
      [...changed, cause instanceof NoBundle ? cause.message : 'The rest cannot be computed.'].join('\n'),
    )
  }
}

async function unpacked(bytes: Buffer): Promise<Files> {
  try {
    const zip = await openZip(bytes, LIMITS)
    const files = new Map<string, Buffer>()
    for (const name of zip.names) files.set(name, await zip.read(name))
    return files
  } catch (cause) {
    if (cause instanceof ZipError) throw new NoBundle(`It is no bundle of a determination: ${cause.message}.`)
    throw cause
  }
}

function textOf(files: Files, name: string): string {
  const bytes = files.get(name)
  if (bytes === undefined) throw new NoBundle(`${name} is missing.`)
  return bytes.toString('utf8')
}

/** Of what is read as it is; facts and assessments of the largest returns are larger. */
const LARGEST_PART = 8_000_000

/** As it was written; what was changed by hand is found where it is used. */
function readPart(files: Files, name: string): unknown {
  if ((files.get(name)?.length ?? 0) > LARGEST_PART) throw new NoBundle(`${name} is larger than such a file can be.`)
  try {
    const read: unknown = JSON.parse(textOf(files, name))
    if (typeof read === 'object' && read !== null) return read
  } catch (cause) {
    if (cause instanceof NoBundle) throw cause
  }
  throw new NoBundle(`${name} is not what such a file says.`)
}

function changedFiles(files: Files, { files: listed }: Manifest): readonly string[] {
  const hashes = new Map(Object.entries(listed))
  return [
    ...[...files].flatMap(([name, bytes]) => {
      if (name === BUNDLE_FILES.manifest || name === STANDING_FILE || hashes.get(name) === hashBytes(bytes)) return []
      return [hashes.has(name) ? `${name} was changed: it is not what the manifest lists.` : `${name} is not listed.`]
    }),
    ...[...hashes.keys()].filter((name) => !files.has(name)).map((name) => `${name} is missing.`),
  ]
}

async function computedAgain(
  files: Files,
  manifest: Manifest,
  changed: readonly string[],
  render: RenderLetter,
): Promise<BundleVerified> {
  const determination = readPart(files, BUNDLE_FILES.determination) as SignedPart
  const made = readPart(files, BUNDLE_FILES.made_by) as MadeBy
  const letter = readPart(files, BUNDLE_FILES.letter) as BundledLetter
  const release = await releaseIn(files, made)
  const assessed = assessedAgain(files, made, release)
  const kept = textOf(files, BUNDLE_FILES.assessment)
  const again = await assessmentText(assessed, made.engine_version)
  const signed_hash = await hashOf(determination)
  const names = namesOf(release.engine.programme)
  const pdf = files.get(BUNDLE_FILES.pdf) ?? Buffer.alloc(0)
  const isEarlier = made.letter_form < LETTER_FORM
  const printed = isEarlier ? pdf : await render({ ...letter, names })
  const differences = [
    ...changed,
    ...(release.hash === made.release_hash ? [] : [`The release is ${release.hash}, and not ${made.release_hash}.`]),
    ...(again === kept ? [] : assessmentDifferences(kept, again)),
    ...(hashBytes(Buffer.from(kept)) === made.result_hash ? [] : [`The assessment is not ${made.result_hash}.`]),
    ...findingDifferences(determination, made, assessed),
    ...(signed_hash === manifest.signed_hash
      ? []
      : [`What was signed is ${manifest.signed_hash}, and this is ${signed_hash}.`]),
    ...letterDifferences(letter, determination, made),
    ...(printed.equals(pdf) ? [] : ['letter.pdf is not the letter that letter.json gives when it is printed.']),
  ]
  const { number, findings } = determination
  const { verify_address } = letter
  const told = {
    verify_address,
    made_by: made.engine_version,
    engine_version: ENGINE_VERSION,
    is_earlier_form: isEarlier,
    differences,
  }
  return { number, signed_hash, letter_hash: hashBytes(pdf), findings, since: sinceIn(files, number), ...told }
}

function sinceIn(files: Files, number: string): BundleVerified['since'] {
  const bytes = files.get(STANDING_FILE)
  if (bytes === undefined) return null
  const told = bytes.length > LARGEST_PART ? undefined : readStanding(bytes.toString('utf8'), number)
  if (told === undefined) throw new NoBundle(`${STANDING_FILE} is not what such a file says.`)
  return { told, hash: hashBytes(bytes) }
}

async function releaseIn(files: Files, { programme }: MadeBy): Promise<Release> {
  const texts = new Map(
    [...files.keys()]
      .filter((name) => name.startsWith(RELEASE_FOLDER))
      .map((name) => [name.slice(RELEASE_FOLDER.length), textOf(files, name)]),
  )
  const loaded = loadProgramme(texts)
  if (!loaded.ok) throw new NoBundle(`The release does not load: ${loaded.problems[0]?.sentence ?? ''}`)
  return { folder: programme, files: texts, engine: engineOf(loaded.programme), hash: await hashOf(lawOf(texts)) }
}

function assessedAgain(files: Files, made: MadeBy, release: Release): AssessedReturn {
  const subjects = filedSubjects(textOf(files, BUNDLE_FILES.facts))
  const case_facts = readPart(files, BUNDLE_FILES.case_facts) as readonly KnownFact[]
  const assessed = assessFiled(release, { period: made.period, subjects, case_facts }, made.as_of)
  if ('refused' in assessed) throw new NoBundle(`The facts do not fit the release: ${canonicalJson(assessed.refused)}`)
  return assessed.done
}

/** A determination states what the assessment finds, less at most; a restoration what has been cured, which is no finding. */
function findingDifferences(
  { kind, subject, findings }: SignedPart,
  { as_of }: MadeBy,
  { subjects, release }: AssessedReturn,
): readonly string[] {
  if (kind === 'restoration') return []
  const one = subjects.find((other) => canonicalJson(other.subject) === subject)
  const found = new Map(
    determinedFindings(kind, one?.explanation.provisions ?? [], as_of, release.engine.programme.heading.authority).map(
      (finding) => [finding.finding, finding],
    ),
  )
  const stated = asComputed(findings.filter(({ value, less }) => value !== NOT_DUE || less !== undefined))
  return [
    ...stated.flatMap((finding) => {
      const computed = found.get(finding.finding)
      if (computed !== undefined && canonicalJson(computed) === canonicalJson(finding)) return []
      const follows = computed === undefined ? 'no such finding' : `${computed.value} ${computed.from ?? ''}`.trim()
      return [
        `${finding.finding} is determined as ${finding.value} ${finding.from ?? ''}; computed again it is ${follows}.`,
      ]
    }),
    ...[...found.keys()]
      .filter((name) => !stated.some(({ finding }) => finding === name))
      .map((name) => `${name} is computed, and not determined.`),
  ]
}

function letterDifferences(letter: BundledLetter, determination: SignedPart, made: MadeBy): readonly string[] {
  const pairs = {
    number: [letter.number, determination.number],
    kind: [letter.kind, determination.kind],
    rehearsal: [letter.rehearsal, determination.rehearsal],
    year: [letter.year, determination.year],
    findings: [letter.findings, determination.findings],
    reasons: [letter.reasons, determination.reasons],
    release_hash: [letter.release_hash, made.release_hash],
    result_hash: [letter.result_hash, made.result_hash],
    engine_version: [letter.engine_version, made.engine_version],
  }
  return Object.entries(pairs)
    .filter(([, [said, is]]) => canonicalJson(said) !== canonicalJson(is))
    .map(([name]) => `The letter says another ${name} than what was determined.`)
}

const MOST_TOLD = 5

function assessmentDifferences(kept: string, again: string): readonly string[] {
  const [said, follows] = [JSON.parse(kept), JSON.parse(again)] as readonly unknown[]
  const found = [...differingPlaces(said, follows, '')]
  if (found.length === 0) return ['The assessment is not in its canonical form.']
  const told = found.slice(0, MOST_TOLD).map(({ path, said: one, follows: other }) => {
    const finding = /^\.subjects\[\d+\]\.(?:findings|explanation\.provisions)\[\d+\]/.exec(path)?.[0]
    const name = finding === undefined ? undefined : nameAt(said, finding)
    return `${name === undefined ? '' : `${name}: `}assessment.json${path} says ${brief(one)}; computed again it is ${brief(other)}.`
  })
  return found.length > MOST_TOLD ? [...told, `and ${found.length - MOST_TOLD} more places in the assessment.`] : told
}

interface Place {
  readonly path: string
  readonly said: unknown
  readonly follows: unknown
}

function* differingPlaces(said: unknown, follows: unknown, path: string): Generator<Place> {
  if (said === follows) return
  if (isObject(said) && isObject(follows) && Array.isArray(said) === Array.isArray(follows)) {
    for (const key of new Set([...Object.keys(said), ...Object.keys(follows)]))
      yield* differingPlaces(said[key], follows[key], Array.isArray(said) ? `${path}[${key}]` : `${path}.${key}`)
    return
  }
  yield { path, said, follows }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function nameAt(root: unknown, path: string): string | undefined {
  let at: unknown = root
  for (const key of path.match(/\w+/g) ?? []) at = isObject(at) ? at[key] : undefined
  return isObject(at) && typeof at['name'] === 'string' ? at['name'] : undefined
}

function brief(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

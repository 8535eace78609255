/** Puts a determination that was approved into one file, with all that it was made of. */
import { canonicalJson, hashOf } from '@maqami/engine/canonical/canonical.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Handle } from '../kernel/database.ts'
import { zipOf } from '../kernel/stable-zip.ts'
import { hashBytes } from '../documents/keep-document.ts'
import { assessmentInput } from '../assessments/filed/assess-version.ts'
import type { AssessmentRefusal, FiledAssessment } from '../assessments/filed/assessment.ts'
import type { Release } from '../policy-releases/load-release.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { filedText } from '../returns/filing/filed-facts.ts'
import { BUNDLE_FILES, BUNDLE_FORMAT, type MadeBy, type Manifest, RELEASE_FOLDER } from './bundle.ts'
import { LETTER_FORM, type LetterData } from './letter.ts'
import type { SignedPart } from './signed-determination.ts'

/** All but the letter, by name. */
export type BundleParts = ReadonlyMap<string, string>

export async function bundleParts(
  tables: Handle,
  shelf: ReleaseShelf,
  assessment: FiledAssessment,
  signed: SignedPart,
): Promise<Outcome<{ readonly parts: BundleParts; readonly release: Release }, AssessmentRefusal>> {
  const { return_id, version, release_id, as_of, engine_version, result, result_hash, case_fact_ids } = assessment
  const input = await assessmentInput(tables, { id: return_id, version, by: { release: release_id } })
  if ('refused' in input) return input
  const { found, subjects, case_facts, law } = input.done
  const release = shelf.open(law)
  const known = case_facts.filter(({ id }) => case_fact_ids.includes(id))
  const made: MadeBy = {
    programme: found.programme,
    release_hash: release.hash,
    period: found.period,
    as_of,
    engine_version,
    result_hash,
    letter_form: LETTER_FORM,
  }
  const parts = new Map([
    [BUNDLE_FILES.determination, canonicalJson(signed)],
    [BUNDLE_FILES.made_by, canonicalJson(made)],
    [BUNDLE_FILES.facts, filedText(subjects)],
    [BUNDLE_FILES.case_facts, canonicalJson(known.map(({ subject, fact, value }) => ({ subject, fact, value })))],
    [BUNDLE_FILES.assessment, result],
    ...[...release.files].map(([name, text]) => [`${RELEASE_FOLDER}${name}`, text] as const),
  ])
  return { done: { parts, release } }
}

/** The same parts and the same letter give the same bytes. */
export async function bundleOf(
  parts: BundleParts,
  signed: SignedPart,
  letter: LetterData,
  pdf: Uint8Array,
): Promise<Buffer> {
  const { names: _names, ...told } = letter
  const files = new Map<string, Uint8Array>([
    ...[...parts].map(([name, text]) => [name, Buffer.from(text)] as const),
    [BUNDLE_FILES.letter, Buffer.from(canonicalJson(told))],
    [BUNDLE_FILES.pdf, pdf],
  ])
  const manifest: Manifest = {
    format: BUNDLE_FORMAT,
    number: signed.number,
    signed_hash: await hashOf(signed),
    files: Object.fromEntries([...files].map(([name, bytes]) => [name, hashBytes(bytes)])),
  }
  return zipOf(new Map([...files, [BUNDLE_FILES.manifest, Buffer.from(canonicalJson(manifest))]]))
}

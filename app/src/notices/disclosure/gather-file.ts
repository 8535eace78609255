/** The file that is relied upon: the return as it was filed and read, the assessment with its explanation, the determination, the law. */
import { canonicalJson } from '@maqami/engine/canonical/canonical.ts'
import { assessmentKept } from '../../assessments/filed/make-assessment.ts'
import type { Determination } from '../../determinations/determination.ts'
import { documentIn, documentsFound } from '../../documents/read-document.ts'
import { hashBytes } from '../../documents/keep-document.ts'
import type { Handle } from '../../kernel/database.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { safeName, storedZip } from '../../kernel/stored-zip.ts'
import { releaseOf } from '../../policy-releases/release-in-force.ts'
import { versionIn } from '../../returns/filing/read-returns.ts'
import { returnIn } from '../../returns/filing/read-returns.ts'
import type { Notice } from '../notice.ts'
import { type DisclosedItem, disclosedItems } from './item.ts'

type Relied = Pick<Determination, 'assessment_id' | 'number' | 'decided'>

/** What the failure of a case rests on now: the newest filed version of its return beside the one that was assessed. */
export async function fileItems(tables: Handle, failure: Relied): Promise<readonly DisclosedItem[]> {
  const assessment = await assessmentKept(tables, failure.assessment_id)
  const { return_id, version, result_hash, release_id } = assessment
  const found = await returnIn(tables, return_id)
  const versions = found?.versions.filter((one) => one.version >= version && one.document_id !== null) ?? []
  const letter = failure.decided?.letter_id ?? null
  const ids = [...versions.map((one) => one.document_id), ...(letter === null ? [] : [letter])]
  const kept = new Map((await documentsFound(tables, ids)).map((one) => [one.id, one]))
  const file = (kind: DisclosedItem['kind'], id: string): readonly DisclosedItem[] => {
    const one = kept.get(id)
    return one === undefined ? [] : [{ kind, name: one.name, hash: one.hash, document_id: id }]
  }
  const facts = await factsText(tables, return_id, version)
  return [
    ...versions.flatMap((one) => file('return', one.document_id)),
    ...(facts === undefined
      ? []
      : [{ kind: 'facts' as const, name: FACTS, hash: hashBytes(Buffer.from(facts)), document_id: null }]),
    { kind: 'assessment', name: ASSESSMENT, hash: result_hash, document_id: null },
    ...(letter === null ? [] : file('letter', letter)),
    { kind: 'law', name: LAW, hash: (await releaseOf(tables, release_id)).hash, document_id: null },
  ]
}

const FACTS = 'facts.json'
const ASSESSMENT = 'assessment.json'
/** The release of the law is public: it stands in the list by its hash. */
const LAW = 'release of the law'

/** Every line as it was read; undefined of a version with errors, which nobody can assess. */
async function factsText(tables: Handle, return_id: string, version: number): Promise<string | undefined> {
  const read = await versionIn(tables, return_id, version)
  if ('refused' in read) return undefined
  const { subjects } = read.done
  return canonicalJson(subjects.map(({ subject, facts }) => ({ subject, facts })))
}

/** One archive of all that was disclosed, with a list of hashes. What was destroyed since, and the law, stand in the list only. */
export async function archiveOf(tables: Handle, notice: Notice, failure: Relied): Promise<Outcome<Buffer, never>> {
  const { return_id, version, result } = await assessmentKept(tables, failure.assessment_id)
  const computed: Readonly<Record<string, string | undefined>> = {
    [FACTS]: await factsText(tables, return_id, version),
    [ASSESSMENT]: result,
  }
  const items = disclosedItems(notice)
  const files: { readonly name: string; readonly bytes: Buffer }[] = []
  for (const [nth, item] of items.entries()) {
    const bytes = item.document_id === null ? computed[item.name] : await bytesOf(tables, item.document_id)
    // Two files of one name are told apart by their number in the list.
    if (bytes !== undefined) files.push({ name: `${nth + 1}-${item.name}`, bytes: Buffer.from(bytes) })
  }
  const list = items
    .map(({ hash, kind, name }, nth) => `${hash}  ${kind}  ${safeName(`${nth + 1}-${name}`)}\n`)
    .join('')
  return { done: storedZip([...files, { name: 'hashes.txt', bytes: Buffer.from(list) }]) }
}

async function bytesOf(tables: Handle, id: string): Promise<Buffer | undefined> {
  const found = await documentIn(tables, id)
  return 'refused' in found ? undefined : found.done.bytes
}

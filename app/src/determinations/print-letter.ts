/**
 * Prints the letter of an approved determination, and puts it into one file with all that it was made of. What it says was frozen when it was
 * approved: a job prints it, or whoever asks for it first, and it is kept once.
 */
import { namesOf } from '@maqami/engine/explain/names.ts'
import { assessmentKept } from '../assessments/filed/make-assessment.ts'
import { type Recorder, recordForFirm } from '../audit-log/record-command.ts'
import type { Document, NoDocument } from '../documents/document.ts'
import { keepDocument } from '../documents/keep-document.ts'
import { documentIn, documentsFound } from '../documents/read-document.ts'
import type { Handler } from '../jobs/job.ts'
import { todayText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { zipWith } from '../kernel/stable-zip.ts'
import { type Actor, readAs, systemActor } from '../kernel/transaction.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import type { BundledLetter } from './bundle.ts'
import type { Letters } from './decide-determination.ts'
import type { Determination, DeterminationRefusal } from './determination.ts'
import { findDetermination } from './determinations-table.ts'
import { findFrozen, type FrozenLetter } from './frozen-letters-table.ts'
import { setLetterHash } from './issued-letters-table.ts'
import { STANDING_FILE, standingText } from './bundled-standing.ts'
import { bundleOf, bundleParts } from './make-bundle.ts'
import type { SignedPart } from './signed-determination.ts'

export const PRINT_LETTER = 'print_letter'
const PRESS = systemActor('press')

/** What printing needs beside the letter. */
export interface Press {
  readonly recorder: Recorder
  readonly shelf: ReleaseShelf
  readonly letters: Letters
}

export function printLetters(press: Press): Handler {
  return async ({ about: number }) => {
    await printFrozen(press, PRESS, number)
    return async () => await Promise.resolve(undefined)
  }
}

/** Does nothing where it was printed before, or where `actor` sees no such letter. */
export async function printFrozen(press: Press, actor: Actor, number: string): Promise<void> {
  const { recorder, shelf, letters } = press
  const frozen = await readAs(recorder.database, actor, async (tables) => await findFrozen(tables, number))
  if (frozen === undefined) return
  const officer: Actor = { person: frozen.approved_by, organization: frozen.approved_for, role: 'approving_officer' }
  const ready = await readAs(recorder.database, officer, async (tables) => {
    return await toPrint(tables, shelf, frozen)
  })
  if (ready === undefined) return
  const { parts, signed, data, files } = ready
  const pdf = await letters.render(data)
  const zip = await bundleOf(parts, signed, data, pdf)
  const command = { command: 'print_letter', firm: frozen.manufacturer_id }
  // Whatever request it is printed for answers with something else.
  await recordForFirm<null, { readonly code: 'printed' }>(
    { ...recorder, once: undefined },
    officer,
    command,
    async (tables) => {
      if (await isPrinted(tables, files.letter_id)) return { refused: { code: 'printed' } }
      const keep = async (id: string, name: string, media_type: string, bytes: Buffer) =>
        await keepDocument(tables, { ...recorder, makeId: () => id }, officer, {
          organization: frozen.manufacturer_id,
          name,
          media_type,
          bytes,
        })
      const letter = await keep(files.letter_id, `${number}.pdf`, 'application/pdf', pdf)
      const bundle = await keep(files.bundle_id, `${number}.zip`, 'application/zip', zip)
      await setLetterHash(tables, number, letter.hash)
      return {
        done: null,
        subject: `determination ${number}`,
        details: { letter: letter.hash, bundle: bundle.hash },
      }
    },
  )
}

async function toPrint(tables: Handle, shelf: ReleaseShelf, { number, ...frozen }: FrozenLetter) {
  const found = await findDetermination(tables, number)
  const { letter_id = null, bundle_id = null } = found?.decided ?? {}
  if (found === undefined || letter_id === null || bundle_id === null) throw new Error(`${number} names no letter`)
  if (await isPrinted(tables, letter_id)) return undefined
  const signed = JSON.parse(frozen.signed) as SignedPart
  const made = await bundleParts(tables, shelf, await assessmentKept(tables, found.assessment_id), signed)
  if ('refused' in made) throw new Error(`${number} cannot be bundled: ${made.refused.code}`)
  const { parts, release } = made.done
  const told = JSON.parse(frozen.letter) as BundledLetter
  const data = { ...told, names: namesOf(release.engine.programme) }
  return { parts, signed, data, files: { letter_id, bundle_id } }
}

/** One that was destroyed since was printed too. */
async function isPrinted(tables: Handle, letter_id: string): Promise<boolean> {
  return (await documentsFound(tables, [letter_id])).length > 0
}

/** Whether the letter of an approved determination is there, within the transaction of whoever tells of it. */
export async function letterPrinted(tables: Handle, { decided }: Pick<Determination, 'decided'>): Promise<boolean> {
  const { letter_id = null } = decided ?? {}
  return letter_id !== null && (await isPrinted(tables, letter_id))
}

/** The bundle as it was frozen, with what became of the determination until today. */
export async function fetchBundle(
  press: Press,
  actor: Actor,
  number: string,
): Promise<Outcome<Document, DeterminationRefusal | NoDocument>> {
  const { database, clock } = press.recorder
  const fetched = await fetchPrinted(press, actor, number, 'bundle_id')
  if ('refused' in fetched) return fetched
  const found = await readAs(database, actor, async (tables) => await findDetermination(tables, number))
  if (found === undefined) return { refused: { code: 'determination_unknown' } }
  const told = Buffer.from(standingText(found, todayText(clock)))
  return { done: { ...fetched.done, bytes: zipWith(fetched.done.bytes, STANDING_FILE, told) } }
}

/** The letter of a determination, or the bundle, for those who may see it: printed now where no job has done it yet. */
export async function fetchPrinted(
  press: Press,
  actor: Actor,
  number: string,
  which: 'letter_id' | 'bundle_id',
): Promise<Outcome<Document, DeterminationRefusal | NoDocument>> {
  await printFrozen(press, actor, number)
  return await readAs(press.recorder.database, actor, async (tables) => {
    const found = await findDetermination(tables, number)
    if (found === undefined) return { refused: { code: 'determination_unknown' } }
    const id = found.decided?.[which] ?? null
    if (id !== null) return await documentIn(tables, id)
    const code = which === 'bundle_id' ? 'bundle_unknown' : 'determination_not_approved'
    return { refused: { code, number } }
  })
}

/** Answers anybody about a letter by its number. */
import type { Database } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import { releaseOf } from '../policy-releases/release-in-force.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import type { DeterminationRefusal } from './determination.ts'
import type { VerifiedLetter } from './issued-letter.ts'
import { findIssued } from './issued-letters-table.ts'
import { standingWith } from './standing.ts'
import { standingsAsked } from './standings-table.ts'

/** The authority is called as the law calls it by which was determined. */
export async function verifyLetter(
  database: Database,
  shelf: ReleaseShelf,
  actor: Actor,
  number: string,
): Promise<Outcome<VerifiedLetter, DeterminationRefusal>> {
  return await readAs(database, actor, async (tables) => {
    const { letter, ended_by } = await findIssued(tables, number)
    if (letter === undefined) return { refused: { code: 'letter_unknown' } }
    const { release_id, ...issued } = letter
    const { authority, title } = shelf.open(await releaseOf(tables, release_id)).engine.programme.heading
    const end = ended_by && { number: ended_by.number, kind: ended_by.kind, issued_on: ended_by.issued_on }
    const { own, before } = await standingsAsked(tables, number)
    const standing = standingWith(own, before)
    const last = own.findLast(({ kind }) => kind === 'varied')
    const varied = last === undefined ? null : { by: last.cause, on: last.effective_on }
    return { done: { ...issued, standing, varied, authority, programme_title: title, ended_by: end ?? null } }
  })
}

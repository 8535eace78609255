import type { Database, Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type ListPage, type PageAsked, readPage } from '../kernel/read-page.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import type { OwnedDue } from '../meetings/remind-owners.ts'
import { type Candidate, type CandidateRefusal, stepNow } from './candidate.ts'
import {
  allCandidates,
  type CandidateKept,
  findCandidateNumbered,
  listCandidates,
  listPromises,
  promisesOf,
} from './commitments-table.ts'
import { commitmentWordsOf } from './commitment-words.ts'
import { type PromiseMade, promiseStateOn } from './promise.ts'

export async function readCandidate(
  database: Database,
  actor: Actor,
  number: string,
): Promise<Outcome<Candidate & { readonly promises: readonly PromiseMade[] }, CandidateRefusal>> {
  return await readAs(database, actor, async (tables) => {
    const found = await findCandidateNumbered(tables, number)
    if (found === undefined) return { refused: { code: 'candidate_unknown' } }
    return { done: { ...bare(found), promises: await promisesOf(tables, [found.id]) } }
  })
}

function bare({ organization_id: _kept, ...candidate }: CandidateKept): Candidate {
  return candidate
}

/** In the order in which they were entered. */
export async function readCandidates(database: Database, actor: Actor, asked: PageAsked): Promise<ListPage<Candidate>> {
  const { items, next } = await readPage(database, actor, asked, 'oldest_first', listCandidates)
  return { items: items.map(bare), next }
}

/** Those that the reader may see: all for an officer, for a maker those that are about it. */
export async function readPromises(database: Database, actor: Actor, asked: PageAsked): Promise<ListPage<PromiseMade>> {
  return await readPage(database, actor, asked, 'oldest_first', listPromises)
}

/** What the owners of candidates are reminded of: the next step of each, and each promise that is not kept. */
export async function ownedInCommitments(tables: Handle, day: string): Promise<readonly OwnedDue[]> {
  const candidates = await allCandidates(tables)
  const [en, ur] = [commitmentWordsOf('en').reminder, commitmentWordsOf('ur').reminder]
  const promises = await promisesOf(
    tables,
    candidates.map(({ id }) => id),
  )
  return candidates.flatMap((candidate) => {
    const { id, number, name, organization_id } = candidate
    const { owner_id, next_step, next_on } = stepNow(candidate)
    const of = { owner_id, organization_id, href: `/investments/${number}` }
    const steps =
      next_step === null || next_on === null
        ? []
        : [
            {
              ...of,
              item: `candidate:${id}:${candidate.steps.length}`,
              due_on: next_on,
              what: { en: en.step(name, next_step), ur: ur.step(name, next_step) },
            },
          ]
    const open = promises
      .filter((one) => one.candidate_id === id && ['open', 'lapsed'].includes(promiseStateOn(one, day)))
      .map((one) => ({
        ...of,
        item: one.id,
        due_on: one.due_on,
        what: { en: en.promise(one.number, one.words), ur: ur.promise(one.number, one.words) },
      }))
    return [...steps, ...open]
  })
}

/** The tables of candidates and promises, and all the SQL that knows them. */
import { type Kysely, sql } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type { Candidate, CandidateStep } from './candidate.ts'
import type { PromiseMade, Realisation } from './promise.ts'

interface Mark {
  readonly recorded_at: string
  readonly recorded_by: string
}

type CandidateRow = Omit<Candidate, 'steps'> & { readonly organization_id: string }
type PromiseRow = Omit<PromiseMade, 'realisations'>

type CommitmentTables = {
  readonly candidates: CandidateRow & Mark
  readonly candidate_steps: CandidateStep & Mark & { readonly candidate_id: string; readonly position: number }
  readonly promises: PromiseRow & Mark
  readonly promise_realisations: Realisation & Mark & { readonly promise_id: string; readonly position: number }
}

export type CandidateKept = Candidate & { readonly organization_id: string }

function commitments(handle: Handle): Kysely<CommitmentTables> {
  return handle.withTables<CommitmentTables>()
}

/** `INV-000012`, `PRM-000003`. One that was not used in the end leaves a gap. */
export async function nextNumber(handle: Handle, of: 'candidate' | 'promise'): Promise<string> {
  const { rows } = await sql<{ next: number }>`select nextval(${`${of}_numbers`}) as next`.execute(handle)
  const next = rows[0]?.next
  if (next === undefined) throw new Error(`the sequence of ${of} numbers gave nothing`)
  return `${of === 'candidate' ? 'INV' : 'PRM'}-${String(next).padStart(6, '0')}`
}

export async function insertCandidate(handle: Handle, row: CommitmentTables['candidates']): Promise<void> {
  await commitments(handle).insertInto('candidates').values(row).execute()
}

export async function insertStep(handle: Handle, row: CommitmentTables['candidate_steps']): Promise<void> {
  await commitments(handle).insertInto('candidate_steps').values(row).execute()
}

export async function insertPromise(handle: Handle, row: CommitmentTables['promises']): Promise<void> {
  await commitments(handle).insertInto('promises').values(row).execute()
}

export async function insertRealisation(handle: Handle, row: CommitmentTables['promise_realisations']): Promise<void> {
  await commitments(handle).insertInto('promise_realisations').values(row).execute()
}

function candidateRows(handle: Handle) {
  return commitments(handle)
    .selectFrom('candidates')
    .select(['id', 'number', 'organization_id', 'name', 'kind', 'country', 'manufacturer_id'])
    .select(['component_classes', 'site', 'zone'])
}

export async function findCandidateNumbered(handle: Handle, number: string): Promise<CandidateKept | undefined> {
  return (await withSteps(handle, await candidateRows(handle).where('number', '=', number).execute()))[0]
}

/** In the order in which they were entered. */
export async function listCandidates(handle: Handle, after: string, limit: number): Promise<readonly CandidateKept[]> {
  return await withSteps(
    handle,
    await candidateRows(handle).where('id', '>', after).orderBy('id').limit(limit).execute(),
  )
}

/** For what is done over all of them. */
export async function allCandidates(handle: Handle): Promise<readonly CandidateKept[]> {
  return await withSteps(handle, await candidateRows(handle).orderBy('id').execute())
}

async function withSteps(handle: Handle, rows: readonly CandidateRow[]): Promise<readonly CandidateKept[]> {
  if (rows.length === 0) return []
  const steps = await commitments(handle)
    .selectFrom('candidate_steps')
    .select(['candidate_id', 'stage', 'happened_on', 'owner_id', 'next_step', 'next_on'])
    .where(
      'candidate_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    ...row,
    steps: steps.filter(({ candidate_id }) => candidate_id === row.id).map(({ candidate_id: _of, ...step }) => step),
  }))
}

function promiseRows(handle: Handle) {
  return commitments(handle)
    .selectFrom('promises')
    .select(['id', 'number', 'candidate_id', 'manufacturer_id', 'kind', 'words', 'amount', 'currency', 'due_on'])
    .select(['programme', 'provision', 'document_id', 'document_hash'])
}

export async function findPromiseNumbered(handle: Handle, number: string): Promise<PromiseMade | undefined> {
  return (await withRealisations(handle, await promiseRows(handle).where('number', '=', number).execute()))[0]
}

export async function promisesOf(handle: Handle, candidates: readonly string[]): Promise<readonly PromiseMade[]> {
  if (candidates.length === 0) return []
  const rows = await promiseRows(handle)
    .where('candidate_id', 'in', candidates)
    .orderBy('due_on')
    .orderBy('id')
    .execute()
  return await withRealisations(handle, rows)
}

/** Those that the reader may see, in the order in which they were recorded. */
export async function listPromises(handle: Handle, after: string, limit: number): Promise<readonly PromiseMade[]> {
  return await withRealisations(
    handle,
    await promiseRows(handle).where('id', '>', after).orderBy('id').limit(limit).execute(),
  )
}

async function withRealisations(handle: Handle, rows: readonly PromiseRow[]): Promise<readonly PromiseMade[]> {
  if (rows.length === 0) return []
  const seen = await commitments(handle)
    .selectFrom('promise_realisations')
    .select(['promise_id', 'amount', 'realised_on', 'words', 'document_id', 'document_hash'])
    .where(
      'promise_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('realised_on')
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    ...row,
    realisations: seen.filter(({ promise_id }) => promise_id === row.id).map(({ promise_id: _of, ...one }) => one),
  }))
}

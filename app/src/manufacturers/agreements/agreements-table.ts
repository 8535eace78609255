/** The tables of agreements, and all the SQL that knows them. */
import type { Kysely } from 'kysely'
import type { Handle } from '../../kernel/database.ts'
import type { Agreement, AgreementEnd } from './agreement.ts'

interface Mark {
  readonly recorded_at: string
  readonly recorded_by: string
}

type AgreementTables = {
  readonly firm_agreements: Omit<Agreement, 'ended'> & Mark
  readonly firm_agreement_ends: AgreementEnd & Mark & { readonly agreement_id: string }
}

function agreements(handle: Handle): Kysely<AgreementTables> {
  return handle.withTables<AgreementTables>()
}

export async function insertAgreement(handle: Handle, row: AgreementTables['firm_agreements']): Promise<void> {
  await agreements(handle).insertInto('firm_agreements').values(row).execute()
}

export async function insertAgreementEnd(handle: Handle, row: AgreementTables['firm_agreement_ends']): Promise<void> {
  await agreements(handle).insertInto('firm_agreement_ends').values(row).execute()
}

export async function findAgreement(handle: Handle, id: string): Promise<Agreement | undefined> {
  return gathered(await selected(handle).where('id', '=', id).execute())[0]
}

/** Those in which it makes, and those about its brands, in the order in which they were recorded. */
export async function agreementsOf(handle: Handle, firm: string): Promise<readonly Agreement[]> {
  const rows = await selected(handle)
    .where((is) => is.or([is('maker_id', '=', firm), is('owner_id', '=', firm)]))
    .orderBy('id')
    .execute()
  return gathered(rows)
}

function selected(handle: Handle) {
  return agreements(handle)
    .selectFrom('firm_agreements')
    .leftJoin('firm_agreement_ends', 'agreement_id', 'id')
    .selectAll('firm_agreements')
    .select(['last_on', 'reason'])
}

function gathered(
  rows: readonly (AgreementTables['firm_agreements'] & {
    readonly last_on: string | null
    readonly reason: string | null
  })[],
): readonly Agreement[] {
  return rows.map(({ last_on, reason, recorded_at: _at, recorded_by: _by, ...row }) => ({
    ...row,
    ended: last_on === null ? null : { last_on, reason: reason ?? '' },
  }))
}

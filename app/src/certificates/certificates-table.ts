/** The register of certificates, and all the SQL that knows it. */
import { type Kysely, sql } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type { Certificate, CertificateLine, CertificateOrder } from './certificate.ts'

/** A certificate as it was signed. */
export interface SignedCredential {
  readonly certificate_id: string
  readonly position: number
  readonly key_id: string
  readonly credential: string
  readonly signed_at: string
}

type CertificateTables = {
  readonly certificates: CertificateLine
  readonly certificate_credentials: SignedCredential
  readonly certificate_orders: CertificateOrder
}

function certificates(handle: Handle): Kysely<CertificateTables> {
  return handle.withTables<CertificateTables>()
}

/** `C-000012`. One that was not used in the end leaves a gap. */
export async function nextCertificateNumber(handle: Handle): Promise<string> {
  const { rows } = await sql<{ next: number }>`select nextval('certificate_numbers') as next`.execute(handle)
  const next = rows[0]?.next
  if (next === undefined) throw new Error('the sequence of certificate numbers gave nothing')
  return `C-${String(next).padStart(6, '0')}`
}

export async function insertCertificate(handle: Handle, line: CertificateLine): Promise<void> {
  await certificates(handle).insertInto('certificates').values(line).execute()
}

export async function insertCredential(handle: Handle, credential: SignedCredential): Promise<void> {
  await certificates(handle).insertInto('certificate_credentials').values(credential).execute()
}

export async function insertOrder(handle: Handle, order: CertificateOrder): Promise<void> {
  await certificates(handle).insertInto('certificate_orders').values(order).execute()
}

/** Which of the register are asked for. */
export interface CertificatesAsked {
  /** Stand in the number, or in a name; empty for all. */
  readonly words: string
  readonly scheme?: string | undefined
  /** Its number. */
  readonly laboratory?: string | undefined
  /** Whose they are, by identifiers. */
  readonly manufacturers?: readonly string[] | undefined
}

/** A page of the register, newest first. */
export async function listCertificates(
  handle: Handle,
  { words, scheme, laboratory, manufacturers }: CertificatesAsked,
  before: string,
  limit: number,
): Promise<readonly Certificate[]> {
  const pattern = `%${words.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const rows = await certificates(handle)
    .selectFrom('certificates')
    .selectAll()
    .where('id', '<', before)
    .$if(words !== '', (all) =>
      all.where((where) => where.or(SEARCHED.map((column) => where(column, 'ilike', pattern)))),
    )
    .$if(scheme !== undefined, (all) => all.where('scheme', '=', scheme ?? ''))
    .$if(laboratory !== undefined, (all) => all.where('laboratory_number', '=', laboratory ?? ''))
    .$if(manufacturers !== undefined, (all) =>
      all.where(sql<boolean>`manufacturer_id = any(${manufacturers ?? []}::uuid[])`),
    )
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return await withOrders(handle, rows)
}

/** Of a model, in the order in which they were issued. */
export async function certificatesOfModel(handle: Handle, model: string): Promise<readonly Certificate[]> {
  const all = certificates(handle).selectFrom('certificates').selectAll().where('model_id', '=', model)
  return await withOrders(handle, await all.orderBy('id').execute())
}

const SEARCHED = ['number', 'scheme_name', 'manufacturer_name', 'about', 'laboratory_name', 'standard'] as const

/** Those whose last signature is by this key. */
export async function signedWith(
  handle: Handle,
  key: string,
): Promise<readonly (SignedCredential & { readonly number: string })[]> {
  const { rows } = await sql<SignedCredential & { readonly number: string }>`
    select s.*, c.number from certificate_credentials s join certificates c on c.id = s.certificate_id
    where s.key_id = ${key} and not exists (
      select from certificate_credentials l where l.certificate_id = s.certificate_id and l.position > s.position
    )
    order by c.id`.execute(handle)
  return rows
}

export async function findCertificate(handle: Handle, number: string): Promise<Certificate | undefined> {
  const all = certificates(handle).selectFrom('certificates').selectAll()
  return (await withOrders(handle, await all.where('number', '=', number).execute()))[0]
}

/** The last that was signed, which counts. */
export async function findCredential(handle: Handle, certificate: string): Promise<string | undefined> {
  const all = certificates(handle).selectFrom('certificate_credentials').select('credential')
  const last = all.where('certificate_id', '=', certificate).orderBy('position', 'desc').limit(1)
  return (await last.executeTakeFirst())?.credential
}

/** How far the numbers of a laboratory go, and those of its certificates about which something was ordered. */
export async function orderedOf(
  handle: Handle,
  laboratory: string,
): Promise<{ readonly last: string | undefined; readonly ordered: readonly Certificate[] }> {
  const all = certificates(handle).selectFrom('certificates').where('laboratory_number', '=', laboratory)
  const last = await all
    .select('number')
    .orderBy(sql`length(number)`, 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const orders = certificates(handle).selectFrom('certificate_orders').select('certificate_id')
  const rows = await all.selectAll().where('id', 'in', orders).orderBy('id').execute()
  return { last: last?.number, ordered: await withOrders(handle, rows) }
}

async function withOrders(handle: Handle, rows: readonly CertificateLine[]): Promise<readonly Certificate[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const all = certificates(handle).selectFrom('certificate_orders').selectAll()
  const orders = await all.where('certificate_id', 'in', ids).orderBy('position').execute()
  const byCertificate = Map.groupBy(orders, ({ certificate_id }) => certificate_id)
  return rows.map((row) => ({ ...row, orders: byCertificate.get(row.id) ?? [] }))
}

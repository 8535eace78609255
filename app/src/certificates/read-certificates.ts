/** What anybody may read of certificates: the register, what was signed, the issuer's keys and its status lists. */
import { type Clock, todayText } from '../kernel/clock.ts'
import type { Database, Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type ListPage, type PageAsked, readPage } from '../kernel/read-page.ts'
import { type Actor, readAs, systemActor } from '../kernel/transaction.ts'
import type { Certificate, CertificateRefusal } from './certificate.ts'
import {
  type CertificatesAsked,
  certificatesOfModel,
  findCertificate,
  findCredential,
  listCertificates,
  orderedOf,
} from './certificates-table.ts'
import { issuerName, STATUS_PURPOSES, statusListName } from './conformity-credential.ts'
import { type Issuing, openKey } from './hold-keys.ts'
import type { CertificateHeld } from './issue-certificate.ts'
import { currentOf, issuerDocument } from './issuer-key.ts'
import { keysOf } from './issuer-keys-table.ts'
import { signCredential } from './sign-credential.ts'
import { statusCredential } from './status-credential.ts'

/** A page of the register, newest first. */
export async function readCertificates(
  database: Database,
  actor: Actor,
  which: CertificatesAsked,
  asked: PageAsked,
): Promise<ListPage<Certificate>> {
  return await readPage(database, actor, asked, 'newest_first', async (tables, before, limit) => {
    return await listCertificates(tables, which, before, limit)
  })
}

/** Within the transaction of who asks what a model may do. */
export async function certificatesAbout(tables: Handle, model: string): Promise<readonly Certificate[]> {
  return await certificatesOfModel(tables, model)
}

export async function readCertificate(
  database: Database,
  actor: Actor,
  number: string,
): Promise<Outcome<CertificateHeld, CertificateRefusal>> {
  return await readAs(database, actor, async (tables) => {
    const found = await findCertificate(tables, number)
    if (found === undefined) return { refused: { code: 'certificate_unknown' } }
    return { done: { ...found, credential: await findCredential(tables, found.id) } }
  })
}

/** Undefined for a laboratory that never signed anything. */
export async function readIssuer(
  database: Database,
  actor: Actor,
  { host }: URL,
  laboratory: string,
): Promise<ReturnType<typeof issuerDocument> | undefined> {
  const keys = await readAs(database, actor, async (tables) => await keysOf(tables, laboratory))
  return keys.length === 0 ? undefined : issuerDocument(issuerName(host, laboratory), keys)
}

export interface ListSigning extends Pick<Issuing, 'secret' | 'publicAddress'> {
  readonly database: Database
  readonly clock: Clock
}

const LISTER = systemActor('status-lists')

/** By its name, `LAB-000001-suspension`: a JWT. The service signs it for the laboratory, whoever asks. */
export async function readStatusList(signing: ListSigning, name: string): Promise<string | undefined> {
  const { database, clock, publicAddress } = signing
  const laboratory = name.slice(0, name.lastIndexOf('-'))
  const purpose = STATUS_PURPOSES.find((one) => statusListName(laboratory, one) === name)
  if (purpose === undefined) return undefined
  return await readAs(database, LISTER, async (tables) => {
    const held = currentOf(await keysOf(tables, laboratory))
    if (held === undefined) return undefined
    const at = { now: clock(), today: todayText(clock) }
    const list = statusCredential({ laboratory, purpose, ...(await orderedOf(tables, laboratory)) }, publicAddress, at)
    const made = signCredential(list, await openKey(tables, signing, held))
    if ('flaw' in made) throw new Error(`the list ${name} is not one: ${made.flaw.place} must ${made.flaw.must}`)
    return made.signed
  })
}

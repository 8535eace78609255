/** What the pages of certificates are given. */
import { recorderContext } from '../audit-log/recorder-context.ts'
import { todayText } from '../kernel/clock.ts'
import { allOf } from '../kernel/read-page.ts'
import { readAs } from '../kernel/transaction.ts'
import { laboratoryOfOrganization } from '../laboratories/read-laboratories.ts'
import { cursorAsked, type PageContext, pageCall, settled } from '../pages/page-call.ts'
import { identityContext } from '../people/identity-context.ts'
import { passkeyContext } from '../people/signature-context.ts'
import {
  type Certificate,
  CERTIFICATE_ORDERS,
  type CertificateOrderKind,
  refusedOrder,
  statusOn,
} from './certificate.ts'
import { doubtOf } from './judge-held.ts'
import { measuredIn, payloadOf } from './read-credential.ts'
import { readCertificate, readCertificates } from './read-certificates.ts'
import { certificateHash } from './shown-hash.ts'

const LONGEST_WORDS = 100

export async function showCertificates(context: PageContext, request: Request) {
  const { actor } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const words = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, LONGEST_WORDS)
  const after = cursorAsked(context, request)
  const { items, next } = await readCertificates(database, actor, { words }, { cursor: after })
  const today = todayText(clock)
  return { words, after, next, items: items.map((one) => ({ ...one, status: statusOn(one, today) })) }
}

/** All of the register. */
export async function showAllCertificates(context: PageContext) {
  const { actor } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const today = todayText(clock)
  const all = await allOf(async (asked) => await readCertificates(database, actor, { words: '' }, asked))
  return all.map((one) => ({ ...one, status: statusOn(one, today) }))
}

export async function showCertificate(context: PageContext, number: string | undefined) {
  const { actor } = context.get(pageCall)
  const identity = context.get(identityContext)
  const today = todayText(identity.clock)
  const { credential, ...one } = settled(context, await readCertificate(identity.database, actor, number ?? ''))
  const orders = await ordersOpen(context, one, today)
  const shown_hash = await certificateHash(one)
  return {
    one,
    today,
    status: statusOn(one, today),
    doubt: await doubtOf(identity, actor, { ...one, credential }),
    measured: credential === undefined ? [] : measuredIn(payloadOf(credential)),
    orders,
    shown_hash,
    passkey: orders.length === 0 ? undefined : await context.get(passkeyContext)(actor, shown_hash),
  }
}

/** What the reader could order today. */
async function ordersOpen(
  context: PageContext,
  one: Certificate,
  today: string,
): Promise<readonly CertificateOrderKind[]> {
  const { actor, may } = context.get(pageCall)
  if (!may('order_certificate')) return []
  const { database } = context.get(recorderContext)
  const isLaboratory = actor.role === 'laboratory_signatory'
  if (isLaboratory) {
    const own = await readAs(database, actor, async (tables) => {
      return await laboratoryOfOrganization(tables, actor.organization ?? '')
    })
    if (own?.id !== one.laboratory_id || one.origin === 'recorded') return []
  }
  const ordered_by = isLaboratory ? 'laboratory' : 'authority'
  return CERTIFICATE_ORDERS.filter(
    (kind) => refusedOrder(one, { kind, effective_on: today, ordered_by }, today) === undefined,
  )
}

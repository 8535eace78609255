/** Certificates: the register that anybody reads, what one is worth today, and the orders about it. */
import { Type } from 'typebox'
import { answerShown } from '../kernel/answer-shown.ts'
import type { Authority } from '../kernel/authority.ts'
import { todayText } from '../kernel/clock.ts'
import {
  DAY,
  HASH,
  ID,
  INSTANT,
  listOf,
  oneOf,
  orNull,
  PAGE_QUERY,
  REASON,
  SECOND_FACTOR,
  text,
} from '../kernel/field-schemas.ts'
import type { NotAllowed } from '../kernel/problem.ts'
import { type Route, route } from '../kernel/route.ts'
import type { Identity } from '../people/open-identity.ts'
import type { SecondFactorRefusal } from '../people/set-up-second-factor.ts'
import type { ConfirmSignature } from '../people/signature-context.ts'
import {
  type Certificate,
  CERTIFICATE_ORDERS,
  CERTIFICATE_ORIGINS,
  CERTIFICATE_STATUSES,
  type CertificateRefusal,
  statusOn,
} from './certificate.ts'
import { doubtOf } from './judge-held.ts'
import { orderCertificate } from './order-certificate.ts'
import { readCertificate, readCertificates } from './read-certificates.ts'
import { sayVerdict } from './say-verdict.ts'
import { certificateHash } from './shown-hash.ts'

export const certificatesAuthority = {
  see_certificates: ['public'],
  /** What is signed or computed for whoever asks. */
  verify_certificate: ['public'],
  order_certificate: ['laboratory_signatory', 'approving_officer'],
  end_issuer_key: ['laboratory_signatory'],
} as const satisfies Authority

const CERTIFICATE_NUMBER = Type.String({ pattern: '^C-\\d{6,9}$' })
const BY_NUMBER = Type.Object({ number: CERTIFICATE_NUMBER })

const ORDER = { kind: oneOf(...CERTIFICATE_ORDERS), effective_on: DAY, reasons: REASON }

const LINE = {
  id: ID,
  number: CERTIFICATE_NUMBER,
  origin: oneOf(...CERTIFICATE_ORIGINS),
  /** By its days and its orders, today. */
  status: oneOf(...CERTIFICATE_STATUSES),
  scheme: Type.String(),
  scheme_name: Type.String(),
  manufacturer_id: ID,
  manufacturer_name: Type.String(),
  model_id: orNull(ID),
  about: Type.String(),
  laboratory_number: Type.String(),
  laboratory_name: Type.String(),
  standard: Type.String(),
  valid_from: DAY,
  valid_until: DAY,
  evidence_url: Type.String(),
  evidence_sha256: Type.String(),
  recorded_at: INSTANT,
  orders: Type.Array(Type.Object({ ...ORDER, ordered_by: oneOf('laboratory', 'authority'), recorded_at: INSTANT })),
}

const VERIFIED = Type.Object({
  ...LINE,
  /** The day for which it is said. */
  on: DAY,
  is_good: Type.Boolean(),
  /** Why it is not to be relied on: the signature, the issuer's keys and its status lists are looked at as a stranger does. */
  doubt: orNull(Type.String()),
  sentence: Type.Object({ en: Type.String(), ur: Type.String() }),
  /** As it was signed, a JWT; what was recorded from abroad has none. */
  credential: orNull(Type.String()),
  /** What whoever orders about it signs. */
  shown_hash: HASH,
})

type Refused = CertificateRefusal | SecondFactorRefusal | NotAllowed

/** Who signed or ordered is in the log, and named to nobody here. */
function lineOf(one: Certificate, today: string) {
  const { facility_id: _1, laboratory_id: _2, signed_first: _3, signed_second: _4, orders, ...line } = one
  return {
    ...line,
    status: statusOn(one, today),
    orders: orders.map(({ kind, effective_on, reasons, ordered_by, recorded_at }) => {
      return { kind, effective_on, reasons, ordered_by, recorded_at }
    }),
  }
}

export function certificatesRoutes(identity: Identity, confirm: ConfirmSignature): readonly Route<Refused>[] {
  const { database, clock } = identity
  return [
    route({
      method: 'GET',
      url: '/api/certificates',
      command: 'see_certificates',
      summary:
        'The register of certificates, newest first, for anybody; all, or those that say something or are of a scheme or a laboratory',
      query: Type.Object({
        ...PAGE_QUERY.properties,
        /** Stand in the number, or in the name of the maker, the product, the scheme, the standard or the laboratory. */
        q: Type.Optional(text(100)),
        scheme: Type.Optional(text(60)),
        /** Its number: `LAB-000001`. */
        laboratory: Type.Optional(text(20)),
      }),
      done: listOf(Type.Object(LINE)),
      run: async ({ actor, query: { q: words = '', scheme, laboratory, ...asked } }) => {
        const { items, next } = await readCertificates(database, actor, { words, scheme, laboratory }, asked)
        const today = todayText(clock)
        return { done: { items: items.map((one) => lineOf(one, today)), next } }
      },
    }),
    route({
      method: 'GET',
      url: '/api/certificates/:number',
      command: 'verify_certificate',
      summary:
        'One certificate: whether it is good today or why not, in a sentence, and the certificate as it was signed',
      params: BY_NUMBER,
      done: VERIFIED,
      run: async ({ actor, params }) => {
        const read = await readCertificate(database, actor, params.number)
        if ('refused' in read) return read
        const { credential, ...one } = read.done
        const today = todayText(clock)
        const doubt = await doubtOf(identity, actor, read.done)
        return {
          done: {
            ...lineOf(one, today),
            on: today,
            is_good: doubt === undefined,
            doubt: doubt ?? null,
            sentence: { en: sayVerdict(one, doubt, 'en'), ur: sayVerdict(one, doubt, 'ur') },
            credential: credential ?? null,
            shown_hash: await certificateHash(one),
          },
        }
      },
    }),
    route({
      method: 'POST',
      url: '/api/certificates/:number/orders',
      command: 'order_certificate',
      summary:
        'Suspend, restore or withdraw a certificate, with reasons that anybody reads and the second factor over the hash of what was shown; for who issued it, and for the authority',
      params: BY_NUMBER,
      personal: true,
      body: Type.Object({ ...ORDER, shown_hash: HASH, second_factor: SECOND_FACTOR }),
      done: Type.Object(LINE),
      run: async ({ actor, once, params, body: { second_factor, ...order } }) =>
        await answerShown(
          identity,
          once,
          (done: Certificate) => ({ done: lineOf(done, todayText(clock)) }),
          async (recording) =>
            await orderCertificate(recording, actor, { ...order, ...params }, async () => {
              return await confirm(actor, second_factor, order.shown_hash)
            }),
        ),
    }),
  ]
}

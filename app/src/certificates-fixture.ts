/** A laboratory of two signatories that certifies, and a stranger who judges what it certified. */
import { recordCommand } from './audit-log/record-command.ts'
import type { CertificateClaims, CertificateRefusal } from './certificates/certificate.ts'
import { claimsFor } from './certificates/claims-fixture.ts'
import type { Issuing } from './certificates/hold-keys.ts'
import { type IssuedCertificate, issueCertificate } from './certificates/issue-certificate.ts'
import { type Judged, judge } from './certificates/judge-credential.ts'
import { readIssuer, readStatusList } from './certificates/read-certificates.ts'
import { issuerKeysIn } from './certificates/read-issuers.ts'
import type { Outcome } from './kernel/outcome.ts'
import { type Actor, ANYBODY } from './kernel/transaction.ts'
import { actorOf, organizationOf } from './people/actor-fixture.ts'
import { authorisedMaker, type TestMaker, type TestThread } from './thread-fixture.ts'

export interface TestLaboratory {
  readonly issuing: Issuing
  /** Whose devices it certifies. */
  readonly maker: TestMaker
  readonly first: Actor
  readonly second: Actor
  readonly issued: (
    said?: Partial<CertificateClaims>,
    actor?: Actor,
  ) => Promise<Outcome<IssuedCertificate, CertificateRefusal>>
  /** As a stranger judges it who fetched what the service gives to anybody. */
  readonly judged: (credential: string, now: number) => Promise<Judged>
}

export const LABORATORY = 'LAB-000001'

export async function openLaboratory(
  thread: TestThread,
  publicAddress = new URL('https://maqami.example'),
): Promise<TestLaboratory> {
  const { database } = thread.made
  const issuing = {
    ...thread.recorder,
    secret: 'a secret for tests, of more than thirty-two characters',
    publicAddress,
  }
  const maker = await authorisedMaker(thread, 'Chenab Devices', 'K-2001')
  const id = await organizationOf(database, 'laboratory', 'Margalla Test House')
  const organization = { id, kind: 'laboratory' } as const
  const first = await actorOf(database, 'laboratory_signatory', organization)
  const second = await actorOf(database, 'laboratory_signatory', organization)
  const laboratory = issuing.makeId()
  const columns = 'id, number, organization_id, name, kind, country, recorded_at, recorded_by'
  await thread.made.tamper(
    `insert into laboratories (${columns})
      values ('${laboratory}', '${LABORATORY}', '${id}', 'Margalla Test House', 'private', 'PK', now(), 'test')`,
  )
  const claims = claimsFor({ laboratory, manufacturer: maker.id, signed_by: [first.person, second.person] })
  return {
    issuing,
    maker,
    first,
    second,
    issued: async (said = {}, actor = second) =>
      await recordCommand<IssuedCertificate, CertificateRefusal>(
        thread.recorder,
        actor,
        'review_report',
        async (tables) => {
          const made = await issueCertificate(tables, issuing, { ...claims, ...said })
          return 'refused' in made ? made : { ...made, subject: `certificate ${made.done.number}`, details: {} }
        },
      ),
    judged: async (credential, now) => {
      const document = await readIssuer(database, ANYBODY, issuing.publicAddress, LABORATORY)
      const names = [`${LABORATORY}-suspension`, `${LABORATORY}-revocation`]
      const lists = await Promise.all(
        names.map(async (name) => (await readStatusList({ ...issuing, database }, name)) ?? ''),
      )
      return judge(credential, { keys: issuerKeysIn(JSON.stringify(document)) ?? new Map(), lists, now })
    },
  }
}

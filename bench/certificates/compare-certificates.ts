/** Issuing and verifying certificates beside bare signing and verifying by jose, and the status list of a million of them. */
import { generateKeyPairSync } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'
import type { CertificateClaims } from '../../app/src/certificates/certificate.ts'
import { claimsFor } from '../../app/src/certificates/claims-fixture.ts'
import { conformityCredential, issuerName } from '../../app/src/certificates/conformity-credential.ts'
import { issuerDocument } from '../../app/src/certificates/issuer-key.ts'
import { judge } from '../../app/src/certificates/judge-credential.ts'
import { encodedList, statusList } from '../../app/src/certificates/pack-statuses.ts'
import { issuerKeysIn } from '../../app/src/certificates/read-issuers.ts'
import { signCredential } from '../../app/src/certificates/sign-credential.ts'
import { statusCredential } from '../../app/src/certificates/status-credential.ts'
import { type Measured, measure, median, newSink, ratio } from '../measure.ts'
import { grouped, inBrief, printTable } from '../table.ts'

const PLAN = { rounds: 5, warmUp: 0.5, turn: 0.5 }
const LEAST = { issue: 0.3, verify: 0.5 } as const
const MILLION = 1_000_000
const WITHDRAWN_EVERY = 100

const ADDRESS = new URL('https://maqami.example')
const LABORATORY = 'LAB-000001'
const NUMBER = 'C-000001'
const NOW = Date.UTC(2026, 7, 3, 12)
const TODAY = '2026-08-03'

/** False where either is slower than it may be beside jose. */
export async function compareCertificates(): Promise<boolean> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const name = 'a'.repeat(43)
  const key = { name: `${issuerName(ADDRESS.host, LABORATORY)}#${name}`, secret: privateKey }
  const claims: CertificateClaims = claimsFor({ laboratory: '1', manufacturer: '2', signed_by: ['3', '4'] })
  const payload = conformityCredential(claims, NUMBER, ADDRESS)
  const sign = (credential: typeof payload): string => {
    const made = signCredential(credential, key)
    if ('flaw' in made) throw new Error(`${made.flaw.place} must ${made.flaw.must}`)
    return made.signed
  }
  const lists = (['suspension', 'revocation'] as const).map((purpose) => {
    const listed = { laboratory: LABORATORY, purpose, last: NUMBER, ordered: [] }
    return sign(statusCredential(listed, ADDRESS, { now: NOW, today: TODAY }))
  })
  const line = { id: '', laboratory_id: '', laboratory_number: LABORATORY, name, made_at: '', made_by: '' }
  const x = publicKey.export({ format: 'jwk' }).x ?? ''
  const document = issuerDocument(issuerName(ADDRESS.host, LABORATORY), [{ ...line, x, ends: [] }])
  const known = { keys: issuerKeysIn(JSON.stringify(document)) ?? new Map(), lists, now: NOW }
  const signed = sign(payload)
  const sink = newSink()
  const issuing = await measure(
    [
      {
        name: 'jose, signing alone',
        run: async () =>
          sink.keep(await new SignJWT({ ...payload }).setProtectedHeader({ alg: 'EdDSA' }).sign(privateKey)),
      },
      {
        name: 'Maqami: made, held against its profile, signed',
        run: () => sink.keep(sign(conformityCredential(claims, NUMBER, ADDRESS))),
      },
    ],
    PLAN,
  )
  const verifying = await measure(
    [
      { name: 'jose, verifying alone', run: async () => sink.keep(await jwtVerify(signed, publicKey)) },
      {
        name: 'Maqami: form, profile, key, signature, days and two status lists',
        run: () => {
          const judged = judge(signed, known)
          if ('doubt' in judged) throw new Error(judged.doubt.code)
          sink.keep(judged)
        },
      },
    ],
    PLAN,
  )
  console.log('\nA certificate of conformity\n')
  const isFast = [held('Issuing', issuing, LEAST.issue), held('Verifying', verifying, LEAST.verify)]
  listMillion()
  return isFast.every(Boolean)
}

function held(what: string, [bare, ours]: readonly Measured[], least: number): boolean {
  if (bare === undefined || ours === undefined) throw new Error('nothing was measured')
  const speed = ratio(ours, bare)
  printTable(
    [what, 'µs in CPU time', 'as fast'],
    [bare, ours].map((one, index) => [
      one.name,
      inBrief(median(one.seconds) * 1e6),
      index === 0 ? '1.00' : inBrief(speed),
    ]),
  )
  console.log('')
  if (speed < least) console.error(`${what} is ${inBrief(speed)} times as fast as jose; ${least} is the least.`)
  return speed >= least
}

/** Of a generator of chance with the same numbers each time (Park and Miller). */
const PRIME = 2_147_483_647

/** Those withdrawn stand anywhere. */
function listMillion(): void {
  const withdrawn = new Set<number>()
  for (let place = 1; withdrawn.size < MILLION / WITHDRAWN_EVERY; place = (place * 48_271) % PRIME)
    withdrawn.add(place % MILLION)
  const began = performance.now()
  const list = encodedList(statusList(withdrawn, MILLION))
  const took = (performance.now() - began) / 1000
  console.log(
    `The status list of ${grouped(MILLION)} certificates, ${grouped(withdrawn.size)} of them withdrawn: ${inBrief(took)} seconds, ${grouped(list.length)} bytes.`,
  )
}

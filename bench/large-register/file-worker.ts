/** A process of the service that files for makers, as it is told. */
import { generateKeyPairSync } from 'node:crypto'
import { keyOf } from '../../app/src/audit-log/open-audit-key.ts'
import { done } from '../../app/src/demonstration/make-people.ts'
import { connectService } from '../../app/src/kernel/database.ts'
import { EMBEDDED_DATABASE, SERVICE_LOGIN } from '../../app/src/kernel/embedded-postgres.ts'
import { makeIds } from '../../app/src/kernel/identifiers.ts'
import { releaseShelf } from '../../app/src/policy-releases/release-shelf.ts'
import { fileReturn, shownHash } from '../../app/src/returns/filing/file-return.ts'
import { uploadReturn } from '../../app/src/returns/filing/upload-return.ts'
import type { Filed, Filing } from './file-together.ts'

/** After the last period that is filed. */
const LATER = Date.UTC(2040, 0, 1)
const CONFIRMED = async () => await Promise.resolve({ done: true })

const [host = ''] = process.argv.slice(2)
const database = connectService({ host, user: SERVICE_LOGIN, database: EMBEDDED_DATABASE }, () => undefined)
const clock = () => LATER
const recorder = { database, key: keyOf(generateKeyPairSync('ed25519').privateKey), clock, makeId: makeIds(clock) }
const shelf = releaseShelf()
let bytes = Buffer.alloc(0)

async function file(organization: string, period: string): Promise<void> {
  const signatory = { person: `bench of ${organization}`, organization, role: 'maker_signatory' } as const
  const upload = { programme: 'bicycles', kind: 'monthly', period, name: 'month.xlsx', bytes }
  const { found, version } = done(await uploadReturn(recorder, shelf, signatory, upload))
  const shown_hash = (await shownHash(recorder, signatory, found.id, version)) ?? ''
  done(await fileReturn(recorder, shelf, signatory, { id: found.id, version, shown_hash }, CONFIRMED))
}

async function answer({ firms, period, together }: Filing): Promise<Filed> {
  const errors: string[] = []
  const filed = async (firm: string): Promise<void> => {
    try {
      await file(firm, period)
    } catch (error) {
      errors.push(String(error))
    }
  }
  if (together) await Promise.all(firms.map(filed))
  else for (const firm of firms) await filed(firm)
  return { errors }
}

process.on('message', (told: Filing | { readonly bytes: string }) => {
  if ('bytes' in told) bytes = Buffer.from(told.bytes, 'base64')
  else void answer(told).then((filed) => process.send?.(filed))
})

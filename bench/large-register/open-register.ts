/** A register of many firms with many returns, in a PostgreSQL of its own: laid by statements, since playing it would take a day. */
import { generateKeyPairSync } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { keyOf } from '../../app/src/audit-log/open-audit-key.ts'
import type { Recorder } from '../../app/src/audit-log/record-command.ts'
import { done } from '../../app/src/demonstration/make-people.ts'
import type { Clock } from '../../app/src/kernel/clock.ts'
import { readConfiguration } from '../../app/src/kernel/configuration.ts'
import { makeIds } from '../../app/src/kernel/identifiers.ts'
import { openDatabase } from '../../app/src/kernel/open-database.ts'
import { readFolder } from '../../app/src/kernel/read-folder.ts'
import type { Actor } from '../../app/src/kernel/transaction.ts'
import { approveRelease } from '../../app/src/policy-releases/approve-release.ts'
import { proposeRelease } from '../../app/src/policy-releases/propose-release.ts'

/** July 2028, when the law of bicycles asks for months. */
const NOW = Date.UTC(2028, 6, 20, 6)
const BOARD = '00000000-0000-7000-9000-000000000001'

const clock: Clock = () => NOW

function warn(sentence: string): void {
  console.error(sentence)
}

export interface Register {
  readonly recorder: Recorder
  /** Of the PostgreSQL, for a process beside us. */
  readonly host: string
  readonly officer: Actor
  /** A superuser, past row-level security. */
  readonly lay: (statements: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** Of the nth firm. */
export function firmId(nth: number): string {
  return `00000000-0000-7000-8000-${nth.toString(16).padStart(12, '0')}`
}

export async function openRegister(root: string, firms: number): Promise<Register> {
  const folder = mkdtempSync(join(tmpdir(), 'maqami-register-'))
  chmodSync(folder, 0o755)
  const configuration = readConfiguration({ MAQAMI_DATA_FOLDER: folder })
  const { database, close } = await openDatabase(configuration, { warn, giveUp: warn })
  const recorder = { database, key: keyOf(generateKeyPairSync('ed25519').privateKey), clock, makeId: makeIds(clock) }
  const host = join(folder, 'socket')
  const lay = async (statements: string): Promise<void> => {
    const client = new Client({ host, user: 'postgres', database: 'maqami' })
    await client.connect()
    try {
      await client.query(statements)
    } finally {
      await client.end()
    }
  }
  await lay(
    `insert into organizations (id, kind, name, registered_at) values ('${BOARD}', 'regulator', 'Bicycle Board', now())`,
  )
  const acting = (role: Actor['role']): Actor => ({ person: `bench ${role}`, organization: BOARD, role })
  const read = await readFolder(join(root, 'policy', 'bicycles'))
  if (!read.ok) throw new Error(read.sentence)
  const files = Object.fromEntries(read.files)
  const law = done(await proposeRelease(recorder, acting('policy_officer'), { files, effective_on: '2026-07-01' }))
  done(await approveRelease(recorder, acting('approving_officer'), { id: law.id, effect_hash: null }))
  await lay(firmsOf(firms))
  return {
    recorder,
    host,
    officer: acting('case_officer'),
    lay,
    close: async () => {
      await close()
      rmSync(folder, { recursive: true })
    },
  }
}

const ID = (nth: string): string => `('00000000-0000-7000-8000-' || lpad(to_hex(${nth}), 12, '0'))::uuid`

/** Authorised; the words of their names are drawn from a few hundred, as those of companies are. */
function firmsOf(count: number): string {
  return `
    insert into organizations (id, kind, name, registered_at)
      select ${ID('n')}, 'manufacturer', 'Firm ' || n, now() from generate_series(1, ${count}) n;
    insert into manufacturers (id, name, registration_number, address)
      select ${ID('n')}, chr(65 + n % 26) || 'shan' || n % 311 || ' ' || chr(65 + n % 17) || 'cycles ' || n || ' (Pvt) Ltd', 'K-' || 100000 + n, 'Canal Road, Faisalabad'
      from generate_series(1, ${count}) n;
    insert into manufacturer_events (manufacturer_id, position, kind, reason, recorded_at, recorded_by)
      select ${ID('n')}, position, case position when 1 then 'applied' else 'authorised' end, null, now(), 'bench'
      from generate_series(1, ${count}) n, generate_series(1, 2) position;
    analyze;
  `
}

/** Of each of so many firms a return of each period, filed and two of three accepted. */
export function returnsOf(firms: number, kind: 'annual' | 'monthly', periods: readonly string[]): string {
  const first = kind === 'annual' ? 0 : 1
  const list = periods.map((period) => `'${period}'`).join(', ')
  return `
    create temporary table laid as
      select ${ID(`(16777216 + (n - 1) * 100 + place + ${first})`)} as id, ${ID('n')} as firm, period, (n + place) % 3 > 0 as is_accepted
      from generate_series(1, ${firms}) n, unnest(array[${list}]) with ordinality as periods (period, place);
    insert into returns (id, manufacturer_id, programme, kind, period) select id, firm, 'bicycles', '${kind}', period from laid;
    insert into documents (id, organization, name, media_type, hash, bytes, kept_at, kept_by)
      select id, firm, 'return.xlsx', 'application/octet-stream', 'sha256:' || encode(sha256(id::text::bytea), 'hex'), 'x', now(), 'bench' from laid;
    insert into return_versions (return_id, version, document_id, release_id, facts, lines, errors, error_count, uploaded_at, uploaded_by)
      select id, 1, id, (select id from policy_releases limit 1), '[]', '[]', '[]', 0, now(), 'bench' from laid;
    insert into return_events (return_id, position, kind, version, signed_hash, recorded_at, recorded_by)
      select id, 1, 'filed', 1, 'sha256:' || repeat('0', 64), '2027-08-15', 'bench' from laid;
    insert into return_events (return_id, position, kind, version, signed_hash, recorded_at, recorded_by)
      select id, 2, 'accepted', 1, null, '2027-09-15', 'bench' from laid where is_accepted;
    drop table laid;
    analyze;
  `
}

/** `npm run rehearse-recovery`: does what docs/operating/backup.md says for a server, loses the server, and says what came back and how fast. */
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rehearseRecovery } from './rehearse-recovery.ts'

const server = process.argv[2] ?? '/usr/lib/postgresql/15'
if (!existsSync(join(server, 'bin', 'pg_basebackup'))) {
  console.log(
    `'${server}' holds no PostgreSQL server with pg_basebackup. Name its folder: npm run rehearse-recovery -- FOLDER`,
  )
  process.exit(1)
}
const scratch = mkdtempSync(join(tmpdir(), 'maqami-recovery-'))
chmodSync(scratch, 0o711)
try {
  const found = await rehearseRecovery(scratch, server, { archive_timeout_s: 2, work_ms: 6000 })
  console.log(
    `${found.acknowledged} events were acknowledged, ${found.archived} of them before the last file of the log was archived.`,
  )
  console.log(
    `${found.back} came back in ${(found.recovery_ms / 1000).toFixed(1)} s; the last ${found.lost} were lost, of ${found.lost_ms} ms.`,
  )
  for (const finding of found.findings) console.log(`    ${finding}`)
  process.exitCode = found.findings.length === 0 ? 0 : 1
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

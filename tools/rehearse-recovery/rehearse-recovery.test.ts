import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rehearseRecovery } from './rehearse-recovery.ts'

const SERVER = '/usr/lib/postgresql/15'

test.runIf(existsSync(join(SERVER, 'bin', 'pg_basebackup')))(
  'a server that is lost comes back with everything that had been archived, in one piece',
  async () => {
    const scratch = mkdtempSync(join(tmpdir(), 'maqami-recovery-'))
    chmodSync(scratch, 0o711)
    try {
      const { findings, archived, back, lost, acknowledged } = await rehearseRecovery(scratch, SERVER, {
        archive_timeout_s: 1,
        work_ms: 4500,
      })
      expect(findings).toEqual([])
      expect(archived).toBeGreaterThan(0)
      expect(back).toBeGreaterThanOrEqual(archived)
      expect(back + lost).toBe(acknowledged)
    } finally {
      rmSync(scratch, { recursive: true, force: true })
    }
  },
)

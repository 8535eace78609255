import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { crashRounds } from './crash-rounds.ts'

const MINUTE_MS = 60_000

test.skipIf(process.platform !== 'linux')(
  'nothing acknowledged is lost, whatever is killed',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'maqami-crash-'))
    chmodSync(folder, 0o711)
    const killed: string[] = []
    for await (const crashed of crashRounds(folder, 4, 400)) {
      killed.push(crashed.killed)
      expect(crashed.findings).toEqual([])
      expect(crashed.acknowledged).toBeGreaterThan(0)
    }
    expect(killed).toEqual(['the service', 'the database', 'a connection', 'both at once'])
    rmSync(folder, { recursive: true })
  },
  2 * MINUTE_MS,
)

import { isRehearsal } from '@maqami/engine/load/programme.ts'
import { describe, expect, it } from 'vitest'
import { shippedProgrammes } from '../policy-releases/find-folder.ts'
import { openRelease } from '../policy-releases/load-release.ts'
import { notGazetted } from './not-gazetted.ts'

describe('law that does not bind yet', () => {
  it('is named row by row in every programme that is a rehearsal, and in no other', async () => {
    const programmes = await shippedProgrammes()
    expect(programmes).toContain('bicycles')
    for (const name of programmes) {
      const { programme } = (await openRelease(name)).engine
      expect([name, notGazetted(programme).length > 0]).toEqual([name, isRehearsal(programme)])
    }
  })

  it('is, of the draft policy, the programme itself, its provisions, and its parameters with their first day', async () => {
    const rows = notGazetted((await openRelease('pk-medmp-2026')).engine.programme)
    expect(rows[0]).toBe('pk-medmp-2026')
    expect(rows).toContain('localization_rate')
    expect(rows.some((row) => /^[a-z_]+ \d{4}-\d{2}(-\d{2})?$/.test(row))).toBe(true)
  })
})

import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const MAIN = join(ROOT, 'app', 'src', 'main.ts')
/** The kernel's own count of the most memory the process took, in kilobytes. */
const AT_EXIT = `import { readFileSync } from 'node:fs'
process.on('exit', () => {
  const status = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : ''
  process.stderr.write('most memory: ' + (/VmHWM:\\s+(\\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS))
})`

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'maqami-long-'))
  cpSync(join(ROOT, 'examples', 'rates.csv'), join(folder, 'rates.csv'))
  const tool = join(ROOT, 'tools', 'example-return', 'main.ts')
  spawnSync(process.execPath, [tool, '--lines', '20000', '--out', join(folder, 'long.xlsx')], { stdio: 'ignore' })
}, 60_000)
afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe('a return of 20,000 lines', () => {
  it.each(['text', 'html', 'json'])(
    'is assessed as %s in less than 300 MB',
    (format) => {
      const words = ['assess', 'pk-medmp-2026', '--return', 'long.xlsx', '--year', '2026-27']
      const { status, stderr } = spawnSync(
        process.execPath,
        ['--import', `data:text/javascript,${encodeURIComponent(AT_EXIT)}`, MAIN, ...words].concat([
          '--format',
          format,
          '--out',
          `out.${format}`,
        ]),
        { cwd: folder, encoding: 'utf8' },
      )
      expect(status).toBe(0)
      expect(Number(/most memory: (\d+)/.exec(stderr)?.[1]) / 1024).toBeLessThan(300)
    },
    60_000,
  )

  it('can be computed again from what was written', () => {
    const { status, stdout } = spawnSync(process.execPath, [MAIN, 'recheck', 'out.json'], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect(stdout).toContain('Same')
    expect(status).toBe(0)
  }, 60_000)
})

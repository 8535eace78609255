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

/** What the command did, in a process of its own, and the most memory it took in megabytes. */
function measured(...words: readonly string[]): { status: number | null; stdout: string; megabytes: number } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(AT_EXIT)}`, MAIN, ...words],
    { cwd: folder, encoding: 'utf8' },
  )
  return { status, stdout, megabytes: Number(/most memory: (\d+)/.exec(stderr)?.[1]) / 1024 }
}

describe('a return of 20,000 lines', () => {
  it.each(['text', 'html', 'json'])(
    'is assessed as %s in less than 300 MB',
    (format) => {
      const words = ['assess', 'pk-medmp-2026', '--return', 'long.xlsx', '--year', '2026-27', '--format', format]
      const { status, megabytes } = measured(...words, '--out', `out.${format}`)
      expect(status).toBe(0)
      expect(megabytes).toBeLessThan(300)
    },
    60_000,
  )

  it('can be computed again from what was written, and held against the law, in less than 300 MB', () => {
    const { status, stdout, megabytes } = measured('recheck', 'out.json', '--policy', 'pk-medmp-2026')
    expect(stdout).toMatch(/^Same: [^]*Same law/)
    expect(status).toBe(0)
    expect(megabytes).toBeLessThan(300)
  }, 60_000)
})

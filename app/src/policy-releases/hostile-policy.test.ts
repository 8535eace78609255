import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

/** What a child process says of loading a hostile file: the first complaint, the most memory, the time. */
function loading(
  start: string,
  repeated: string,
  ...times: readonly string[]
): { complaint: string; megabytes: number; seconds: number } {
  const script = new URL('./load-fixture.ts', import.meta.url).pathname
  const { stdout, stderr } = spawnSync(process.execPath, [script, start, repeated, ...times], { encoding: 'utf8' })
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout) as ReturnType<typeof loading>
}

describe('a hostile file of 1 MB takes under 300 MB and five seconds', () => {
  it.each([
    ['[', 'a,'],
    ['', '- a: b\n'],
    ['', '- "\n'],
    ['', 'a: "\n'],
    ['', '- ['],
    ['[', ','],
    ['', '{}'],
    ['a: "', '\\\n'],
    ['a: "', 'x\n'],
    ["a: '", "''"],
    ['', '%\n'],
    ['', '*a\n'],
    ['', '- |\n'],
    ['a: |\n', ' x\n'],
    ['a: x', '\n'],
  ])('%j and many of %j', (start, repeated) => {
    const { megabytes, seconds } = loading(start, repeated)
    expect(megabytes).toBeLessThan(300)
    expect(seconds).toBeLessThan(5)
  })

  it('what has too many marks is told so', () => {
    expect(loading('[', 'a,').complaint).toBe(
      'vocabulary.yaml:1:1: The file has more than 160000 words and marks. Split it into several files.',
    )
  })

  it('at the bound itself it is still under 300 MB', () => {
    const { complaint, megabytes } = loading('', '{}', '79999')
    expect(complaint).toContain('This is not valid YAML')
    expect(megabytes).toBeLessThan(300)
  })
})

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { commandsIn } from './commands-fixture.ts'

const ROOT = join(import.meta.dirname, '..', '..')

interface Step {
  readonly name: string
  readonly text: string
}

/** What the reader is told to do, in order: a file to write (its name stands behind `yaml`), or a call with what it prints. */
function stepsOf(page: string): readonly Step[] {
  const blocks = page.matchAll(/^```(?:yaml (\S+)|console)\n(.*?)^```$/gms)
  return [...blocks].map(([, name = '', text = '']) => ({ name, text }))
}

it('a reader of docs/how-to/add-a-programme.md gets what it shows, step by step', async () => {
  const steps = stepsOf(readFileSync(join(ROOT, 'docs/how-to/add-a-programme.md'), 'utf8'))
  const folder = mkdtempSync(join(tmpdir(), 'maqami-how-to-'))
  const commands = commandsIn(folder)
  const calls: string[] = []
  for (const { name, text } of steps) {
    if (name !== '') {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
      continue
    }
    const [command = '', ...printed] = text.split('\n')
    const words = command.replace('$ npx maqami ', '').split(' ')
    calls.push(words[0] ?? '')
    const { out, err } = await commands.call(...words)
    expect(`${command}\n${out}${err}`).toBe([command, ...printed].join('\n'))
  }
  commands.stop()
  rmSync(folder, { recursive: true })
  expect(new Set(calls)).toEqual(new Set(['policy', 'hash', 'compare']))
})

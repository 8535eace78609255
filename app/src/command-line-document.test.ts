import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..')
const MAIN = join(ROOT, 'app', 'src', 'main.ts')
const DOCUMENT = readFileSync(join(ROOT, 'docs', 'command-line.md'), 'utf8')
const SECTIONS = DOCUMENT.split(/^## /m).slice(1)
const CALLS = [...DOCUMENT.matchAll(/^```console\n([^]*?)^```/gm)].flatMap(([, block = '']) =>
  block
    .split(/^\$ npx maqami /m)
    .slice(1)
    .map((call) => [call.slice(0, call.indexOf('\n')), call.slice(call.indexOf('\n') + 1)] as const),
)

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'maqami-document-'))
  cpSync(join(ROOT, 'examples'), join(folder, 'examples'), { recursive: true })
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function said(words: string): string {
  const { stdout, stderr } = spawnSync(process.execPath, [MAIN, ...words.split(' ')], { cwd: folder, encoding: 'utf8' })
  return stdout + stderr
}

/** `…` stands for anything; on a line of its own for any number of lines. */
function patternOf(expected: string): RegExp {
  const literal = expected.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(`^${literal.replaceAll(/^…\n/gm, '(?:.*\\n)*').replaceAll('…', '.*')}$`)
}

function optionsIn(text: string): readonly string[] {
  return [...new Set(text.match(/--[a-z-]+/g))].toSorted()
}

/** In order: some calls use what those before them wrote. */
describe('the page on the command line', () => {
  it.each(CALLS)('prints what comes of %s', (words, expected) => {
    expect(said(words)).toMatch(patternOf(expected))
  })

  it('has a section for every command', () => {
    const commands = [...said('help').matchAll(/^ {2}([a-z]+(?: [a-z]+)?)(?= |$)/gm)].map(([, name = '']) => name)
    expect(SECTIONS.map((section) => section.slice(0, section.indexOf('\n'))).toSorted()).toEqual(commands.toSorted())
  })

  it.each(SECTIONS.map((section) => [section.slice(0, section.indexOf('\n')), section] as const))(
    'lists the options of %s, and no others',
    (name, section) => {
      const usage = said(`${name} --help`).split('\n').slice(2).join('\n')
      const listed = [...section.matchAll(/^\| (`--[^\n]*?`) \| /gm)].map(([, cell]) => cell).join(' ')
      expect(optionsIn(listed)).toEqual(optionsIn(usage))
    },
  )
})

import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Commands, commandsIn } from './commands-fixture.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const DOCUMENT = readFileSync(join(ROOT, 'docs', 'command-line.md'), 'utf8')
const SECTIONS = DOCUMENT.split(/^## /m).slice(1)
const CALLS = [...DOCUMENT.matchAll(/^```console\n([^]*?)^```/gm)].flatMap(([, block = '']) =>
  block
    .split(/^\$ npx maqami /m)
    .slice(1)
    .map((call) => [call.slice(0, call.indexOf('\n')), call.slice(call.indexOf('\n') + 1)] as const),
)

let folder = ''
let commands: Commands
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'maqami-document-'))
  cpSync(join(ROOT, 'examples'), join(folder, 'examples'), { recursive: true })
  commands = commandsIn(folder)
})
afterAll(() => {
  commands.stop()
  rmSync(folder, { recursive: true })
})

async function said(words: string): Promise<string> {
  const { out, err } = await commands.call(...words.split(' '))
  return out + err
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
  it.each(CALLS)('prints what comes of %s', async (words, expected) => {
    expect(await said(words)).toMatch(patternOf(expected))
  })

  it('has a section for every command', async () => {
    const names = [...(await said('help')).matchAll(/^ {2}([a-z]+(?: [a-z]+)?)(?= |$)/gm)].map(([, name = '']) => name)
    expect(SECTIONS.map((section) => section.slice(0, section.indexOf('\n'))).toSorted()).toEqual(names.toSorted())
  })

  it.each(SECTIONS.map((section) => [section.slice(0, section.indexOf('\n')), section] as const))(
    'lists the options of %s, and no others',
    async (name, section) => {
      const usage = (await said(`${name} --help`)).split('\n').slice(2).join('\n')
      const listed = [...section.matchAll(/^\| (`--[^\n]*?`) \| /gm)].map(([, cell]) => cell).join(' ')
      expect(optionsIn(listed)).toEqual(optionsIn(usage))
    },
  )
})

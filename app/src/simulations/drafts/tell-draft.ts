/** `effect`: what a draft does to an industry; `industry`: an invented one to try it on. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { didYouMean } from '@maqami/engine/load/problem.ts'
import { type Command, WrongInput, WrongUsage } from '../../kernel/command.ts'
import { deliver } from '../../kernel/deliver.ts'
import { interruptible } from '../../kernel/interruption.ts'
import { choice, noWords, positional, readOptions, required, single } from '../../kernel/options.ts'
import { terminalProgress } from '../../kernel/progress.ts'
import { loadRelease } from '../../policy-releases/load-release.ts'
import { formatOf } from '../read-table.ts'
import { type GivenFiles, linesOf, tablesOf } from '../simulate-programme.ts'
import { caseChanges } from './case-changes.ts'
import { compareIndustry } from './compare-industry.ts'
import { draftReport, type InputFile } from './draft-report.ts'
import { caseText, draftText } from './draft-text.ts'
import { draftWordsOf } from './draft-words.ts'
import { firmsCsv } from './firms-csv.ts'
import { INVENTION, industryText } from './invent-industry.ts'

export const tellDraft: Command = {
  name: 'effect',
  usage:
    'DIR --draft NAME --facts FILE [--lines GROUP=FILE…] [--case ID] [--lang en|ur] [--format text|csv|json] [--out FILE]',
  summary:
    'Say what a draft does to an industry, firm by firm and year by year: who fails, what is paid, what is at stake',
  run: async (args) => {
    const options = readOptions(args, ['draft', 'facts', 'lines', 'case', 'lang', 'format', 'out'])
    const folder = positional(options, 'DIR')
    const name = required(options, 'draft')
    const files = { facts: required(options, 'facts'), lines: linesOf(options) }
    const language = choice(options, 'lang', ['en', 'ur'])
    const format = choice(options, 'format', ['text', 'csv', 'json'])
    const id = single(options, 'case')
    if (id !== undefined && format === 'csv') throw new WrongUsage('--case is told as text or json')
    const laws = { release: await loadRelease(folder), draft: await loadRelease(folder, name) }
    const progress = terminalProgress('Applying both laws')
    const compared = await interruptible(async (pause) => {
      const engines = { release: laws.release.engine, draft: laws.draft.engine }
      return await compareIndustry(engines, await tablesOf(files), pause, (done) => progress.report(done, 1))
    })
    progress.finish()
    const out = single(options, 'out')
    if (id !== undefined) {
      const row = rowOf(compared.gathered.ids, id, language)
      const text =
        format === 'json'
          ? asJson({ id, changes: caseChanges(compared, row) })
          : caseText(laws, compared, row, language)
      await deliver(text, out)
      return 0
    }
    const report = draftReport(laws, await inputsOf(files), compared)
    await deliver(
      format === 'json' ? asJson(report) : format === 'csv' ? firmsCsv(report) : draftText(laws, report, language),
      out,
    )
    return 0
  },
}

export const tellIndustry: Command = {
  name: 'industry',
  usage: '[--seed NUMBER] [--out FILE]',
  summary: 'Invent the facts of an industry over seven years, to try a draft on; the same seed gives the same facts',
  run: async (args) => {
    const options = readOptions(args, ['seed', 'out'])
    noWords(options)
    const seed = single(options, 'seed') ?? String(INVENTION.seed)
    if (!/^\d{1,6}$/.test(seed)) throw new WrongUsage(`--seed is a whole number of at most six digits, not '${seed}'`)
    const out = single(options, 'out')
    if (out !== undefined && formatOf(out) !== 'json')
      throw new WrongUsage(`--out is a file that ends with .json, since rows hold lines, not '${out}'`)
    await deliver(industryText({ ...INVENTION, seed: Number(seed) }), out)
    return 0
  },
}

function asJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2)
}

function rowOf(ids: readonly string[], id: string, language: 'en' | 'ur'): number {
  const row = ids.indexOf(id)
  if (row === -1) throw new WrongInput([`${draftWordsOf(language).unknownCase(id)}${didYouMean(id, ids, language)}`])
  return row
}

async function inputsOf({ facts, lines }: GivenFiles): Promise<readonly InputFile[]> {
  const files = [['facts', facts] as const, ...lines]
  return await Promise.all(files.map(async ([holds, path]) => ({ holds, hash: await fileHash(path) })))
}

async function fileHash(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return `sha256:${hash.digest('hex')}`
}

/** `spillover`: what more of one sector brings to all, by an input-output table. */
import { columns, wrapped } from '@maqami/engine/explain/layout.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import { didYouMean } from '@maqami/engine/load/problem.ts'
import { type Command, WrongInput, WrongUsage } from '../kernel/command.ts'
import { deliver } from '../kernel/deliver.ts'
import { choice, type Options, positional, readOptions, single } from '../kernel/options.ts'
import { readText } from '../kernel/read-text.ts'
import { readInputOutput } from './read-input-output.ts'
import { type Increase, type SectorMultipliers, type SpilloverJson, spilloverJson } from './spillover-json.ts'
import { type SpilloverWords, spilloverWordsOf } from './spillover-words.ts'

const LARGEST_TABLE_MB = 20
const WIDTH = 100

export const tellSpillover: Command = {
  name: 'spillover',
  usage: 'FILE.csv [--sector NAME --increase AMOUNT] [--lang en|ur] [--format text|json] [--out FILE]',
  summary: 'Say what more of one sector brings to all others, by an input-output table',
  run: async (args) => {
    const options = readOptions(args, ['sector', 'increase', 'lang', 'format', 'out'])
    const path = positional(options, 'FILE.csv')
    const language = choice(options, 'lang', ['en', 'ur'])
    const format = choice(options, 'format', ['text', 'json'])
    const read = readInputOutput(await readText(path, LARGEST_TABLE_MB))
    if (!read.ok)
      throw new WrongInput(
        read.problems.map(
          ({ row, column, sentence, ur }) =>
            `${path}: row ${row}, column ${column}: ${language === 'ur' ? ur : sentence}`,
        ),
      )
    const found = spilloverJson(read.table, read.unit, increaseAsked(options, read.table.sectors))
    const text = format === 'json' ? JSON.stringify(found, undefined, 2) : spilloverText(found, language)
    await deliver(text, single(options, 'out'))
    return 0
  },
}

function increaseAsked(
  options: Options,
  sectors: readonly string[],
): { readonly sector: string; readonly amount: number } | undefined {
  const [sector, written] = [single(options, 'sector'), single(options, 'increase')]
  if (sector === undefined && written === undefined) return undefined
  if (sector === undefined || written === undefined) throw new WrongUsage('--sector and --increase belong together')
  if (!sectors.includes(sector))
    throw new WrongInput([`The table has no sector '${sector}'.${didYouMean(sector, sectors)}`])
  if (!/^-?\d{1,15}(\.\d{1,6})?$/.test(written))
    throw new WrongUsage(`--increase is an amount in the unit of the table, such as 1250.5, not '${written}'`)
  return { sector, amount: Number(written) }
}

function spilloverText({ unit, sectors, increase }: SpilloverJson, language: Language): string {
  const words = spilloverWordsOf(language)
  const head = [words.sector, words.output, words.added, words.imports, words.employment]
  const kinds = [
    ['type_one', words.kinds.one],
    ['type_two', words.kinds.two],
  ] as const
  const numbers = [1, 2, 3, 4]
  return [
    ...wrapped(words.unit(unit), WIDTH, 0),
    ...kinds.flatMap(([kind, called]) => [
      '',
      ...wrapped(`${words.multipliers}: ${called}`, WIDTH, 0),
      ...columns([head, ...sectors.map((one) => [one.sector, ...figures(one[kind], 4)])], 2, numbers),
    ]),
    '',
    ...wrapped(words.linkages, WIDTH, 0),
    ...columns(
      [
        [words.sector, words.backward, words.forward],
        ...sectors.map(({ sector, backward, forward }) => [sector, backward.toFixed(4), forward.toFixed(4)]),
      ],
      2,
      numbers,
    ),
    ...(increase === null ? [] : increaseLines(words, sectors, increase, kinds, head)),
    '',
    ...wrapped(words.estimate, WIDTH, 0),
  ].join('\n')
}

function increaseLines(
  words: SpilloverWords,
  sectors: SpilloverJson['sectors'],
  increase: Increase,
  kinds: readonly (readonly ['type_one' | 'type_two', string])[],
  head: readonly string[],
): readonly string[] {
  return kinds.flatMap(([kind, called]) => [
    '',
    ...wrapped(`${words.effect(String(increase.amount), increase.sector)}: ${called}`, WIDTH, 0),
    ...columns(
      [
        head,
        ...sectors.map(({ sector }, index) => [sector, (increase[kind].output[index] ?? 0).toFixed(2)]),
        [words.total, ...figures(increase[kind].together, 2)],
      ],
      2,
      [1, 2, 3, 4],
    ),
  ])
}

function figures(one: SectorMultipliers, decimals: number): readonly string[] {
  return [one.output, one.value_added, one.imports, one.employment].map((number) => number.toFixed(decimals))
}

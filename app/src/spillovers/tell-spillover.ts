/** `spillover`: what more of one sector brings to all, by an input-output table. */
import { columns, wrapped } from '@maqami/engine/explain/layout.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import { type Command, WrongInput, WrongUsage } from '../kernel/command.ts'
import { deliver } from '../kernel/deliver.ts'
import { choice, readOptions, single } from '../kernel/options.ts'
import { readIncrease } from './read-increase.ts'
import { openTable, SHIPPED_TABLE } from './open-table.ts'
import {
  type IncreaseJson,
  type SectorMultipliers,
  solve,
  type SpilloverJson,
  spilloverJson,
} from './spillover-json.ts'
import { type SpilloverWords, spilloverWordsOf } from './spillover-words.ts'
import { figure, figuresOf, KINDS } from './spillover-view.ts'

const WIDTH = 100

export const tellSpillover: Command = {
  name: 'spillover',
  usage:
    '[FILE] [--country CODE] [--sector NAME --increase AMOUNT [--into NAME]] [--lang en|ur] [--format text|json] [--out FILE]',
  summary:
    'Say what more of one sector, or more local components in one, brings to all others, by an input-output table',
  run: async (args) => {
    const options = readOptions(args, ['country', 'sector', 'increase', 'into', 'lang', 'format', 'out'])
    const [path = SHIPPED_TABLE, further] = options.rest
    if (further !== undefined)
      throw new WrongUsage(`'${further}' is one word too many: only FILE stands without an option`)
    const language = choice(options, 'lang', ['en', 'ur'])
    const format = choice(options, 'format', ['text', 'json'])
    const [sector = '', amount = '', into = ''] = ['sector', 'increase', 'into'].map((name) => single(options, name))
    if ((sector === '') !== (amount === '') || (sector === '' && into !== ''))
      throw new WrongUsage('--sector and --increase belong together, and --into goes with them')
    const named = await openTable(path, single(options, 'country'))
    if (!named.ok)
      throw new WrongInput(
        named.problems.map(
          ({ row, column, sentence, ur }) =>
            `${path}: row ${row}, column ${column}: ${language === 'ur' ? ur : sentence}`,
        ),
      )
    const solved = solve(named.table)
    const words = spilloverWordsOf(language)
    if (solved === undefined) throw new WrongInput([`${path}: ${words.endless}`])
    const asked = readIncrease(named.table, { sector, amount, into })
    if (!asked.ok) throw new WrongInput([language === 'ur' ? asked.ur : asked.sentence])
    const found = spilloverJson(named, solved, asked.increase)
    const text = format === 'json' ? JSON.stringify(found, undefined, 2) : spilloverText(found, words, language)
    await deliver(text, single(options, 'out'))
    return 0
  },
}

function spilloverText(found: SpilloverJson, words: SpilloverWords, language: Language): string {
  const { table, sectors, increase } = found
  const head = [words.sector, ...words.figures]
  const numbers = [1, 2, 3, 4]
  const from = wrapped(words.from(table.provenance[language]), WIDTH, 2)
  return [
    ...wrapped(words.unit(table.unit), WIDTH, 0),
    ...KINDS.flatMap((kind) => {
      const rows = sectors.flatMap(({ sector, [kind]: of }) => (of === null ? [] : [[sector, ...figuresOf(of, words)]]))
      const title = wrapped(`${words.multipliers}: ${words.kinds[kind]}`, WIDTH, 0)
      return rows.length === 0
        ? ['', ...wrapped(words.noTypeTwo, WIDTH, 0)]
        : ['', ...title, ...from, ...columns([head, ...rows], 2, numbers)]
    }),
    '',
    ...wrapped(words.linkages, WIDTH, 0),
    ...from,
    ...columns(
      [
        [words.sector, words.backward, words.forward],
        ...sectors.map(({ sector, backward, forward }) => [sector, figure(backward), figure(forward)]),
      ],
      2,
      numbers,
    ),
    ...(increase === null ? [] : increaseLines(found, increase, words, from)),
    '',
    ...wrapped(words.estimate, WIDTH, 0),
  ].join('\n')
}

function increaseLines(
  { sectors }: SpilloverJson,
  increase: IncreaseJson,
  words: SpilloverWords,
  from: readonly string[],
): readonly string[] {
  return KINDS.flatMap((kind) => {
    const of = increase[kind]
    if (of === null) return []
    const together: SectorMultipliers = of.together
    return [
      '',
      ...wrapped(`${words.effectOf(increase)}: ${words.kinds[kind]}`, WIDTH, 0),
      ...from,
      ...columns(
        [
          [words.sector, ...words.figures],
          ...sectors.map(({ sector }, index) => [sector, figure(of.output[index] ?? 0)]),
          [words.total, ...figuresOf(together, words)],
        ],
        2,
        [1, 2, 3, 4],
      ),
    ]
  })
}

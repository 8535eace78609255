/** What an input-output table says as rows for a spreadsheet, under where it is from. */
import type { Language } from '@maqami/engine/explain/names.ts'
import type { SectorMultipliers, SpilloverJson } from './spillover-json.ts'
import { figure, figuresOf, KINDS } from './spillover-view.ts'
import { type SpilloverWords, spilloverWordsOf } from './spillover-words.ts'

export function spilloverRows(found: SpilloverJson, language: Language): readonly (readonly string[])[] {
  const words = spilloverWordsOf(language)
  const { table, sectors, increase } = found
  const titles = KINDS.flatMap((kind) => words.figures.map((one) => `${one}: ${words.kinds[kind]}`))
  return [
    [words.from(table.provenance[language])],
    [words.unit(table.unit)],
    [words.multipliers],
    [words.sector, ...titles, words.backward, words.forward],
    ...sectors.map((one) => [
      one.sector,
      ...KINDS.flatMap((kind) => of(one[kind], words)),
      figure(one.backward),
      figure(one.forward),
    ]),
    ...(increase === null
      ? []
      : [
          [words.effectOf(increase)],
          [words.sector, ...titles],
          ...sectors.map(({ sector }, index) => [
            sector,
            ...KINDS.flatMap((kind) => {
              const output = increase[kind]?.output[index]
              return [output === undefined ? words.notSaid : figure(output), '', '', '']
            }),
          ]),
          [words.total, ...KINDS.flatMap((kind) => of(increase[kind]?.together ?? null, words))],
        ]),
  ]
}

function of(figures: SectorMultipliers | null, words: SpilloverWords): readonly string[] {
  return figures === null ? words.figures.map(() => words.notSaid) : figuresOf(figures, words)
}

/** A page of a long list against the slowest statement in it, and a search against no more than the lookup of its word by an index. */
import { Client } from 'pg'
import { done } from '../../app/src/demonstration/make-people.ts'
import { readAs } from '../../app/src/kernel/transaction.ts'
import { releaseShelf } from '../../app/src/policy-releases/release-shelf.ts'
import { listReturns } from '../../app/src/returns/filing/list-returns.ts'
import type { WantedReturns } from '../../app/src/returns/filing/wanted-returns.ts'
import { searchEverything } from '../../app/src/search/search-everything.ts'
import { median } from '../measure.ts'
import { inBrief, printTable } from '../table.ts'
import { firmId, type Register } from './open-register.ts'

const ROUNDS = 40
const WARM_UP = 10

/** How long each statement takes, from sending it to its last row, while `run` runs. */
export async function statementsOf(run: () => Promise<unknown>): Promise<readonly number[]> {
  const asked = Reflect.get(Client.prototype, 'query') as (...words: unknown[]) => unknown
  const spent: number[] = []
  const timed = async function timed(this: Client, ...words: unknown[]): Promise<unknown> {
    const begin = performance.now()
    const answer = await asked.apply(this, words)
    spent.push(performance.now() - begin)
    return answer
  }
  Object.assign(Client.prototype, { query: timed })
  try {
    await run()
  } finally {
    Object.assign(Client.prototype, { query: asked })
  }
  return spent
}

export async function compareLists({ recorder, officer }: Register, counted: string): Promise<void> {
  const shelf = releaseShelf()
  const page = async (wanted: WantedReturns): Promise<string> => {
    return JSON.stringify(done(await listReturns(recorder, shelf, officer, wanted, { limit: 25 })))
  }
  const lists: readonly (readonly [string, WantedReturns])[] = [
    ['all, newest first', {}],
    ['filed, by period', { standing: 'filed', order: 'period' }],
    ['of a programme, accepted, firm by firm', { programme: 'bicycles', standing: 'accepted', order: 'firm' }],
    ['late, oldest first', { late: true, order: 'oldest' }],
    ['sent back, of which there is none', { standing: 'sent_back', order: 'period' }],
    ['of one firm', { manufacturer_id: firmId(77) }],
  ]
  const rows: string[][] = []
  for (const [name, wanted] of lists) {
    for (let round = 0; round < WARM_UP; round += 1) await page(wanted)
    const ratios: number[] = []
    const whole: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const begin = performance.now()
      const statements = await statementsOf(async () => await page(wanted))
      const spent = performance.now() - begin
      whole.push(spent)
      ratios.push(spent / Math.max(...statements))
    }
    rows.push([name, inBrief(median(whole)), median(ratios).toFixed(2)])
  }
  console.log(`\na page of 25 of a list of returns (${counted}), medians of ${ROUNDS}\n`)
  printTable(['', 'milliseconds', 'times its slowest statement'], rows)
}

export async function compareSearch({ recorder, officer, host }: Register, counted: string): Promise<void> {
  const bare = new Client({ host, user: 'postgres', database: 'maqami' })
  await bare.connect()
  const text = `select object_id from search_terms where kind = 'manufacturer' and term >= $1 and term < $1 || U&'\\+10FFFF' order by term limit 11`
  const maker = { person: 'bench', organization: firmId(77), role: 'maker_clerk' } as const
  const rows: string[][] = []
  try {
    for (const [name, words, beginning] of [
      ['a registration number', 'k-100077', 'k100077'],
      ['the beginning of a name', 'zshan 2', 'zshan2'],
      ['two letters', 'ks', 'ks'],
      ['a firm and a period', 'cshan28 2027-07', 'cshan28'],
      ['a period alone', '2027-07', '202707'],
      ['nothing', 'zzzz', 'zzzz'],
    ] as const) {
      const contenders = [
        async () => await bare.query({ name: 'bare', text, values: [beginning] }),
        async () => done(await searchEverything(recorder, officer, words)),
        async () => done(await searchEverything(recorder, maker, words)),
        async () => await readAs(recorder.database, officer, async () => await Promise.resolve()),
      ]
      const spent: number[][] = contenders.map(() => [])
      for (let round = -WARM_UP; round < ROUNDS; round += 1)
        for (const [nth, run] of contenders.entries()) {
          const begin = performance.now()
          await run()
          if (round >= 0) spent[nth]?.push(performance.now() - begin)
        }
      const [bareMs = 0, officerMs = 0, makerMs = 0, nothingMs = 0] = spent.map((all) => median(all))
      rows.push([name, ...[bareMs, nothingMs, officerMs, makerMs].map(inBrief), (officerMs / bareMs).toFixed(1)])
    }
  } finally {
    await bare.end()
  }
  console.log(`\nsearching ${counted}, in milliseconds, medians of ${ROUNDS} interleaved\n`)
  printTable(['', 'bare lookup', 'an empty transaction', 'an officer', 'a maker', 'officer / bare'], rows)
}

/** Makes all figures anew from the register of returns: for returns that were accepted before there were figures, and to prove the others. */
import { openBeside } from '../../kernel/open-database.ts'
import { complain, type ExitCode, print, WrongUsage } from '../../kernel/command.ts'
import { readConfiguration } from '../../kernel/configuration.ts'
import type { Database } from '../../kernel/database.ts'
import { systemActor, writeAs } from '../../kernel/transaction.ts'
import { type ReleaseShelf, releaseShelf } from '../../policy-releases/release-shelf.ts'
import { ANNUAL } from '../schema/load-return-schema.ts'
import { figuresText, forgetFigures } from './figures-table.ts'
import { keepFigures } from './keep-figures.ts'
import { acceptedReturns } from '../filing/read-returns.ts'

/** What was kept and what follows from the register, as text. */
export interface Rebuilt {
  readonly before: string
  readonly after: string
}

export async function rebuildFigures(database: Database, shelf: ReleaseShelf): Promise<Rebuilt> {
  return await writeAs<Rebuilt>(database, systemActor('figures'), async (tables) => {
    const before = await figuresText(tables)
    await forgetFigures(tables)
    const accepted = (await acceptedReturns(tables))
      .filter(({ kind }) => kind === ANNUAL)
      .flatMap((found) => found.events.filter(({ kind }) => kind === 'accepted').map((event) => ({ found, event })))
      .toSorted((a, b) => (a.event.recorded_at < b.event.recorded_at ? -1 : 1))
    for (const { found, event } of accepted) await keepFigures(tables, shelf, found, event.version, event.recorded_at)
    return { commit: { before, after: await figuresText(tables) } }
  })
}

/** `figures rebuild`. */
export async function tellRebuilt(args: readonly string[]): Promise<ExitCode> {
  if (args.length > 0) throw new WrongUsage('figures rebuild takes no options; settings come from the environment')
  const opened = await openBeside(readConfiguration(process.env), { warn: complain, giveUp: complain })
  try {
    const { before, after } = await rebuildFigures(opened.database, releaseShelf())
    const lines = after.split('\n').length - 1
    print(before === after ? `${lines} lines, as they were kept.` : `${lines} lines; what was kept differed.`)
    return 0
  } finally {
    await opened.close()
  }
}

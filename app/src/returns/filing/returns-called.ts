/** What pages call the kinds of returns: as the newest law of their programme does. */
import { readAs } from '../../kernel/transaction.ts'
import { type PageContext, pageCall } from '../../pages/page-call.ts'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { inForce } from '../../policy-releases/release-in-force.ts'
import { shelfContext } from '../../policy-releases/shelf-context.ts'
import { returnSchemas } from '../release-schema.ts'
import type { Return } from './return.ts'

export type ReturnsCalled = (found: Pick<Return, 'programme' | 'kind'>) => string

const LAST_DAY = '9999-12-31'

/** Of these programmes, in the language of the reader: `Yearly return`. */
export async function returnsCalled(context: PageContext, programmes: readonly string[]): Promise<ReturnsCalled> {
  const { actor, language } = context.get(pageCall)
  const titles = new Map<string, string>()
  await readAs(context.get(recorderContext).database, actor, async (tables) => {
    for (const programme of new Set(programmes)) {
      const law = await inForce(tables, programme, LAST_DAY)
      if ('refused' in law) continue
      for (const { kind, title } of returnSchemas(context.get(shelfContext).open(law.done)))
        titles.set(`${programme} ${kind}`, title[language])
    }
  })
  return ({ programme, kind }) => titles.get(`${programme} ${kind}`) ?? kind
}

/** What the page of schemes is given. */
import { inLanguage } from '@maqami/engine/explain/names.ts'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { todayText } from '../../kernel/clock.ts'
import { laboratoryWordsOf } from '../../laboratories/laboratory-words.ts'
import { type PageContext, pageCall } from '../../pages/page-call.ts'
import { shelfContext } from '../../policy-releases/shelf-context.ts'
import { listSchemes } from './list-schemes.ts'

export async function showSchemes(context: PageContext) {
  const { actor, language } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const { kinds } = laboratoryWordsOf(language)
  const laws = await listSchemes(database, context.get(shelfContext), actor, todayText(clock))
  return laws.map(({ programme, title, is_rehearsal, reading, schemes }) => ({
    programme,
    title: inLanguage(title, language, programme),
    is_rehearsal,
    reading: reading === null ? undefined : inLanguage(reading, language, ''),
    schemes: schemes.map(({ id, name, issuers, about, valid_months, source }) => ({
      about,
      valid_months,
      source,
      issuers: issuers.map((kind) => kinds[kind]),
      address: `${programme}.${id}`,
      name: inLanguage(name, language, id),
    })),
    tests: schemes.flatMap(({ id: of, tests }) =>
      tests.map(({ id, metric, holds, limit, unit, ...test }) => ({
        ...test,
        address: `${programme}.${id}`,
        scheme: `${programme}.${of}`,
        metric: inLanguage(metric, language, id),
        limit: limit === null ? undefined : `${holds === 'at_most' ? '≤' : '≥'} ${limit} ${unit}`,
      })),
    ),
  }))
}

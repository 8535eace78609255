import { parseDay } from '@maqami/engine/value/date.ts'
import { isRehearsal } from '@maqami/engine/load/programme.ts'
import type { Database } from '../../kernel/database.ts'
import { type Actor, readAs } from '../../kernel/transaction.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import { limitOn, monthsOn } from './ask-law.ts'
import { type SchemesLaw, schemesInForce } from './read-schemes.ts'
import type { Scheme } from './scheme.ts'

/** The schemes of every law in force on the day, with what that law says of each. */
export async function listSchemes(database: Database, shelf: ReleaseShelf, actor: Actor, today: string) {
  const day = parseDay(today) ?? 0
  return await readAs(database, actor, async (tables) => {
    const laws = await schemesInForce(tables, shelf, today)
    return laws.map((law) => ({
      programme: law.programme,
      title: law.release.engine.programme.heading.title,
      release_hash: law.release.hash,
      is_rehearsal: isRehearsal(law.release.engine.programme),
      reading: law.certification.reading?.text ?? null,
      schemes: [...law.certification.schemes.values()].map((scheme) => schemeOn(law, scheme, day)),
    }))
  })
}

function schemeOn(law: SchemesLaw, { id, name, about, issuers, tests, source }: Scheme, day: number) {
  const { title = source, url = '' } = law.release.engine.programme.heading.sources.get(source) ?? {}
  return {
    id,
    name,
    about,
    issuers,
    source: { title, url },
    /** Null where the law does not say. */
    valid_months: monthsOn(law, id, day) ?? null,
    tests: tests.map((test) => ({ ...test, limit: limitOn(law, test.id, day) ?? null })),
  }
}

/** Statistics of accepted returns in editions: for anybody, what was published; for officers, to publish. */
import { Type } from 'typebox'
import { answerShown } from '../kernel/answer-shown.ts'
import type { Recorder } from '../audit-log/record-command.ts'
import type { Authority } from '../kernel/authority.ts'
import { HASH, INSTANT, listOf, oneOf, orNull, PAGE_QUERY, PROGRAMME, text, YEAR } from '../kernel/field-schemas.ts'
import { type Route, route } from '../kernel/route.ts'
import type { NotInForce } from '../policy-releases/policy-release.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { addressOf, type EditionContent, type PublicationRefusal } from './publication.ts'
import { publishEdition } from './publish-edition.ts'
import { type ListedEdition, readEdition, readEditions } from './read-editions.ts'
import { SUPPRESSIONS } from './suppression.ts'

export const publicationsAuthority = {
  see_publications: ['public'],
  publish_edition: ['approving_officer'],
} as const satisfies Authority

const WORDS = Type.Record(Type.String(), Type.String())
const AT = Type.Record(Type.String(), Type.String())
const DECIMAL = Type.String({ pattern: '^-?\\d+(\\.\\d+)?$' })

const SUMMARY = {
  programme: PROGRAMME,
  title: WORDS,
  year: YEAR,
  edition: Type.Integer({ minimum: 1 }),
  published_at: INSTANT,
  /** The law under which the returns were filed is not in force. */
  rehearsal: Type.Boolean(),
  returns: Type.Integer(),
  returns_added: Type.Integer(),
  returns_restated: Type.Integer(),
  /** Where it is, for ever. */
  address: Type.String(),
}

const EDITION = Type.Object({
  ...SUMMARY,
  authority: WORDS,
  /** `07-01`. */
  year_starts: Type.String(),
  rules: Type.Object({ least_firms: Type.Integer(), largest_share: Type.String() }),
  series: Type.Array(
    Type.Object({
      series: Type.String(),
      label: WORDS,
      unit: WORDS,
      kind: oneOf('flow', 'stock'),
      /** Of a stock, at whose end it stands. */
      month: orNull(Type.String()),
      dimensions: Type.Array(
        Type.Object({ name: Type.String(), label: WORDS, members: Type.Record(Type.String(), WORDS) }),
      ),
      tables: Type.Array(Type.Array(Type.String())),
      /** A total is over the dimensions that its place does not name. */
      cells: Type.Array(Type.Object({ at: AT, value: orNull(DECIMAL), why: orNull(oneOf(...SUPPRESSIONS)) })),
      lines_unknown: Type.Integer(),
    }),
  ),
  /** What the edition before said otherwise. */
  revisions: Type.Array(
    Type.Object({ series: Type.String(), at: AT, before: orNull(DECIMAL), after: orNull(DECIMAL) }),
  ),
})

type Refused = PublicationRefusal | NotInForce

function summaryOf({ id, hash, content }: ListedEdition) {
  const { programme, title, year, edition, published_at, rehearsal, returns, returns_added, returns_restated } = content
  const said = { programme, title, year, edition, published_at, rehearsal, returns, returns_added, returns_restated }
  return { id, hash, ...said, address: addressOf(content) }
}

function told(content: EditionContent) {
  return { ...content, address: addressOf(content) }
}

export function publicationsRoutes(recorder: Recorder, shelf: ReleaseShelf): readonly Route<Refused>[] {
  const { database } = recorder
  return [
    route({
      method: 'GET',
      url: '/api/publications',
      command: 'see_publications',
      summary: 'The editions of statistics that were published, newest first',
      query: PAGE_QUERY,
      done: listOf(Type.Object({ id: Type.String({ format: 'uuid' }), hash: HASH, ...SUMMARY })),
      run: async ({ actor, query }) => {
        const { items, next } = await readEditions(database, actor, query)
        return { done: { items: items.map(summaryOf), next } }
      },
    }),
    route({
      method: 'GET',
      url: '/api/publications/:programme/:year/:edition',
      command: 'see_publications',
      summary:
        'An edition by its number, or the latest of a year: every cell, why some are withheld, and what was revised',
      params: Type.Object({ programme: PROGRAMME, year: YEAR, edition: text(6) }),
      done: EDITION,
      run: async ({ actor, params }) => {
        const found = await readEdition(database, actor, params)
        return 'refused' in found ? found : { done: told(found.done.content) }
      },
    }),
    route({
      method: 'POST',
      url: '/api/publications',
      command: 'publish_edition',
      summary: 'Publish what the accepted returns of a year come to, as a new edition that stays as it is',
      body: Type.Object({ programme: PROGRAMME, year: YEAR }),
      done: EDITION,
      run: async ({ actor, once, body }) =>
        await answerShown(
          recorder,
          once,
          (content: EditionContent) => ({ done: told(content) }),
          async (recording) => await publishEdition(recording, shelf, actor, body),
        ),
    }),
  ]
}

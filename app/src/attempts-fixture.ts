/** Plausible requests to every route that changes something: what its documented examples ask, turned upon one case, with each choice that a body offers. */
import type { TestApi } from './api-fixture.ts'
import { readExamples } from './openapi.ts'
import type { AnyRefusal } from './problems.ts'
import type { Route } from './kernel/route.ts'

interface Case {
  /** What each name of a field means of it: `determination`, `proof_id`. */
  readonly fields: Readonly<Record<string, unknown>>
  /** What stands in an address after its first word: the number of the determination after `determinations`. */
  readonly addresses: Readonly<Record<string, string>>
}

export interface Attempt {
  readonly route: Route<AnyRefusal>
  readonly url: string
  readonly body: object
  readonly headers: Readonly<Record<string, string>>
}

/** Every route but those that only read: one that is added tomorrow is among them. */
export function attemptsOn({ routes }: Pick<TestApi, 'routes'>, about: Case): readonly Attempt[] {
  const examples = Map.groupBy(readExamples(), ({ method, route }) => `${method} ${route}`)
  return routes.flatMap((route) => {
    if (route.method === 'GET') return []
    const asked = examples.get(`${route.method} ${route.url}`) ?? [{ url: route.url, body: {} }]
    const url = addressOn(route.url, asked[0]?.url ?? route.url, about)
    const bodies = asked.flatMap(({ body = {} }) => choicesOf(route, turned(body, about) as object))
    const headers = { 'if-match': '"1"', ...(route.upload && { 'content-type': route.upload.media_type }) }
    return [...new Set(bodies.map((body) => JSON.stringify(body)))].map((text): Attempt => {
      const body = route.upload === undefined ? (JSON.parse(text) as object) : Buffer.from('signed for at the gate\n')
      return { route, url, body, headers }
    })
  })
}

const NOBODY = '00000000-0000-4000-8000-000000000000'

function addressOn(pattern: string, example: string, { addresses }: Case): string {
  const [path = '', query] = example.split('?')
  const shown = path.split('/')
  const parts = pattern.split('/').map((part, index, all) => {
    if (!part.startsWith(':')) return part
    const before = all[index - 1] ?? ''
    return addresses[before] ?? (shown[index]?.startsWith(':') === false ? shown[index] : NOBODY)
  })
  return query === undefined ? parts.join('/') : `${parts.join('/')}?${query}`
}

function turned(value: unknown, about: Case): unknown {
  if (Array.isArray(value)) return value.map((one) => turned(one, about))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, name in about.fields ? about.fields[name] : turned(one, about)]),
  )
}

/** The body as it is, with each other choice that one of its fields has, and without each field that may be left out. */
function choicesOf({ body: schema }: Route<AnyRefusal>, body: object): readonly object[] {
  const { properties = {}, required = [] } = (schema ?? {}) as Shape
  const others = Object.entries(properties).flatMap(([name, { enum: choices = [] }]) => [
    ...choices.map((choice) => ({ ...body, [name]: choice })),
    ...(required.includes(name) ? [] : [Object.fromEntries(Object.entries(body).filter(([one]) => one !== name))]),
  ])
  return [body, ...others]
}

interface Shape {
  readonly properties?: Readonly<Record<string, { readonly enum?: readonly unknown[] }>>
  readonly required?: readonly string[]
}

/** Writes the client of the interface in TypeScript out of its description, so that it is never older than the service that gives it. */

interface Schema {
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
}

interface Parameter {
  readonly name?: string
  readonly in?: string
  readonly required?: boolean
  readonly schema?: Schema
  /** Of a header that several operations share. */
  readonly $ref?: string
}

type Contents = Readonly<Record<string, { readonly schema: Schema }>>

interface Operation {
  readonly summary: string
  readonly parameters: readonly Parameter[]
  readonly requestBody?: { readonly content: Contents }
  readonly responses: { readonly 200: { readonly content: Contents } }
}

export interface ClientSource {
  readonly info: { readonly version: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

export function clientOf({ info, paths }: ClientSource): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => operationText(`${method.toUpperCase()} ${path}`, operation)),
  )
  return `/** The client of the interface of Maqami ${info.version}, written by the service itself from its description. */
export interface Operations {
${operations.join('\n')}
}
${RUNTIME}`
}

const IF_MATCH = '#/components/parameters/if_match'
const ONCE = '#/components/parameters/idempotency_key'

function operationText(name: string, { summary, parameters, requestBody, responses }: Operation): string {
  const refers = (ref: string): boolean => parameters.some(({ $ref }) => $ref === ref)
  const parts = [
    ...parametersText('params', parameters),
    ...parametersText('query', parameters),
    ...(requestBody === undefined ? [] : [`body: ${bodyText(requestBody.content)}`]),
    ...(refers(IF_MATCH) ? ['if_match: string'] : []),
    ...(refers(ONCE) ? ['once?: string'] : []),
  ]
  const [[media, { schema }] = ['', { schema: {} }]] = Object.entries(responses[200].content)
  const answer = media === 'application/json' ? typeOf(schema) : 'Uint8Array'
  // What stands in a comment must not end it.
  return `  /** ${summary.replaceAll('*/', '* /')} */\n  '${name}': { input: { ${parts.join('; ')} }; answer: ${answer} }`
}

function parametersText(part: 'params' | 'query', parameters: readonly Parameter[]): readonly string[] {
  const own = parameters.filter((one) => one.in === (part === 'params' ? 'path' : 'query'))
  if (own.length === 0) return []
  const members = own.map(
    ({ name = '', required = false, schema = {} }) => `${nameText(name)}${required ? '' : '?'}: ${typeOf(schema)}`,
  )
  return [`${part}${own.some(({ required }) => required === true) ? '' : '?'}: { ${members.join('; ')} }`]
}

function bodyText(content: Contents): string {
  const files = Object.keys(content).filter((media) => media !== 'application/json')
  const json = content['application/json']
  const file = files.length === 0 ? [] : [`SentFile<${files.map((media) => `'${media}'`).join(' | ')}>`]
  return [...(json === undefined ? [] : [typeOf(json.schema)]), ...file].join(' | ')
}

function nameText(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name)
}

function typeOf(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum !== undefined) return schema.enum.map((one) => JSON.stringify(one)).join(' | ')
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeOf).join(' | ')
  const types = [schema.type ?? []].flat()
  return types.length === 0 ? 'unknown' : types.map((type) => typeNamed(type, schema)).join(' | ')
}

function typeNamed(type: string, { format, items, properties, required = [], additionalProperties }: Schema): string {
  if (type === 'array') return `readonly (${items === undefined ? 'unknown' : typeOf(items)})[]`
  if (type === 'integer') return 'number'
  if (type === 'string') return format === 'binary' ? 'Uint8Array' : 'string'
  if (type !== 'object') return type
  const members = Object.entries(properties ?? {}).map(
    ([name, one]) => `readonly ${nameText(name)}${required.includes(name) ? '' : '?'}: ${typeOf(one)}`,
  )
  if (members.length > 0) return `{ ${members.join('; ')} }`
  const values = typeof additionalProperties === 'object' ? typeOf(additionalProperties) : 'unknown'
  return `{ readonly [name: string]: ${values} }`
}

/** What does the asking: one function, typed by the operations above. */
const RUNTIME = `
/** A body that is a file. */
export interface SentFile<Media extends string> {
  readonly media_type: Media
  readonly bytes: Uint8Array
}

/** A refusal (RFC 9457). \`code\` stays the same in every language; \`place\` points into what was sent. */
export interface Problem {
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly status: number
  readonly place?: string
  readonly request_id: string
}

/** \`etag\` is what \`if_match\` of a change wants. */
export type Answered<Name extends keyof Operations> =
  | { readonly ok: true; readonly answer: Operations[Name]['answer']; readonly etag: string | undefined }
  | { readonly ok: false; readonly problem: Problem }

export type Ask = <Name extends keyof Operations>(name: Name, input: Operations[Name]['input']) => Promise<Answered<Name>>

interface AnyInput {
  readonly params?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  readonly if_match?: string
  readonly once?: string
}

/** \`service\` is its address, \`key\` what an administrator issued to the program. A request that broke off is sent again under the same \`once\`. */
export function maqami(service: string, key?: string): Ask {
  return async (name, given) => {
    const { params = {}, query = {}, body, if_match, once }: AnyInput = given
    const [method = 'GET', path = ''] = name.split(' ')
    const url = new URL(path.replace(/\\{(\\w+)\\}/g, (_all, part: string) => encodeURIComponent(String(params[part]))), service)
    for (const [part, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(part, String(value))
    const headers = new Headers()
    if (key !== undefined) headers.set('authorization', \`Bearer \${key}\`)
    if (if_match !== undefined) headers.set('if-match', if_match)
    if (once !== undefined) headers.set('idempotency-key', once)
    const file = isFile(body) ? body : undefined
    if (body !== undefined) headers.set('content-type', file?.media_type ?? 'application/json')
    const sent = body === undefined ? {} : { body: file === undefined ? JSON.stringify(body) : new Uint8Array(file.bytes) }
    const answer = await fetch(url, { method, headers, ...sent })
    const isJson = /[/+]json/.test(answer.headers.get('content-type') ?? '')
    const content: unknown = isJson ? await answer.json() : new Uint8Array(await answer.arrayBuffer())
    if (!answer.ok) return { ok: false, problem: content as Problem }
    return { ok: true, answer: content as never, etag: answer.headers.get('etag') ?? undefined }
  }
}

function isFile(body: unknown): body is SentFile<string> {
  return typeof body === 'object' && body !== null && 'bytes' in body && body.bytes instanceof Uint8Array
}
`

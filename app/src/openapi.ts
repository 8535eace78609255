/** The document of the interface (OpenAPI 3.1), made of the same table of routes that the server is made of. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ENGINE_VERSION } from '@maqami/engine/version.ts'
import { type TObject, type TSchema, Type } from 'typebox'
import type { Authority } from './kernel/authority.ts'
import type { ProblemTable, ServerRefusal } from './kernel/problem.ts'
import { FileAnswer, fileRoute, type Route, route } from './kernel/route.ts'
import { type ClientSource, clientOf } from './openapi-client.ts'
import { ANSWER_HEADERS, answerHeadersOf, headersOf, REQUEST_HEADERS, requestHeadersOf } from './openapi-headers.ts'
import type { Refusal } from './kernel/outcome.ts'

/** A request of the examples and its answer, as they are replayed by a test. */
export interface ApiExample {
  readonly method: 'GET' | 'POST'
  /** As in the table of routes. */
  readonly route: string
  readonly role: string
  readonly url: string
  readonly body?: unknown
  /** The answer said by which engine and law it was computed. */
  readonly computed?: true
  readonly answer?: unknown
}

export const EXAMPLES_FILE = join(import.meta.dirname, 'api-examples.jsonl')

export function readExamples(): readonly ApiExample[] {
  const lines = readFileSync(EXAMPLES_FILE, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as ApiExample)
}

export const openapiAuthority = { see_interface: ['public'], fetch_client: ['public'] } as const satisfies Authority

interface Described {
  readonly routes: readonly Route<Refusal>[]
  readonly authority: Authority
  readonly problems: ProblemTable<ServerRefusal>
  readonly publicAddress: URL
}

export function openapiRoutes(described: Described): readonly Route<never>[] {
  let document: Readonly<Record<string, unknown>> = {}
  const routes: readonly Route<never>[] = [
    route({
      method: 'GET',
      url: '/api/openapi.json',
      command: 'see_interface',
      summary: 'This document',
      done: Type.Unsafe<object>({ type: 'object', additionalProperties: true }),
      run: async () => await Promise.resolve({ done: document }),
    }),
    fileRoute({
      method: 'GET',
      url: '/api/client.ts',
      command: 'fetch_client',
      summary: 'A client of the interface in TypeScript, written from this document',
      run: async () => {
        // Through JSON, as everybody else reads it.
        const source = JSON.parse(JSON.stringify(document)) as ClientSource
        return await Promise.resolve({ done: new FileAnswer(Buffer.from(clientOf(source)), 'maqami.ts', 'text/plain') })
      },
    }),
  ]
  document = openapiDocument({ ...described, routes: [...described.routes, ...routes] }, readExamples())
  return routes
}

function openapiDocument(
  { routes, authority, problems, publicAddress }: Described,
  examples: readonly ApiExample[],
): Readonly<Record<string, unknown>> {
  const codesByStatus = Map.groupBy(Object.entries(problems), ([, text]) => text.status)
  const paths: Record<string, Record<string, unknown>> = {}
  for (const one of routes) {
    const path = one.url.replaceAll(/:(\w+)/g, '{$1}')
    const example = examples.find((two) => two.method === one.method && two.route === one.url)
    const roles = authority[one.command] ?? []
    paths[path] = {
      ...paths[path],
      [one.method.toLowerCase()]: operationOf(one, roles, example, [...codesByStatus.keys()]),
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Maqami', version: ENGINE_VERSION, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: publicAddress.origin }],
    paths,
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'A key that an administrator issued to a program.' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'better-auth.session_token',
          description: 'Of somebody who signed in.',
        },
      },
      parameters: REQUEST_HEADERS,
      headers: ANSWER_HEADERS,
      responses: Object.fromEntries(
        [...codesByStatus].map(([status, rows]) => [
          `Problem${status}`,
          {
            description: rows.map(([, { title }]) => title.en).join('; '),
            headers: headersOf(
              'request_id',
              'content_language',
              ...(status === 429 || status === 503 ? (['retry_after'] as const) : []),
            ),
            content: problemContent(
              status,
              rows.map(([code]) => code),
            ),
          },
        ]),
      ),
    },
  }
}

function problemContent(status: number, codes: readonly string[]) {
  const schema = Type.Object({
    type: Type.String({ pattern: '^urn:maqami:problem:' }),
    title: Type.String(),
    status: Type.Literal(status),
    detail: Type.String(),
    code: Type.Unsafe<string>({ type: 'string', enum: codes }),
    place: Type.Optional(Type.String({ description: 'A JSON pointer into what was sent.' })),
    request_id: Type.String(),
  })
  return { 'application/problem+json': { schema } }
}

function operationOf(
  one: Route<Refusal>,
  roles: readonly string[],
  example: ApiExample | undefined,
  statuses: readonly number[],
) {
  const { method, url, command, summary, params, query, body, upload, done } = one
  const isFile = (done as { readonly format?: string }).format === 'binary'
  const asked = example === undefined ? undefined : new URL(example.url, 'http://localhost')
  const named = asked?.pathname.split('/') ?? []
  const pathValues = Object.fromEntries(url.split('/').map((part, index) => [part.replace(':', ''), named[index]]))
  const queryValues = Object.fromEntries(asked?.searchParams ?? [])
  const content = body ?? (upload && { type: 'string', format: 'binary' })
  const media = upload?.media_type ?? 'application/json'
  const others = Object.entries(upload?.others ?? {}).map(([type, schema]) => [type, { schema }] as const)
  return {
    operationId: `${method.toLowerCase()}${url.replaceAll(/[^a-z]+/gi, '_')}`,
    summary,
    'x-command': command,
    'x-roles': roles,
    security: roles.includes('public') ? [{}] : [{ key: [] }, { session: [] }],
    parameters: [
      ...parametersOf('path', params, pathValues),
      ...parametersOf('query', query, queryValues),
      ...requestHeadersOf(one),
    ],
    ...(content && {
      requestBody: {
        required: true,
        content: {
          [media]: { schema: content, ...(body && example && { example: example.body }) },
          ...Object.fromEntries(others),
        },
      },
    }),
    responses: {
      200: {
        description: summary,
        headers: answerHeadersOf(one, { isFile, isComputed: example?.computed ?? false }),
        content: isFile
          ? { '*/*': { schema: done } }
          : { 'application/json': { schema: done, ...(example && { example: example.answer }) } },
      },
      ...(method === 'GET' && {
        304: { description: 'Nothing has changed since the answer of that `ETag`', headers: headersOf('etag') },
      }),
      ...Object.fromEntries(statuses.map((status) => [status, { $ref: `#/components/responses/Problem${status}` }])),
    },
  }
}

function parametersOf(place: 'path' | 'query', schema: TObject | undefined, values: Readonly<Record<string, unknown>>) {
  return Object.entries((schema?.properties ?? {}) as Readonly<Record<string, TSchema>>).map(([name, one]) => {
    const value = values[name]
    const isNumber = (one as { readonly type?: string }).type === 'integer'
    return {
      name,
      in: place,
      required:
        place === 'path' || ((schema as { readonly required?: readonly string[] }).required ?? []).includes(name),
      schema: one,
      ...(value === undefined ? {} : { example: isNumber ? Number(value) : value }),
    }
  })
}

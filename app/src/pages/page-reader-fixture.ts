/** A reader of pages in a test: he keeps cookies as a browser does, and his forms come from our own pages. */
import type { FastifyInstance } from 'fastify'
import type { Language } from '../kernel/problem.ts'

export interface ReadPage {
  readonly status: number
  readonly body: string
  readonly location: string | undefined
  /** As they were set by this answer. */
  readonly cookies: readonly string[]
}

export interface PageReader {
  readonly open: (url: string, language?: Language) => Promise<ReadPage>
  readonly send: (url: string, form: Readonly<Record<string, string>>, language?: Language) => Promise<ReadPage>
}

export function openReader(server: FastifyInstance, remoteAddress: string): PageReader {
  const jar = new Map<string, string>()
  const ask = async (url: string, language: Language, form?: Readonly<Record<string, string>>): Promise<ReadPage> => {
    const answer = await server.inject({
      method: form === undefined ? 'GET' : 'POST',
      url,
      remoteAddress,
      headers: {
        'accept-language': language,
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(form && { origin: 'https://maqami.example', 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(form && { payload: new URLSearchParams(form).toString() }),
    })
    for (const { name, value, maxAge } of answer.cookies)
      if (maxAge === 0 || value === '') jar.delete(name)
      else jar.set(name, encodeURIComponent(value))
    const { location, 'set-cookie': cookies = [] } = answer.headers
    return {
      status: answer.statusCode,
      body: answer.body,
      location: typeof location === 'string' ? location : undefined,
      cookies: [cookies].flat(),
    }
  }
  return {
    open: async (url, language = 'en') => await ask(url, language),
    send: async (url, form, language = 'en') => await ask(url, language, form),
  }
}

export type PageAsked = readonly [url: string, authorization: string, language?: string]
export type FormSent = readonly [url: string, authorization: string, fields: Readonly<Record<string, string>>]

/** One page, by whoever `authorization` names. */
export async function getPage(server: FastifyInstance, ...[url, authorization, language = 'en']: PageAsked) {
  return await server.inject({ url, headers: { authorization, cookie: `maqami_language=${language}` } })
}

export const ORIGIN = { host: 'maqami.example', origin: 'https://maqami.example' }

export async function postForm(server: FastifyInstance, ...[url, authorization, fields]: FormSent) {
  const headers = { ...ORIGIN, authorization, 'content-type': 'application/x-www-form-urlencoded' }
  return await server.inject({ method: 'POST', url, headers, payload: new URLSearchParams(fields).toString() })
}

/** What a reader sees of a page. */
export function textOf(html: string): string {
  return html
    .replaceAll(/<!-- -->/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/[\u2066-\u2069\u200b]/g, '')
    .replaceAll(/\s+/g, ' ')
}

/** The body of a form as a browser sends it: with files where there are any. */
export async function formBody(
  form: Readonly<Record<string, string>>,
  files: Readonly<Record<string, Buffer>> | undefined,
): Promise<{ readonly body: Buffer; readonly type: string }> {
  if (files === undefined)
    return { body: Buffer.from(new URLSearchParams(form).toString()), type: 'application/x-www-form-urlencoded' }
  const data = new FormData()
  for (const [name, text] of Object.entries(form)) data.set(name, text)
  for (const [name, bytes] of Object.entries(files)) data.set(name, new Blob([new Uint8Array(bytes)]), `${name}.txt`)
  const request = new Request('https://maqami.example', { method: 'POST', body: data })
  return { body: Buffer.from(await request.arrayBuffer()), type: request.headers.get('content-type') ?? '' }
}

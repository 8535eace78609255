/** Between fastify's requests and replies and those of the Fetch standard, which React Router speaks. */
import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Where a request goes, as React Router reads it. With two slashes at the beginning a link to it would lead to another host. */
export function addressOf(request: FastifyRequest, publicAddress: URL): URL {
  const address = new URL(`${publicAddress.origin}${request.url.replace(/^[/\\]*/, '/')}`)
  address.pathname = address.pathname.replace(/^\/+/, '/')
  return address
}

/** The address is ours whatever the caller calls us; the origin has been looked at before. */
export function fetchRequest(request: FastifyRequest, publicAddress: URL): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (name === 'origin' || name.startsWith(':')) continue
    for (const one of [value ?? []].flat()) headers.append(name, one)
  }
  const { method, body } = request
  const isBodiless = method === 'GET' || method === 'HEAD'
  return new Request(addressOf(request, publicAddress), {
    method,
    headers,
    // An empty body is a text: `null` would arrive as the word.
    ...(isBodiless ? {} : { body: body instanceof Uint8Array ? new Uint8Array(body) : '' }),
  })
}

/** The files of a form, read as the page will read it; none where it is no form. */
export async function* filesIn(request: FastifyRequest, publicAddress: URL): AsyncGenerator<Uint8Array> {
  if (request.method !== 'POST') return
  const form = await fetchRequest(request, publicAddress)
    .formData()
    .catch(() => undefined)
  for (const value of form?.values() ?? []) if (value instanceof File) yield new Uint8Array(await value.arrayBuffer())
}

/** A page goes whole, so that one that fails half-way is an error and not half a page; a file goes as it is read. */
export async function sendResponse(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  for (const [name, value] of response.headers) if (name !== 'set-cookie') reply.header(name, value)
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie)
  const isFile = response.headers.get('content-disposition')?.startsWith('attachment') === true
  const { body } = response
  reply.code(response.status)
  return await reply.send(
    isFile && body !== null ? Readable.from(body, { objectMode: false }) : Buffer.from(await response.arrayBuffer()),
  )
}

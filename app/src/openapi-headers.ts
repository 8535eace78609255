/** The headers of requests and answers, as the document of the interface describes them. */
import { type Route, takesKey } from './kernel/route.ts'

const TEXT = { type: 'string' }

/** Of requests, by their names in the document. */
export const REQUEST_HEADERS = {
  idempotency_key: {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description:
      'Chosen by the caller for one request, for example a UUID. The same request under the same key is done once, and its answer given again for a day; another one under it is refused (`key_reused`). What was refused may be sent again.',
    schema: { type: 'string', pattern: '^[!-~]{1,255}$' },
  },
  if_none_match: {
    name: 'If-None-Match',
    in: 'header',
    required: false,
    description: 'The `ETag` of an answer that the caller still has: 304 while nothing has changed.',
    schema: TEXT,
  },
  if_match: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description:
      'The `ETag` of what is changed, as it was read: where it has changed since, nothing is done (`record_changed`).',
    schema: TEXT,
  },
  accept_language: {
    name: 'Accept-Language',
    in: 'header',
    required: false,
    description: 'The language of a refusal: `en` or `ur`.',
    schema: TEXT,
  },
}

/** Of answers, by their names in the document. */
export const ANSWER_HEADERS = {
  request_id: { description: 'The number of the request, which the log of the service names too.', schema: TEXT },
  etag: { description: 'Another one when the answer has changed.', schema: TEXT },
  replayed: {
    description: '`true` where the request was answered before under its `Idempotency-Key`, and this is that answer.',
    schema: { type: 'string', enum: ['true'] },
  },
  engine_version: { description: 'The version of the engine that computed it.', schema: TEXT },
  release_hash: { description: 'The hash of the release of the law that was applied.', schema: TEXT },
  disposition: { description: 'The name of the file.', schema: TEXT },
  content_language: { description: 'The language of its sentences.', schema: { type: 'string', enum: ['en', 'ur'] } },
  retry_after: { description: 'When to ask again: in seconds, or at what time.', schema: TEXT },
}

const NAMES: Readonly<Record<keyof typeof ANSWER_HEADERS, string>> = {
  request_id: 'X-Request-Id',
  etag: 'ETag',
  replayed: 'Idempotency-Replayed',
  engine_version: 'X-Engine-Version',
  release_hash: 'X-Release-Hash',
  disposition: 'Content-Disposition',
  content_language: 'Content-Language',
  retry_after: 'Retry-After',
}

export function requestHeadersOf(route: Pick<Route<never>, 'method' | 'keyless' | 'conditional'>) {
  const names = [route.method === 'GET' ? ['if_none_match'] : takesKey(route) ? ['idempotency_key'] : []].flat()
  if (route.conditional === true) names.push('if_match')
  return [...names, 'accept_language'].map((name) => ({ $ref: `#/components/parameters/${name}` }))
}

/** Those of an answer that is no refusal. */
export function answerHeadersOf(
  route: Pick<Route<never>, 'method' | 'keyless'>,
  { isFile, isComputed }: { readonly isFile: boolean; readonly isComputed: boolean },
) {
  return headersOf(
    'request_id',
    ...(route.method === 'GET' ? (['etag'] as const) : []),
    ...(takesKey(route) ? (['replayed'] as const) : []),
    ...(isComputed ? (['engine_version', 'release_hash'] as const) : []),
    ...(isFile ? (['disposition'] as const) : []),
  )
}

export function headersOf(...names: readonly (keyof typeof NAMES)[]) {
  return Object.fromEntries(names.map((name) => [NAMES[name], { $ref: `#/components/headers/${name}` }]))
}

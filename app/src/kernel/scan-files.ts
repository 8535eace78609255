/** Holds every file that somebody hands in against the virus scanner of the operator, before anything else looks into it or keeps it. */
import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { UnsafeFile } from './problem.ts'
import { ANYBODY } from './transaction.ts'
import { type ScannerAddress, scanBytes } from './virus-scanner.ts'

/** For all files of a request together. */
const LONGEST_MS = 20_000

/** Why the request is not taken; undefined where every file is clean, or nothing scans, and then `files` is not even read. */
export type ScanFiles = (
  request: FastifyRequest,
  files: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
) => Promise<UnsafeFile | undefined>

export function scanningFiles(scanner: ScannerAddress | undefined, log: Logger): ScanFiles {
  return async (request, files) => {
    // Row-level security lets nobody keep a file who has not signed in: what he sends is compared at most, and must not hold up the scanner.
    if (scanner === undefined || request.actor === ANYBODY) return undefined
    const signal = AbortSignal.timeout(LONGEST_MS)
    for await (const bytes of files) {
      const scanned = await scanBytes(scanner, bytes, signal)
      switch (scanned.kind) {
        case 'clean':
          break
        case 'infected': {
          const hash = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
          const { person, organization } = request.actor
          const of = { request_id: request.id, route: routeOf(request), person, organization }
          log.warn({ ...of, found: scanned.found, hash, bytes: bytes.length }, 'refused an infected file')
          return { code: 'file_infected', found: scanned.found }
        }
        case 'unscanned':
          log.error({ request_id: request.id, why: scanned.why }, 'refused a file that could not be scanned')
          return { code: 'scanner_unavailable' }
      }
    }
    return undefined
  }
}

/** The pattern and not the address, as in the line about the answer. */
function routeOf(request: FastifyRequest): string {
  return request.pattern ?? request.routeOptions.url ?? 'none'
}

/** Said at the start. */
export function scannerSentence(scanner: ScannerAddress | undefined): string {
  if (scanner === undefined) return 'Files are not scanned for viruses, since MAQAMI_VIRUS_SCANNER is not set.'
  const where = 'path' in scanner ? scanner.path : `${scanner.host}, port ${scanner.port}`
  return `Files are scanned for viruses by the scanner at ${where}, and refused while it does not answer.`
}

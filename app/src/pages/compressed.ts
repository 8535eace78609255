/** Text grows small on its way to a slow connection. */
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

const SMALLEST = 1024
const COMPRESSIBLE = /^(?:text\/|image\/svg|application\/(?:javascript|json))/
const BROTLI_QUALITY = 4

export interface Compressed {
  readonly encoding: 'br' | 'gzip' | undefined
  readonly bytes: Buffer
}

/** In the best way that the caller accepts; as it is where that is small, or no text. */
export async function compressed(bytes: Buffer, type: string, accepted: string | undefined): Promise<Compressed> {
  const ways = (accepted ?? '').toLowerCase()
  if (bytes.length < SMALLEST || !COMPRESSIBLE.test(type)) return { encoding: undefined, bytes }
  if (/\bbr\b(?!;\s*q=0(?:[,\s]|$))/.test(ways))
    return {
      encoding: 'br',
      bytes: await brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
    }
  return /\bgzip\b(?!;\s*q=0(?:[,\s]|$))/.test(ways)
    ? { encoding: 'gzip', bytes: await gzipped(bytes) }
    : { encoding: undefined, bytes }
}

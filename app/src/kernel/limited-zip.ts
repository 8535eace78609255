/** Opens ZIP archives from strangers: every limit is checked against what the archive claims, and counted again while it unpacks. */
import { crc32 } from 'node:zlib'
import yauzl from 'yauzl'

export interface ZipLimits {
  readonly bytes: number
  readonly entries: number
  readonly unpackedBytesOfEntry: number
  readonly unpackedBytes: number
  /** How many times smaller than its content an entry above `packingFrom` bytes may be. */
  readonly packing: number
  readonly packingFrom: number
}

export type ZipFault =
  | 'too large'
  | 'not a zip'
  | 'truncated'
  | 'broken'
  | 'encrypted'
  | 'too many entries'
  | 'duplicate entry'
  | 'unsafe path'
  | 'packed too densely'
  | 'unpacks too large'
  | 'not utf-8'

/** Thrown inside the reading of one archive, and turned into a refusal by whoever opened it. */
export class ZipError extends Error {
  readonly fault: ZipFault
  readonly detail: string
  constructor(fault: ZipFault, detail: string) {
    super(detail === '' ? fault : `${fault}: ${detail}`)
    this.fault = fault
    this.detail = detail
  }
}

export interface ZipArchive {
  readonly names: readonly string[]
  has(name: string): boolean
  /** What the entry claims to unpack to. */
  size(name: string): number
  /** Unpacks one entry whole. */
  read(name: string): Promise<Buffer>
  /** Unpacks one entry as UTF-8 text, piece by piece; an error thrown by `take` stops it at once and is passed on. */
  stream(name: string, take: (text: string) => void): Promise<void>
}

const LOCAL_HEADER = Buffer.from('PK\u0003\u0004', 'latin1')
const EMPTY_ARCHIVE = Buffer.from('PK\u0005\u0006', 'latin1')
const ENDS = Buffer.from('PK\u0005\u0006', 'latin1')

export async function openZip(bytes: Buffer, limits: ZipLimits): Promise<ZipArchive> {
  if (bytes.length > limits.bytes) throw new ZipError('too large', `${bytes.length}`)
  const start = bytes.subarray(0, 4)
  if (!start.equals(LOCAL_HEADER) && !start.equals(EMPTY_ARCHIVE)) throw new ZipError('not a zip', '')
  if (bytes.lastIndexOf(ENDS) === -1) throw new ZipError('truncated', '')
  const { zip, entries } = await listEntries(bytes, limits)
  const budget = { left: limits.unpackedBytes }
  const entryOf = (name: string): yauzl.Entry => {
    const entry = entries.get(name)
    if (entry === undefined) throw new ZipError('broken', name)
    return entry
  }
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    size: (name) => entries.get(name)?.uncompressedSize ?? 0,
    read: async (name) => {
      const chunks: Buffer[] = []
      await unpack(zip, entryOf(name), limits, budget, (chunk) => chunks.push(chunk ?? EMPTY))
      return Buffer.concat(chunks)
    },
    stream: async (name, take) => {
      const decoder = new TextDecoder('utf-8', { fatal: true })
      await unpack(zip, entryOf(name), limits, budget, (chunk) => take(decoded(decoder, chunk, name)))
    },
  }
}

const EMPTY = Buffer.alloc(0)

/** The rest where there is no chunk. */
function decoded(decoder: TextDecoder, chunk: Buffer | undefined, name: string): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true })
  } catch {
    throw new ZipError('not utf-8', name)
  }
}

interface Listed {
  readonly zip: yauzl.ZipFile
  readonly entries: ReadonlyMap<string, yauzl.Entry>
}

function listEntries(bytes: Buffer, limits: ZipLimits): Promise<Listed> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true }, (error, zip) => {
      if (error !== null) {
        reject(faultOf(error))
        return
      }
      const entries = new Map<string, yauzl.Entry>()
      const taken = new Set<string>()
      zip.on('error', (fault: unknown) => reject(faultOf(fault)))
      zip.on('end', () => {
        try {
          checkClaims(entries.values(), limits)
          resolve({ zip, entries })
        } catch (fault) {
          reject(fault)
        }
      })
      zip.on('entry', (entry: yauzl.Entry) => {
        const fault = faultOfEntry(entry, taken, limits)
        if (fault !== undefined) {
          reject(fault)
          return
        }
        entries.set(entry.fileName, entry)
        taken.add(entry.fileName.toLowerCase())
        zip.readEntry()
      })
      if (zip.entryCount > limits.entries) reject(new ZipError('too many entries', `${zip.entryCount}`))
      else zip.readEntry()
    })
  })
}

function faultOfEntry(entry: yauzl.Entry, taken: ReadonlySet<string>, limits: ZipLimits): ZipError | undefined {
  if (entry.isEncrypted()) return new ZipError('encrypted', entry.fileName)
  // Names that differ in their capitals only are one part to spreadsheet programs.
  if (taken.has(entry.fileName.toLowerCase())) return new ZipError('duplicate entry', entry.fileName)
  if (taken.size >= limits.entries) return new ZipError('too many entries', `${taken.size + 1}`)
  if (/(^|\/)\.\.?(\/|$)/.test(entry.fileName) || entry.fileName.includes('\\'))
    return new ZipError('unsafe path', entry.fileName)
  return undefined
}

function checkClaims(entries: Iterable<yauzl.Entry>, limits: ZipLimits): void {
  let total = 0
  for (const entry of entries) {
    total += entry.uncompressedSize
    if (entry.uncompressedSize > limits.packingFrom && entry.uncompressedSize > entry.compressedSize * limits.packing) {
      throw new ZipError('packed too densely', entry.fileName)
    }
    if (entry.uncompressedSize > limits.unpackedBytesOfEntry || total > limits.unpackedBytes)
      throw new ZipError('unpacks too large', entry.fileName)
  }
}

/** Everything that the archive library or the inflater reports is a broken file, and some of it can be named. */
function faultOf(error: unknown): ZipError {
  if (error instanceof ZipError) return error
  const message = error instanceof Error ? error.message : String(error)
  if (/end of central directory/i.test(message)) return new ZipError('truncated', '')
  if (/encrypt/i.test(message)) return new ZipError('encrypted', '')
  if (/absolute path|relative path|invalid characters in fileName|backslash/i.test(message))
    return new ZipError('unsafe path', message)
  if (/file data overflows|unexpected EOF/i.test(message)) return new ZipError('truncated', message)
  return new ZipError('broken', message)
}

interface Budget {
  left: number
}

function unpack(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  limits: ZipLimits,
  budget: Budget,
  take: (chunk: Buffer | undefined) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) {
        reject(faultOf(error))
        return
      }
      let unpacked = 0
      let check = 0
      let stopped = false
      const stop = (fault: unknown): void => {
        if (stopped) return
        stopped = true
        stream.destroy()
        reject(fault)
      }
      stream.on('data', (chunk: Buffer) => {
        if (stopped) return
        try {
          unpacked += chunk.length
          budget.left -= chunk.length
          if (unpacked > entry.uncompressedSize) throw new ZipError('broken', entry.fileName)
          if (unpacked > limits.packingFrom && unpacked > entry.compressedSize * limits.packing)
            throw new ZipError('packed too densely', entry.fileName)
          if (unpacked > limits.unpackedBytesOfEntry || budget.left < 0)
            throw new ZipError('unpacks too large', entry.fileName)
          check = crc32(chunk, check)
          take(chunk)
        } catch (fault) {
          stop(fault)
        }
      })
      stream.on('error', (fault: unknown) => stop(faultOf(fault)))
      stream.on('end', () => {
        if (stopped) return
        try {
          if (unpacked !== entry.uncompressedSize || check !== entry.crc32) throw new ZipError('broken', entry.fileName)
          take(undefined)
          resolve()
        } catch (fault) {
          stop(fault)
        }
      })
    })
  })
}

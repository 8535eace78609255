/** ZIP archives without times, so that the same content gives the same bytes. */
import { crc32, deflateRawSync } from 'node:zlib'

const LOCAL = 0x04034b50

const END = 0x06054b50
const CENTRAL = 0x02014b50
/** 1 January 1980, the first day that the format knows. */
const DATE = 0x0021

/** The archive must have been written by us: what is not where it belongs is a fault. */
export function withoutTimes(archive: Buffer): Buffer {
  const bytes = Buffer.from(archive)
  let end = bytes.length - 22
  while (end >= 0 && bytes.readUInt32LE(end) !== END) end -= 1
  if (end < 0) throw new Error('an archive without an end')
  const entries = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  for (let entry = 0; entry < entries; entry += 1) {
    if (bytes.readUInt32LE(at) !== CENTRAL) throw new Error('an archive without its directory')
    const local = bytes.readUInt32LE(at + 42)
    bytes.writeUInt16LE(0, at + 12)
    bytes.writeUInt16LE(DATE, at + 14)
    bytes.writeUInt16LE(0, local + 10)
    bytes.writeUInt16LE(DATE, local + 12)
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return bytes
}

const VERSION = 20
const UTF8_NAMES = 0x0800
const DEFLATED = 8

/** In the order of their names. Small enough to be held in memory, and by far below what the old form of the format holds. */
export function zipOf(files: ReadonlyMap<string, Uint8Array>): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, bytes] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const { part, entry } = packed(name, bytes, offset)
    parts.push(part)
    directory.push(entry)
    offset += part.length
  }
  return Buffer.concat([...parts, ...ended(files.size, directory, offset)])
}

const LENGTH_OF_END = 22

/** One file more in an archive that `zipOf` made, whose other files are not packed again. */
export function zipWith(archive: Buffer, name: string, bytes: Uint8Array): Buffer {
  const end = archive.length - LENGTH_OF_END
  if (archive.readUInt32LE(end) !== END) throw new Error('an archive without an end')
  const [entries, offset] = [archive.readUInt16LE(end + 10), archive.readUInt32LE(end + 16)]
  const { part, entry } = packed(name, bytes, offset)
  const directory = [archive.subarray(offset, end), entry]
  return Buffer.concat([archive.subarray(0, offset), part, ...ended(entries + 1, directory, offset + part.length)])
}

/** A file as it stands in an archive, from that place on, and its entry in the directory. */
function packed(name: string, bytes: Uint8Array, offset: number) {
  const deflated = deflateRawSync(bytes)
  const called = Buffer.from(name)
  // Version, flags, method, time, day, checksum, both sizes, length of the name, length of what is extra: the same in both places.
  const said = Buffer.alloc(26)
  said.writeUInt16LE(VERSION, 0)
  said.writeUInt16LE(UTF8_NAMES, 2)
  said.writeUInt16LE(DEFLATED, 4)
  said.writeUInt16LE(DATE, 8)
  said.writeUInt32LE(crc32(bytes), 10)
  said.writeUInt32LE(deflated.length, 14)
  said.writeUInt32LE(bytes.length, 18)
  said.writeUInt16LE(called.length, 22)
  // Comment, disk and attributes are none.
  const entry = [word(CENTRAL), Buffer.from([VERSION, 0]), said, Buffer.alloc(10), word(offset), called]
  return { part: Buffer.concat([word(LOCAL), said, called, deflated]), entry: Buffer.concat(entry) }
}

function ended(entries: number, directory: readonly Uint8Array[], offset: number): readonly Buffer[] {
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(LENGTH_OF_END - 4)
  end.writeUInt16LE(entries, 4)
  end.writeUInt16LE(entries, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(offset, 12)
  return [listed, word(END), end]
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

/** Takes the times out of a ZIP archive, so that the same content gives the same bytes. */

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

/** What a file is by its bytes, whatever its name or its sender calls it. */

const PDF = 'application/pdf'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const PNG = 'image/png'
const JPEG = 'image/jpeg'
const TEXT = 'text/plain; charset=utf-8'

const PNG_BEGINS = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const JPEG_BEGINS = Buffer.from([0xff, 0xd8, 0xff])
const ZIP_BEGINS = Buffer.from('PK\u0003\u0004', 'latin1')

/** Undefined where it is none of those that are known here. */
export function typeOfFile(bytes: Buffer): string | undefined {
  if (begins(bytes, Buffer.from('%PDF-'))) return PDF
  if (begins(bytes, PNG_BEGINS)) return PNG
  if (begins(bytes, JPEG_BEGINS)) return JPEG
  if (begins(bytes, ZIP_BEGINS)) return bytes.includes('xl/workbook.xml', 0, 'latin1') ? XLSX : undefined
  return isText(bytes) ? TEXT : undefined
}

const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  [PDF]: ['pdf'],
  [XLSX]: ['xlsx'],
  [PNG]: ['png'],
  [JPEG]: ['jpg', 'jpeg'],
  [TEXT]: ['txt', 'csv', 'md', 'json'],
}
const LONGEST_NAME = 200

/**
 * The name under which it is kept: with another ending than its kind has, it gets that of its kind behind it. By the ending a computer chooses what opens
 * a file, and a text called `record.hta` would be run by whoever fetches it.
 */
export function fileNamed(name: string, media_type: string): string {
  const plain = name.replaceAll(/\p{Cc}/gu, '_')
  const [usual, ...others] = ENDINGS[media_type] ?? []
  const ending = /\.([^.]*)$/.exec(plain)?.[1]?.toLowerCase()
  const isKnown = usual === undefined || (ending !== undefined && [usual, ...others].includes(ending))
  return isKnown ? plain : Array.from(`${plain}.${usual}`).slice(-LONGEST_NAME).join('')
}

function begins(bytes: Buffer, with_: Buffer): boolean {
  return bytes.subarray(0, with_.length).equals(with_)
}

/** Whole UTF-8 without a control character but those that end lines and cells; so no program and no archive is one. */
function isText(bytes: Buffer): boolean {
  if (bytes.length === 0) return false
  try {
    return !/[^\P{Cc}\t\n\r]/u.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return false
  }
}

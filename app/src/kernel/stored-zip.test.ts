import { expect, test } from 'vitest'
import { fromBuffer } from 'yauzl'
import { safeName, storedZip } from './stored-zip.ts'

/** As another program reads it. */
async function unpacked(archive: Buffer): Promise<Readonly<Record<string, string>>> {
  const files: Record<string, string> = {}
  await new Promise<void>((resolve, reject) => {
    fromBuffer(archive, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error !== null) return reject(error)
      zip.on('entry', (entry: { readonly fileName: string }) => {
        zip.openReadStream(entry as never, (fault, stream) => {
          if (fault !== null) return reject(fault)
          const chunks: Buffer[] = []
          stream.on('data', (chunk: Buffer) => chunks.push(chunk))
          stream.on('end', () => {
            files[entry.fileName] = Buffer.concat(chunks).toString()
            zip.readEntry()
          })
        })
      })
      zip.on('end', resolve).on('error', reject)
      zip.readEntry()
    })
  })
  return files
}

test('an archive holds the files under their names, in Urdu too, and the same files give the same bytes', async () => {
  const files = [
    { name: '1-return.xlsx', bytes: Buffer.from('rows') },
    { name: 'گوشوارہ.txt', bytes: Buffer.alloc(0) },
    { name: '../../etc/passwd', bytes: Buffer.from('x') },
  ]
  const archive = storedZip(files)
  expect(await unpacked(archive)).toEqual({ '1-return.xlsx': 'rows', 'گوشوارہ.txt': '', '__.._etc_passwd': 'x' })
  expect(storedZip(files).equals(archive)).toBe(true)
  expect(await unpacked(storedZip([]))).toEqual({})
})

test('a name in a list beside an archive is that of the file in it, on one line', () => {
  expect(safeName('1-a\nsha256:0  law.pdf')).toBe('1-a_sha256_0  law.pdf')
})

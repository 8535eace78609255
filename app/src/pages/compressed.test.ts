import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { compressed } from './compressed.ts'

const PAGE = Buffer.from('<p>the same again</p>'.repeat(100))

test('a page grows small in the best way that the browser takes, and comes back whole', async () => {
  const best = await compressed(PAGE, 'text/html; charset=utf-8', 'gzip, deflate, br')
  expect(best.encoding).toBe('br')
  expect(best.bytes.length).toBeLessThan(PAGE.length / 10)
  expect(brotliDecompressSync(best.bytes)).toEqual(PAGE)
  const other = await compressed(PAGE, 'text/html', 'gzip;q=1.0, br;q=0')
  expect(other.encoding).toBe('gzip')
  expect(gunzipSync(other.bytes)).toEqual(PAGE)
})

test.each([
  ['that the browser cannot unpack', PAGE, 'text/html', undefined],
  ['that is small already', PAGE.subarray(0, 1023), 'text/html', 'br'],
  ['that is packed already', PAGE, 'font/woff2', 'br'],
])('a file %s goes as it is', async (_, bytes, type, accepted) => {
  expect(await compressed(bytes, type, accepted)).toEqual({ encoding: undefined, bytes })
})

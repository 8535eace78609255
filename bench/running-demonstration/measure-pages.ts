/** What a visitor's browser fetches for a public page when it has the fonts already, as it would have them: compressed. */
import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync } from 'node:zlib'
import { grouped, printTable } from '../table.ts'

const PAGES = ['/', '/programmes/pk-medmp-2026', '/programmes/pk-medmp-2026/examples', '/sign-in'] as const

export async function measurePages(address: string): Promise<void> {
  const rows: string[][] = []
  for (const page of PAGES) {
    const sizes = await Promise.all(
      ['en', 'ur'].map(async (language) => {
        const { bytes, text } = await fetched(`${address}${page}`, language)
        const parts = [...text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((found) => found[1] ?? '')
        const fetchedParts = await Promise.all(parts.map(async (part) => await fetched(`${address}${part}`, language)))
        return fetchedParts.reduce((sum, part) => sum + part.bytes, bytes)
      }),
    )
    rows.push([page, ...sizes.map(grouped)])
  }
  console.log('\nbytes of public pages with their style sheets, fonts cached\n')
  printTable(['', 'English', 'Urdu'], rows)
}

/** `fetch` would not say how many bytes came. */
async function fetched(address: string, language: string): Promise<{ readonly bytes: number; readonly text: string }> {
  const headers = { 'accept-encoding': 'br', 'accept-language': language }
  const [answer] = (await once(get(address, { headers }), 'response')) as [IncomingMessage]
  const body = await buffer(answer)
  if (answer.statusCode !== 200) throw new Error(`${address} answered ${answer.statusCode}`)
  const plain = answer.headers['content-encoding'] === 'br' ? brotliDecompressSync(body) : body
  return { bytes: body.length, text: plain.toString() }
}

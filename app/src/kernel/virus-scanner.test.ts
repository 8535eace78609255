import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CLEAN, EICAR, fakeClamd, INFECTED } from './clamd-fixture.ts'
import { type Scanned, scanBytes } from './virus-scanner.ts'

const FILE = Buffer.from('part,price\nframe,340\n')
const SOON = 5000

async function scanned(answer: string | undefined, bytes = FILE, ms = SOON): Promise<Scanned> {
  await using clamd = await fakeClamd(() => answer)
  return await scanBytes(clamd.scanner, bytes, AbortSignal.timeout(ms))
}

test('the scanner is given the bytes of the file, all of them, and says what it found', async () => {
  await using clamd = await fakeClamd()
  const scan = async (bytes: Buffer) => await scanBytes(clamd.scanner, bytes, AbortSignal.timeout(SOON))
  // More than goes out at once.
  const large = Buffer.alloc(3 * 1024 * 1024, 'kites ')
  expect(await scan(large)).toEqual({ kind: 'clean' })
  expect(await scan(Buffer.from(EICAR))).toEqual({ kind: 'infected', found: 'Eicar-Test-Signature' })
  expect(await scan(Buffer.concat([large, Buffer.from(EICAR)]))).toMatchObject({ kind: 'infected' })
  expect(clamd.streams.map(({ length }) => length)).toEqual([large.length, 68, large.length + 68])
  expect(clamd.streams[0]?.equals(large)).toBe(true)
})

test('a file without bytes is clean, and the scanner is not troubled with it', async () => {
  expect(await scanned(INFECTED, Buffer.alloc(0))).toEqual({ kind: 'clean' })
})

test.each([
  ['a file larger than it takes', 'INSTREAM size limit exceeded. ERROR\0', 'INSTREAM size limit exceeded. ERROR'],
  ['a fault of its own', "stream: Can't allocate memory ERROR\0", "Can't allocate memory ERROR"],
  ['a name that is none', 'stream:  FOUND\0', 'it answered'],
  ['an answer about something else', '1: stream: OK\0', 'it answered'],
  ['more than an answer', 'stream: OK FOUND?\0', 'it answered'],
  ['garbage', '\u0001\u00ff\0', 'its answer is none of clamd'],
  ['another protocol', 'HTTP/1.1 400 Bad Request\r\n\r\n', 'the connection ended before there was an answer'],
  ['half of an answer', 'stream: O', 'the connection ended before there was an answer'],
  ['an answer without an end', CLEAN.slice(0, -1), 'the connection ended before there was an answer'],
  ['nothing', '', 'the connection ended before there was an answer'],
  ['an answer that goes on and on', 'stream: OK'.repeat(1000), 'its answer is none of clamd'],
  ['silence', undefined, 'there was no answer in time'],
])('of %s nobody may conclude that the file is clean', async (_, answer, why) => {
  const isSilent = answer === undefined
  expect(await scanned(answer, FILE, isSilent ? 30 : SOON)).toEqual({
    kind: 'unscanned',
    why: expect.stringContaining(why) as string,
  })
})

test('where nobody listens, and where the time is up already, nothing is known of the file', async () => {
  const clamd = await fakeClamd()
  await clamd[Symbol.asyncDispose]()
  const refused = await scanBytes(clamd.scanner, FILE, AbortSignal.timeout(SOON))
  expect(refused).toEqual({ kind: 'unscanned', why: 'ECONNREFUSED' })
  const late = await scanBytes(clamd.scanner, FILE, AbortSignal.abort())
  expect(late).toEqual({ kind: 'unscanned', why: 'there was no answer in time' })
})

test('who calls a file clean before he has seen all of it is not believed', async () => {
  const hasty = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.pause()
    socket.write(CLEAN)
  }).listen(0, '127.0.0.1')
  await once(hasty, 'listening')
  const at = hasty.address()
  const port = typeof at === 'object' && at !== null ? at.port : 0
  const bytes = Buffer.alloc(20 * 1024 * 1024)
  expect(await scanBytes({ host: '127.0.0.1', port }, bytes, AbortSignal.timeout(SOON))).toMatchObject({
    kind: 'unscanned',
  })
  hasty.close()
})

test('it may listen on a socket of this machine', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'maqami-clamd-'))
  await using clamd = await fakeClamd(undefined, { path: join(folder, 'clamd.ctl') })
  expect(await scanBytes(clamd.scanner, Buffer.from(EICAR), AbortSignal.timeout(SOON))).toMatchObject({
    found: 'Eicar-Test-Signature',
  })
  rmSync(folder, { recursive: true })
})

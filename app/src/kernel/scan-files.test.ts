import { Type } from 'typebox'
import { expect, test } from 'vitest'
import { EICAR, fakeClamd } from './clamd-fixture.ts'
import { openLog } from './logging.ts'
import { openMetrics } from './metrics.ts'
import type { ServerRefusal } from './problem.ts'
import { type Route, route, uploadRoute } from './route.ts'
import { scannerSentence } from './scan-files.ts'
import { buildServer } from './server.ts'
import { SERVER_PROBLEMS } from './server-problems.ts'
import type { ScannerAddress } from './virus-scanner.ts'

const TEXT = Type.Object({ text: Type.String() })
const LARGEST = 1000

/** A server that takes a file, with what it kept and what it logged. */
function serverWith(scanner: ScannerAddress | undefined) {
  const kept: string[] = []
  const lines: string[] = []
  const keep = async (text: string) => {
    kept.push(text)
    return await Promise.resolve({ done: { text: 'kept' } })
  }
  const command = { method: 'POST', command: 'keep', summary: '', done: TEXT } as const
  const routes: readonly Route<never>[] = [
    uploadRoute({
      ...command,
      url: '/file',
      upload: { media_type: 'application/octet-stream', largest: LARGEST, others: { 'application/json': TEXT } },
      run: async ({ body }) => await keep(body.toString()),
    }),
    route({ ...command, url: '/text', body: TEXT, run: async ({ body }) => await keep(body.text) }),
  ]
  const server = buildServer<ServerRefusal>({
    routes,
    authority: { keep: ['maker_clerk'] },
    problems: SERVER_PROBLEMS,
    identify: async ({ authorization = '' }) => {
      const role = authorization === 'clerk' ? 'maker_clerk' : 'analyst'
      return await Promise.resolve({ done: { person: 'person 1', organization: 'firm 1', role } })
    },
    trustedProxies: [],
    scanner,
    publicAddress: new URL('http://localhost'),
    log: openLog('info', { write: (line) => lines.push(line) }),
    metrics: openMetrics({}),
    makeId: () => 'request 1',
  })
  const send = async (payload: string, more: Readonly<Record<string, string>> = {}, url = '/file') =>
    await server.inject({
      method: 'POST',
      url,
      payload,
      headers: { authorization: 'clerk', 'content-type': 'application/octet-stream', ...more },
    })
  return { send, kept, logged: () => lines.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>) }
}

test('a clean file is taken, and an infected one is refused by the name of what is in it, and nowhere kept', async () => {
  await using clamd = await fakeClamd()
  const { send, kept, logged } = serverWith(clamd.scanner)
  expect((await send('clean')).statusCode).toBe(200)
  const refused = await send(EICAR)
  expect([refused.statusCode, refused.json()]).toMatchObject([
    422,
    {
      code: 'file_infected',
      detail:
        "The virus scanner found 'Eicar-Test-Signature' in the file, so nothing of it was kept. Have the computer that it came from checked, and send a clean file.",
    },
  ])
  // Also where what is sent is JSON that is kept as it came, whatever it is called.
  const json = { 'content-type': 'application/json', 'accept-language': 'ur' }
  expect((await send(EICAR, json)).json<{ detail: string }>().detail).toContain('\u2066Eicar-Test-Signature\u2069')
  expect(kept).toEqual(['clean'])
  expect(logged().find(({ msg }) => msg === 'refused an infected file')).toMatchObject({
    level: 40,
    request_id: 'request 1',
    route: '/file',
    person: 'person 1',
    organization: 'firm 1',
    found: 'Eicar-Test-Signature',
    // sha256sum of the file of eicar.org, as scanners list it.
    hash: 'sha256:275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f',
    bytes: 68,
  })
})

test('a file that cannot be scanned is not taken, and who sent it is asked to come again', async () => {
  await using clamd = await fakeClamd(() => 'INSTREAM size limit exceeded. ERROR\0')
  const { send, kept, logged } = serverWith(clamd.scanner)
  const refused = await send('clean')
  expect([refused.statusCode, refused.headers['retry-after'], refused.json()]).toMatchObject([
    503,
    '60',
    { code: 'scanner_unavailable' },
  ])
  expect(kept).toEqual([])
  expect(logged()).toContainEqual(
    expect.objectContaining({
      level: 50,
      why: "it answered 'INSTREAM size limit exceeded. ERROR'",
      msg: 'refused a file that could not be scanned',
    }),
  )
})

test('the scanner sees no file that is too large, of nobody who may send it, and nothing that is no file', async () => {
  await using clamd = await fakeClamd()
  const { send, kept } = serverWith(clamd.scanner)
  expect((await send('a'.repeat(LARGEST + 1))).statusCode).toBe(413)
  expect((await send(EICAR, { authorization: 'analyst' })).statusCode).toBe(403)
  const json = { 'content-type': 'application/json' }
  expect((await send(JSON.stringify({ text: 'words' }), json, '/text')).statusCode).toBe(200)
  expect(clamd.streams).toEqual([])
  expect(kept).toEqual(['words'])
  expect((await send('a'.repeat(LARGEST))).statusCode).toBe(200)
  expect(clamd.streams).toHaveLength(1)
})

test('without a scanner files are taken as they are, which is said at the start', async () => {
  const { send, kept } = serverWith(undefined)
  expect((await send('clean')).statusCode).toBe(200)
  expect(kept).toEqual(['clean'])
  expect(scannerSentence(undefined)).toBe('Files are not scanned for viruses, since MAQAMI_VIRUS_SCANNER is not set.')
  expect(scannerSentence({ host: 'clamav', port: 3310 })).toContain('by the scanner at clamav, port 3310')
})

/** A clamd of a test: it speaks INSTREAM as clamd(8) describes it, and answers what the test wants. */
import { createServer, type Socket } from 'node:net'
import { once } from 'node:events'
import type { ScannerAddress } from './virus-scanner.ts'

/** The file that every scanner takes for infected (eicar.org). Put together here, so that no scanner finds it in this one. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

export const CLEAN = 'stream: OK\0'
export const INFECTED = 'stream: Eicar-Test-Signature FOUND\0'

export interface FakeClamd extends AsyncDisposable {
  readonly scanner: ScannerAddress
  /** What came in, whole, each as one file. */
  readonly streams: readonly Buffer[]
}

/** `answer` is sent once a file has come whole; without an end (`\0`) the connection is closed after it. Undefined is silence. */
export async function fakeClamd(
  answer: (stream: Buffer) => string | undefined = (stream) => (stream.includes(EICAR) ? INFECTED : CLEAN),
  listen: { readonly port: number; readonly host: string } | { readonly path: string } = { port: 0, host: '127.0.0.1' },
): Promise<FakeClamd> {
  const streams: Buffer[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    let came = Buffer.alloc(0)
    socket.on('error', () => undefined)
    socket.on('data', (more) => {
      came = Buffer.concat([came, Buffer.from(more)])
      const stream = streamIn(came)
      if (stream === undefined) return
      streams.push(stream)
      const said = answer(stream)
      if (said?.endsWith('\0') === true) socket.write(said, 'latin1')
      else if (said !== undefined) socket.end(said, 'latin1')
    })
  })
  server.listen(listen)
  await once(server, 'listening')
  const at = server.address()
  return {
    scanner: typeof at === 'object' && at !== null ? { host: '127.0.0.1', port: at.port } : { path: String(at) },
    streams,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

const COMMAND = Buffer.from('zINSTREAM\0')
const LENGTH_BYTES = 4

/** The pieces up to the one of no bytes; undefined while there is more to come. */
function streamIn(came: Buffer): Buffer | undefined {
  if (came.length < COMMAND.length) return undefined
  if (!came.subarray(0, COMMAND.length).equals(COMMAND)) throw new Error('clamd was sent no zINSTREAM')
  const pieces: Buffer[] = []
  for (let at = COMMAND.length; at + LENGTH_BYTES <= came.length; ) {
    const length = came.readUInt32BE(at)
    at += LENGTH_BYTES
    if (length === 0) return Buffer.concat(pieces)
    pieces.push(came.subarray(at, at + length))
    at += length
  }
  return undefined
}

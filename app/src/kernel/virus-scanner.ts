/** Hands a file to a virus scanner that speaks the protocol of clamd, with its command INSTREAM, and reads its answer. */
import { connect } from 'node:net'

export type ScannerAddress = { readonly host: string; readonly port: number } | { readonly path: string }

export type Scanned =
  | { readonly kind: 'clean' }
  | { readonly kind: 'infected'; readonly found: string }
  /** Nobody knows what is in the file. */
  | { readonly kind: 'unscanned'; readonly why: string }

/** Longer than any that clamd gives. */
const LONGEST_ANSWER = 4096
const LENGTH_BYTES = 4
const END = Buffer.alloc(LENGTH_BYTES)

/** Never throws for what is on the other side. `signal` says until when an answer is waited for. */
export async function scanBytes(scanner: ScannerAddress, bytes: Uint8Array, signal: AbortSignal): Promise<Scanned> {
  // A piece without bytes would be the end of the stream.
  if (bytes.length === 0) return { kind: 'clean' }
  return await new Promise((resolve) => {
    const socket = connect(scanner)
    let answer = ''
    const settle = (scanned: Scanned): void => {
      signal.removeEventListener('abort', giveUp)
      socket.destroy()
      resolve(scanned)
    }
    const giveUp = (): void => settle({ kind: 'unscanned', why: 'there was no answer in time' })
    signal.addEventListener('abort', giveUp)
    socket.on('error', (error: NodeJS.ErrnoException) =>
      settle({ kind: 'unscanned', why: error.code ?? error.message }),
    )
    socket.on('close', () => settle({ kind: 'unscanned', why: 'the connection ended before there was an answer' }))
    socket.on('data', (said: Buffer) => {
      answer += said.toString('latin1')
      const end = answer.indexOf('\0')
      // Of a file that it has not seen whole a scanner cannot say that it is clean.
      const isWhole = socket.writableLength === 0
      if (end !== -1) settle(scannedBy(answer.slice(0, end), isWhole))
      else if (answer.length > LONGEST_ANSWER) settle(scannedBy(answer, isWhole))
    })
    const length = Buffer.alloc(LENGTH_BYTES)
    length.writeUInt32BE(bytes.length)
    socket.cork()
    for (const piece of ['zINSTREAM\0', length, bytes, END]) socket.write(piece)
    socket.uncork()
    if (signal.aborted) giveUp()
  })
}

function scannedBy(answer: string, isWhole: boolean): Scanned {
  const [, found] = /^stream: ([ -~]{1,200}) FOUND$/.exec(answer) ?? []
  if (found !== undefined) return { kind: 'infected', found }
  if (answer === 'stream: OK' && isWhole) return { kind: 'clean' }
  // As clamd says that a file is larger than it takes. What else it says may be anything.
  const why = /^[ -~]{1,200}$/.test(answer) ? `it answered '${answer}'` : 'its answer is none of clamd'
  return { kind: 'unscanned', why }
}

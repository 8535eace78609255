/** The log of the service, one JSON object a line: what was done and how long it took, never who sent what but where it was infected or he may not. */
import { DatabaseError } from 'pg'
import { type Logger, pino } from 'pino'
import type { LogLevel } from './configuration.ts'

/** Lines go out together: each by itself costs more than the line. What is left goes out when the process ends. */
const PIECE = 4096
const LONGEST_WAIT_MS = 100

export function openLog(level: LogLevel, destination?: { readonly write: (line: string) => void }): Logger {
  return pino(
    { level, base: null, serializers: { err: plainError } },
    destination ?? pino.destination({ dest: 1, sync: false, minLength: PIECE, periodicFlush: LONGEST_WAIT_MS }),
  )
}

/** PostgreSQL quotes rows and values in its messages, and those may be a person's. */
function plainError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { type: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  if (error instanceof DatabaseError) {
    const { code, table, constraint, routine } = error
    return { type: 'DatabaseError', code, table, constraint, routine, frames }
  }
  const code = 'code' in error ? error.code : undefined
  return { type: error.name, code, message: error.message, frames }
}

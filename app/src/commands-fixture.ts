/** Calls the command line for tests, as a person would, from a folder of their choice, without paying the start of Node for each call. */
import { fork } from 'node:child_process'
import { once } from 'node:events'

export interface Said {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface Commands {
  /** One call after the other: the next begins when this one has been awaited. */
  readonly call: (...words: readonly string[]) => Promise<Said>
  readonly stop: () => void
}

export function commandsIn(folder: string): Commands {
  const child = fork(new URL('./command-process-fixture.ts', import.meta.url), { cwd: folder, execArgv: [] })
  return {
    call: async (...words) => {
      child.send(words)
      const ended = new AbortController()
      const answer = once(child, 'message', ended) as Promise<[Said]>
      const fault = once(child, 'exit', ended).then(() => {
        throw new Error(`'maqami ${words.join(' ')}' ended its process`)
      })
      try {
        return (await Promise.race([answer, fault]))[0]
      } finally {
        ended.abort()
      }
    },
    stop: () => child.kill(),
  }
}

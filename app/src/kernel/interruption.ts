/** Lets a person stop long work with Ctrl-C at a place where it can be put down. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { WrongInput } from './command.ts'

/** To be awaited now and then by long work: others get their turn, and it stops here when somebody has asked for it. */
export type Pause = () => Promise<void>

export async function interruptible<T>(work: (pause: Pause) => Promise<T>): Promise<T> {
  let isStopped = false
  const stop = (): void => {
    isStopped = true
  }
  process.once('SIGINT', stop)
  try {
    return await work(async () => {
      await nextTurn()
      if (isStopped) throw new WrongInput(['Stopped. Nothing was written.'])
    })
  } finally {
    process.removeListener('SIGINT', stop)
  }
}

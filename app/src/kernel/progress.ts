/** Tells a person at a terminal how far a long piece of work is; silent for the first second and where nobody is watching. */
type Progress = (done: number, total: number) => void

const QUIET_MS = 1000
const EVERY_MS = 200

/** `finish` clears the line. */
export function terminalProgress(what: string): { readonly report: Progress; readonly finish: () => void } {
  const started = performance.now()
  let last = started
  let shown = false
  const watched = process.stderr.isTTY
  return {
    report: (done, total) => {
      const now = performance.now()
      if (!watched || now - started < QUIET_MS || now - last < EVERY_MS) return
      last = now
      shown = true
      process.stderr.write(`\r${what}: ${total === 0 ? 0 : Math.floor((done * 100) / total)}%`)
    },
    finish: () => {
      if (shown) process.stderr.write('\r\u001B[K')
    },
  }
}

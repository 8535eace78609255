/** A process that runs one call of the command line after the other, as its parent asks. It is started by `commandsIn`. */
import { callCommand } from './command-line.ts'

let out = ''
let err = ''
process.stdout.write = (text: string | Uint8Array): boolean => {
  out += String(text)
  return true
}
process.stderr.write = (text: string | Uint8Array): boolean => {
  err += String(text)
  return true
}

process.on('message', (words: readonly string[]) => {
  out = ''
  err = ''
  void callCommand(words).then((code) => process.send?.({ code, out, err }))
})

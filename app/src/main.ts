/** The process of the command line: what it does is in command-line.ts. */
import { setFlagsFromString } from 'node:v8'
import { callCommand } from './command-line.ts'

// A reader that has seen enough, such as `head`, closes the pipe.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

// New objects get a few megabytes before they are looked through: a return of 20,000 lines then takes half the memory, and no more time.
setFlagsFromString('--semi-space-growth-factor=1')
// Old ones are looked through when they have grown by half, not when they have doubled and more: the largest assessments stay below 300 MB.
setFlagsFromString('--heap-growing-percent=50')

process.exitCode = await callCommand(process.argv.slice(2))

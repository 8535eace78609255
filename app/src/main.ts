#!/usr/bin/env node
/** The command line. Every command is one line in the table; what it does is in its slice. */
import { type Command, complain, type ExitCode, print, WrongInput, WrongUsage } from './kernel/command.ts'
import { assessReturn } from './assessments/assess-return.ts'
import { checkPolicy } from './policy-releases/check-policy.ts'
import { compareDraft } from './policy-releases/compare-draft.ts'
import { explainPolicy } from './policy-releases/explain-policy.ts'
import { hashPolicy } from './policy-releases/hash-policy.ts'
import { testPolicy } from './policy-releases/test-policy.ts'
import { writeWorkbook } from './returns/write-workbook.ts'

const COMMANDS: readonly Command[] = [assessReturn, writeWorkbook, explainPolicy, compareDraft, checkPolicy, testPolicy, hashPolicy]

function help(): string {
  const width = Math.max(...COMMANDS.map((command) => command.name.length + command.usage.length)) + 3
  const lines = COMMANDS.map((command) => `  ${`${command.name} ${command.usage}`.padEnd(width)}${command.summary}`)
  return ['Maqami runs a phased-localization manufacturing programme: the law as data, exact and explained.', '', 'Usage: npx maqami COMMAND', '', ...lines].join('\n')
}

async function run(words: readonly string[]): Promise<ExitCode> {
  if (words.length === 0 || words.includes('--help') || words[0] === 'help') {
    print(help())
    return words.length === 0 ? 2 : 0
  }
  const command = COMMANDS.find((one) => `${words.join(' ')} `.startsWith(`${one.name} `))
  if (command === undefined) {
    complain(`There is no command '${words.slice(0, 2).join(' ')}'.\n\n${help()}`)
    return 2
  }
  try {
    return await command.run(words.slice(command.name.split(' ').length))
  } catch (error) {
    if (error instanceof WrongUsage) {
      complain(`${error.message}.\nUsage: npx maqami ${command.name} ${command.usage}`)
      return 2
    }
    if (error instanceof WrongInput) {
      for (const line of error.lines) complain(line)
      return 1
    }
    throw error
  }
}

// A reader that has seen enough, such as `head`, closes the pipe.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

process.exitCode = await run(process.argv.slice(2))

/** The command line. Every command is one line in the table; what it does is in its slice. */
import { didYouMean } from '@maqami/engine/load/problem.ts'
import { ENGINE_VERSION } from '@maqami/engine/version.ts'
import { type Command, complain, type ExitCode, print, WrongInput, WrongUsage } from './kernel/command.ts'
import { adviseReturn } from './assessments/advise-return.ts'
import { assessReturn } from './assessments/assess-return.ts'
import { explainPolicy } from './assessments/explain-policy.ts'
import { recheckExplanation } from './assessments/recheck-explanation.ts'
import { assessExample } from './assessments/assess-example.ts'
import { schemeProblems } from './certificates/schemes/check-schemes.ts'
import { checkPolicy } from './policy-releases/check-policy.ts'
import { compareDraft } from './assessments/compare-draft.ts'
import { listFacts } from './policy-releases/list-facts.ts'
import { hashPolicy } from './policy-releases/hash-policy.ts'
import { testPolicy } from './policy-releases/test-policy.ts'
import { tellSpillover } from './spillovers/tell-spillover.ts'
import { tellStatistics } from './statistics/tell-statistics.ts'
import { tellProtection } from './comparisons/tell-protection.ts'
import { tellRoutes } from './comparisons/tell-routes.ts'
import { tellDraft, tellIndustry } from './simulations/drafts/tell-draft.ts'
import { simulateProgramme } from './simulations/simulate-programme.ts'
import { componentProblems } from './components/load-components.ts'
import { exportProblems } from './exports/load-exports.ts'
import { goalProblems } from './goals/load-goals.ts'
import { publicationProblems } from './publications/load-publications.ts'
import { figureProblems } from './returns/figures/load-figures.ts'
import { returnProblems } from './returns/release-schema.ts'
import { writeWorkbook } from './returns/write/write-workbook.ts'

/** What the service is made of takes a second to load, and only these need it. */
const serve: Command = {
  name: 'serve',
  usage: '',
  summary: 'Run the service: its database, its jobs and its interface, until it is told to stop',
  run: async (args) => {
    // React looks at it once, when it is loaded, and is five times slower where it takes itself to be watched by a developer.
    process.env['NODE_ENV'] ??= 'production'
    return (await import('./serve.ts')).serve(args)
  },
}
const start: Command = {
  name: 'start',
  usage: '[--empty]',
  summary: 'Run the service, with a demonstration of invented makers where nobody has used it yet',
  run: async (args) => {
    process.env['NODE_ENV'] ??= 'production'
    return (await import('./serve.ts')).start(args)
  },
}
const code: Command = {
  name: 'code',
  usage: 'SECRET',
  summary: 'Print the code of the moment of a second factor of the demonstration',
  run: async (args) => (await import('./demonstration/tell-code.ts')).tellCode(args),
}
const verifyAuditLog: Command = {
  name: 'audit verify',
  usage: '',
  summary: 'Say whether any row of the audit log was altered, removed or inserted, and which',
  run: async (args) => (await import('./audit-log/verify-audit-log.ts')).verifyAuditLog(args),
}

/** It prints letters, which takes a native module. */
const verifyDetermination: Command = {
  name: 'verify',
  usage: 'FILE.zip',
  summary:
    'Compute a determination again from its bundle, offline: facts, law, findings and letter; say whether it is the same',
  run: async (args) => (await import('./determinations/verify-determination.ts')).verifyDetermination(args),
}

const inviteAdministrator: Command = {
  name: 'invite administrator',
  usage: '--organization NAME --email ADDRESS',
  summary: 'Register the regulator, and print the link with which its first administrator comes in',
  run: async (args) => (await import('./people/invite-administrator.ts')).inviteAdministrator(args),
}
const outbox: Command = {
  name: 'outbox',
  usage: '',
  summary: 'Print the letters that no mail server has taken',
  run: async (args) => (await import('./people/print-outbox.ts')).printOutbox(args),
}
const jobs: Command = {
  name: 'jobs',
  usage: '[--retry JOB]',
  summary: 'List what the service is yet to do of its own accord and what failed, or have it tried again',
  run: async (args) => (await import('./jobs/print-jobs.ts')).printJobs(args),
}

const backup: Command = {
  name: 'backup',
  usage: 'DIR',
  summary: 'Copy the whole database and the keys beside it to a new folder, as of one moment, while the service runs',
  run: async (args) => (await import('./kernel/backup/back-up.ts')).backUp(args),
}
const restoreBackup: Command = {
  name: 'restore',
  usage: 'DIR',
  summary: 'Make an empty data folder what a backup found, after holding every byte of the backup to its list',
  run: async (args) => (await import('./kernel/backup/restore.ts')).restore(args),
}

const figures: Command = {
  name: 'figures rebuild',
  usage: '',
  summary: 'Draw the figures of all accepted returns anew, and say whether anything differs from what was kept',
  run: async (args) => (await import('./returns/figures/rebuild-figures.ts')).tellRebuilt(args),
}

const verifyGate: Command = {
  name: 'gate verify',
  usage: 'FILE --keys FILE [--licence NUMBER] [--day DATE] [--hs-line DIGITS]',
  summary:
    'Say whether a signed answer or list of the gate can be relied on, and what it says, without asking the service',
  run: async (args) => (await import('./licences/verify-answer.ts')).verifyGateAnswer(args),
}

const verifyCertificate: Command = {
  name: 'certificate verify',
  usage: 'FILE --keys FILE [--status FILE] | FILE --form-only',
  summary: 'Say whether a signed certificate can be relied on, and why not, without asking anybody',
  run: async (args) => (await import('./certificates/verify-certificate.ts')).verifyCertificate(args),
}

const COMMANDS: readonly Command[] = [
  assessExample,
  assessReturn,
  adviseReturn,
  writeWorkbook,
  listFacts,
  explainPolicy,
  recheckExplanation,
  verifyDetermination,
  compareDraft,
  tellRoutes,
  tellProtection,
  tellSpillover,
  tellStatistics,
  simulateProgramme,
  tellDraft,
  tellIndustry,
  checkPolicy([
    returnProblems,
    figureProblems,
    publicationProblems,
    goalProblems,
    componentProblems,
    exportProblems,
    schemeProblems,
  ]),
  testPolicy,
  hashPolicy,
  start,
  code,
  serve,
  verifyAuditLog,
  figures,
  verifyGate,
  verifyCertificate,
  inviteAdministrator,
  outbox,
  backup,
  restoreBackup,
  jobs,
]

function help(): string {
  return [
    'Maqami runs a phased-localization manufacturing programme: the law as data, exact and explained.',
    '',
    'Usage: npx maqami COMMAND',
    ...COMMANDS.map((command) => `\n${usageOf(command)}\n      ${command.summary}`),
    '',
    'npx maqami --version prints the version; npx maqami COMMAND --help how one command is used.',
    'DIR is the folder of a programme, or the name of one that comes with the project.',
    'Exit: 0 when it could say, 1 when the input is wrong or a finding is refused (with the reason), 2 when it was called wrongly.',
  ].join('\n')
}

const WIDTH = 96

/** The name and its options, broken between options. */
function usageOf(command: Command): string {
  const lines: string[] = []
  let line = `  ${command.name}`
  for (const word of command.usage.match(/\[[^\]]*\]|--\S+ \S+|\S+/g) ?? []) {
    if (line.length + word.length >= WIDTH) {
      lines.push(line)
      line = '     '
    }
    line += ` ${word}`
  }
  return [...lines, line].join('\n')
}

const FILE_ERRORS: Readonly<Record<string, string>> = {
  EACCES: 'you do not have the permission.',
  EPERM: 'you do not have the permission.',
  EISDIR: 'it is a folder. Name a file.',
  ENOTDIR: 'a part of its path is not a folder.',
  ENOENT: 'the folder is not there.',
  EROFS: 'the disk is read-only.',
  ENOSPC: 'the disk is full.',
  EEXIST: 'it is there already. Name another file.',
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error
}

/** What was meant may be one word or two, with what it is to do behind it. */
function noCommand(words: readonly string[]): string {
  const names = COMMANDS.map(({ name }) => name)
  const called = words.slice(0, 2).join(' ')
  const meant = didYouMean(called, names) || didYouMean(words[0] ?? '', names)
  return `There is no command '${called}'.${meant}\nnpx maqami help lists them all.`
}

export async function callCommand(words: readonly string[]): Promise<ExitCode> {
  const command = COMMANDS.find((one) => `${words.join(' ')} `.startsWith(`${one.name} `))
  if (words.includes('--help') || words[0] === 'help') {
    print(command === undefined ? help() : `${command.summary}.\n\n${usageOf(command)}`)
    return 0
  }
  if (words[0] === '--version') {
    print(`maqami ${ENGINE_VERSION}`)
    return 0
  }
  if (words.length === 0) {
    complain(help())
    return 2
  }
  if (command === undefined) {
    complain(noCommand(words))
    return 2
  }
  try {
    return await command.run(words.slice(command.name.split(' ').length))
  } catch (error) {
    if (error instanceof WrongUsage) {
      complain(`${error.message}.\nUsage: npx maqami ${usageOf(command).trimStart()}`)
      return 2
    }
    if (error instanceof WrongInput) {
      for (const line of error.lines) complain(line.replaceAll('\n', ' '))
      return 1
    }
    if (isFileError(error)) {
      complain(`'${error.path ?? ''}' cannot be read or written: ${FILE_ERRORS[error.code ?? ''] ?? error.message}`)
      return 1
    }
    throw error
  }
}

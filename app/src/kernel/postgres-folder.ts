/** The data folder of the embedded PostgreSQL: who owns it, which version wrote it, and which process uses it. */
import { spawn } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { cp } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { WrongInput } from './command.ts'
import type { PostgresBinaries } from './postgres-binaries.ts'

/** PostgreSQL refuses to run as root. Undefined for an ordinary user, who starts it as himself. */
export interface RunAs {
  readonly uid: number
  readonly gid: number
}

const NOBODY: RunAs = { uid: 65_534, gid: 65_534 }
/** As PostgreSQL asks of a folder that only its owner may enter. */
const OWNER_ONLY = 0o700
/** Who may pass through, and not look around. */
const PASS_THROUGH = 0o711

export interface PreparedFolder {
  readonly runAs: RunAs | undefined
  /** Those that were given, or a copy where PostgreSQL can reach it. */
  readonly binaries: PostgresBinaries
}

/** Makes `folder` if it is not there, and refuses one that cannot serve. */
export async function prepareFolder(folder: string, binaries: PostgresBinaries): Promise<PreparedFolder> {
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: PASS_THROUGH })
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch {
    throw new WrongInput([
      `The data folder '${folder}' cannot be written. Give this user the right to, or name another by MAQAMI_DATA_FOLDER.`,
    ])
  }
  const database = databaseFolder(folder)
  const owner = existsSync(database) ? statSync(database) : undefined
  const self = process.getuid?.()
  if (self === 0) {
    const runAs = owner === undefined || owner.uid === 0 ? NOBODY : { uid: owner.uid, gid: owner.gid }
    const closed = closedTo(folder, runAs)
    if (closed !== undefined)
      throw new WrongInput([
        `Under root PostgreSQL runs as the user with number ${runAs.uid}, who may not enter '${closed}', on the way to the data folder.`,
        'Open that folder (chmod o+x), name another data folder by MAQAMI_DATA_FOLDER, run Maqami as an ordinary user, or set DATABASE_URL to a PostgreSQL server.',
      ])
    return {
      runAs,
      binaries: closedTo(binaries.folder, runAs) === undefined ? binaries : await copied(binaries, folder),
    }
  }
  if (owner !== undefined && owner.uid !== self)
    throw new WrongInput([
      `'${database}' belongs to the user with number ${owner.uid}, and this is ${self}. Run Maqami as that user, or as root, or name another data folder by MAQAMI_DATA_FOLDER.`,
    ])
  return { runAs: undefined, binaries }
}

export function databaseFolder(folder: string): string {
  return join(folder, 'postgres')
}

/** The folder on the way to `path` that the user may not enter; root may go anywhere, and the user that PostgreSQL runs as may not. */
function closedTo(path: string, { uid, gid }: RunAs): string | undefined {
  for (let at = path; ; at = dirname(at)) {
    const { mode, uid: owner, gid: group } = statSync(at)
    const open = owner === uid ? mode & 0o100 : group === gid ? mode & 0o010 : mode & 0o001
    if (open === 0) return at
    if (dirname(at) === at) return undefined
  }
}

/** The programs beside the data, for a project that lies in root's own folder. */
async function copied(binaries: PostgresBinaries, folder: string): Promise<PostgresBinaries> {
  const copy = join(folder, `postgres-programs-${binaries.version}`)
  const fresh = `${copy}-${process.pid}`
  if (!existsSync(copy)) {
    try {
      await cp(binaries.folder, fresh, { recursive: true, verbatimSymlinks: true })
      renameSync(fresh, copy)
    } catch (error) {
      rmSync(fresh, { recursive: true, force: true })
      throw new WrongInput([`PostgreSQL could not be copied to '${folder}': ${reasonOf(String(error))}`])
    }
  }
  return { ...binaries, folder: copy }
}

/** Made aside and moved into place, so that half a database is never taken for one, and of two that make it at once one wins. */
export async function initialize(folder: string, binaries: PostgresBinaries, runAs: RunAs | undefined): Promise<void> {
  const database = databaseFolder(folder)
  for (const name of readdirSync(folder)) {
    const [, maker] = /^postgres-new-(\d+)-/.exec(name) ?? []
    if (maker !== undefined && !isAlive(Number(maker))) rmSync(join(folder, name), { recursive: true, force: true })
  }
  if (existsSync(join(database, 'PG_VERSION'))) {
    refuseOtherMajor(database, binaries)
    return
  }
  const fresh = mkdtempSync(join(folder, `postgres-new-${process.pid}-`))
  if (runAs !== undefined) chownSync(fresh, runAs.uid, runAs.gid)
  const words = ['-D', fresh, '--username=postgres', '--auth-local=trust', '--auth-host=reject']
  const layout = ['--encoding=UTF8', '--locale=C', '--data-checksums', '--no-instructions']
  const made = await outputOf(join(binaries.folder, 'bin', 'initdb'), [...words, ...layout], runAs)
  if (made.code !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    throw new WrongInput([`The database could not be made in '${folder}': ${reasonOf(made.output)}`])
  }
  try {
    renameSync(fresh, database)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error
    if (!existsSync(join(database, 'PG_VERSION')))
      throw new WrongInput([
        `'${database}' holds something that is no database. Move it away, or name another data folder.`,
      ])
  }
}

function refuseOtherMajor(database: string, { version }: PostgresBinaries): void {
  const written = readFileSync(join(database, 'PG_VERSION'), 'utf8').trim()
  const major = version.split('.')[0]
  if (written !== major)
    throw new WrongInput([
      `'${database}' was written by PostgreSQL ${written}, and this Maqami comes with ${major}, which cannot read it.`,
      `Use the Maqami that wrote it, or start a server of PostgreSQL ${written} on it and set DATABASE_URL, or name another data folder.`,
    ])
}

async function outputOf(program: string, words: readonly string[], runAs: RunAs | undefined) {
  const child = spawn(program, words, {
    ...runAs,
    cwd: '/',
    env: postgresEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (text: Buffer) => (output += text.toString()))
  child.stderr.on('data', (text: Buffer) => (output += text.toString()))
  return await new Promise<{ readonly code: number | null; readonly output: string }>((resolve) => {
    child.on('error', (error) => resolve({ code: null, output: error.message }))
    child.on('close', (code) => resolve({ code, output }))
  })
}

/** Nothing of ours, so that no secret stands in the environment of another program, and messages that `reasonOf` can read. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' }
}

/** The sentence for what PostgreSQL printed before it gave up. */
export function reasonOf(output: string): string {
  if (/No space left on device/i.test(output))
    return 'the disk is full. Make room, or name a data folder on another disk.'
  if (/Read-only file system/.test(output)) return 'the disk is read-only.'
  const said = output.split('\n').filter((line) => /FATAL|PANIC|error|not found|cannot|could not/i.test(line))
  return `PostgreSQL says: ${(said.at(-1) ?? output.trim().split('\n').at(-1) ?? '').trim()}`
}

export interface RunningPostmaster {
  readonly pid: number
  readonly socketFolder: string
}

/** The process that postmaster.pid names, if it lives and is PostgreSQL. A file left by a crash is made harmless. */
export function runningPostmaster(folder: string): RunningPostmaster | undefined {
  const file = join(databaseFolder(folder), 'postmaster.pid')
  const text = textIfThere(file)
  if (text === undefined) return undefined
  const lines = text.split('\n')
  // Killed between making the file and writing it; nothing was started yet, and who is just writing it does so at once.
  const madeAt = statSync(file, { throwIfNoEntry: false })?.mtimeMs
  if (lines[0] === '' && madeAt !== undefined && Date.now() - madeAt > EMPTY_MS) rmSync(file, { force: true })
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return undefined
  if (isPostgres(pid)) return { pid, socketFolder: lines[4] ?? '' }
  // The number went to another program, as it does when a container starts again. With our own number instead PostgreSQL takes the file for
  // a leftover and still looks whether the shared memory named in it is in use, which it could not if the file were deleted.
  replaceFile(file, [String(process.pid), ...lines.slice(1)].join('\n'))
  return undefined
}

const EMPTY_MS = 2000

/** PostgreSQL removes the file when it stops, which may be just now. */
function textIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Whole or not at all, and owned by whom it was. */
function replaceFile(file: string, text: string): void {
  const { uid, gid, mode } = statSync(file)
  const fresh = `${file}.${process.pid}`
  writeFileSync(fresh, text, { mode })
  chownSync(fresh, uid, gid)
  renameSync(fresh, file)
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Where /proc cannot say, it may be: then PostgreSQL decides. */
function isPostgres(pid: number): boolean {
  if (process.platform !== 'linux') return true
  try {
    const state = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return state.includes('(postgres)') && !/\) Z /.test(state)
  } catch {
    return false
  }
}

/** Sockets have short names: 107 bytes on Linux and 103 on macOS, `/.s.PGSQL.5432` included. */
const LONGEST_SOCKET_FOLDER = 88

/** Beside the database, or under the system's folder for such things when that name is too long. */
export function socketFolderFor(folder: string, scratch: string, runAs: RunAs | undefined): string {
  const beside = join(folder, 'socket')
  const path =
    Buffer.byteLength(beside) <= LONGEST_SOCKET_FOLDER
      ? beside
      : join(scratch, `maqami-${statSync(folder).dev.toString(36)}-${statSync(folder).ino.toString(36)}`)
  if (!existsSync(path)) mkdirSync(path, { mode: OWNER_ONLY })
  if (runAs !== undefined) chownSync(path, runAs.uid, runAs.gid)
  const { uid } = statSync(path)
  if (uid !== (runAs?.uid ?? process.getuid?.()))
    throw new WrongInput([
      `'${path}' belongs to somebody else (the user with number ${uid}). Remove it, or take a data folder with a shorter path.`,
    ])
  chmodSync(path, OWNER_ONLY)
  return path
}

/** The pages as they are built: what React Router runs on the server, and the files that a browser asks for. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { ServerBuild } from 'react-router'
import { WrongInput } from '../kernel/command.ts'

export interface BuiltPages {
  readonly build: ServerBuild
  /** By name in `/assets/`. A name holds the hash of what is inside. */
  readonly assets: ReadonlyMap<string, Buffer>
}

const APP = join(import.meta.dirname, '..', '..')
const BUILDS = join(APP, 'build')
const CONFIGURATION = ['vite.config.ts', 'react-router.config.ts', 'package.json']
const SOURCE = /\.(?:tsx?|css|js)$/
const NO_SOURCE = /\.test\.tsx?$|-fixture\.tsx?$/

/** Builds the pages first where their sources have changed since the last time. */
export async function builtPages(say: (sentence: string) => void): Promise<BuiltPages> {
  const folder = join(BUILDS, hashOfSources())
  if (!existsSync(folder)) {
    say('The pages are being built; that takes some seconds, once.')
    await buildInto(folder)
  }
  const module: unknown = await import(pathToFileURL(join(folder, 'server', 'index.js')).href)
  const assets = join(folder, 'client', 'assets')
  return {
    build: module as ServerBuild,
    assets: new Map(readdirSync(assets).map((name) => [name, readFileSync(join(assets, name))])),
  }
}

function hashOfSources(): string {
  const hash = createHash('sha256')
  const sources = readdirSync(join(APP, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => SOURCE.test(path) && !NO_SOURCE.test(path))
    .map((path) => join('src', path))
  for (const path of [...CONFIGURATION, ...sources].toSorted())
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(APP, path)))
      .update('\0')
  return hash.digest('hex').slice(0, 16)
}

/** Whoever is first is kept: two that build at once build the same. */
function keep(own: string, folder: string): void {
  try {
    renameSync(own, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
  }
}

async function buildInto(folder: string): Promise<void> {
  mkdirSync(BUILDS, { recursive: true })
  const own = `${folder}.${process.pid}-${performance.now().toString().replace('.', '-')}`
  try {
    await runBuild(own)
    keep(own, folder)
    // A service that runs has read all of its own build.
    for (const name of readdirSync(BUILDS))
      if (!name.includes('.') && join(BUILDS, name) !== folder)
        rmSync(join(BUILDS, name), { recursive: true, force: true })
  } finally {
    rmSync(own, { recursive: true, force: true })
  }
}

/** Stops where only what runs was installed: `npm ci --omit=dev` leaves out what builds. */
function programThatBuilds(): string {
  try {
    return fileURLToPath(new URL('bin.cjs', import.meta.resolve('@react-router/dev/package.json')))
  } catch {
    throw new WrongInput([
      'The pages are not built for these sources, and what builds them is not installed. Run npm ci, or bring the folder app/build from where they were built.',
    ])
  }
}

async function runBuild(folder: string): Promise<void> {
  const program = programThatBuilds()
  const environment = { ...process.env, MAQAMI_PAGES_BUILD: folder, NODE_ENV: 'production' }
  const child = spawn(process.execPath, [program, 'build'], { cwd: APP, env: environment, stdio: 'pipe' })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (said += bytes.toString()))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  if (code !== 0) throw new Error(`The pages could not be built:\n${said}`)
}

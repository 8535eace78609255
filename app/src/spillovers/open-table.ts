/** An input-output table from a file of this machine, with what stands beside it about where it is from. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { WrongInput } from '../kernel/command.ts'
import { holdReadable, readText } from '../kernel/read-text.ts'
import { child, readYaml } from '@maqami/engine/load/yaml.ts'
import { PROJECT_ROOT } from '../policy-releases/find-folder.ts'
import { readInputOutput, type TableRead } from './read-input-output.ts'
import type { NamedTable, Provenance } from './spillover-json.ts'
import { MB, OWN_LIMITS, type TableLimits } from './table-limits.ts'

export const SHIPPED_TABLE = join(PROJECT_ROOT, 'examples/input-output.csv')

const LARGEST_PROVENANCE_MB = 1

type TableOpened = NamedTable | Extract<TableRead, { readonly ok: false }>

export async function openTable(path: string, country: string | undefined): Promise<TableOpened> {
  await holdReadable(path, OWN_LIMITS.bytes / MB)
  return await nameTable(await readFile(path), basename(path), country, OWN_LIMITS, await provenanceBeside(path))
}

export async function nameTable(
  bytes: Buffer,
  name: string,
  country: string | undefined,
  limits: TableLimits,
  provenance: Provenance = fromFile(name),
): Promise<TableOpened> {
  const read = await readInputOutput(bytes, country, limits)
  if (!read.ok) return read
  return { ...read, name, provenance, hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}` }
}

function fromFile(name: string): Provenance {
  return {
    en: `From the file ${name}, as it was given. Maqami does not know where its figures are from.`,
    ur: `فائل ${name} سے، جیسی دی گئی۔ مقامی کو معلوم نہیں کہ اس کے اعداد کہاں سے ہیں۔`,
  }
}

/** `input-output.yaml` beside `input-output.csv`. */
async function provenanceBeside(path: string): Promise<Provenance | undefined> {
  const beside = path.replace(/\.(csv|xlsx)$/i, '.yaml')
  if (beside === path) return undefined
  const text = await readText(beside, LARGEST_PROVENANCE_MB).catch((error: unknown) => {
    if (error instanceof WrongInput) return undefined
    throw error
  })
  if (text === undefined) return undefined
  const read = readYaml(beside, text)
  const node = read.ok && read.node.kind === 'map' ? child(read.node, 'provenance') : undefined
  const [en, ur] = ['en', 'ur'].map((language) => {
    const said = node?.kind === 'map' ? child(node, language) : undefined
    return said?.kind === 'text' ? said.text.trim() : ''
  })
  if (!en || !ur)
    throw new WrongInput([`${beside}: it says under 'provenance:' where the table is from, in 'en:' and in 'ur:'.`])
  return { en, ur }
}

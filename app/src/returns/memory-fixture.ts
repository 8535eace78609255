/**
 * Reads one file as a return and annotates it, or as a table of rates where it is called so, and prints the outcome and the most memory
 * it took, for the tests of the limits. It runs as the command line does.
 */
import { readFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { mostMemory } from '../kernel/most-memory-fixture.ts'
import { annotate } from './write/annotate-return.ts'
import { readRates } from './check/official-rates.ts'
import { openReturn } from './open-return.ts'
import { readReturn } from './read-return.ts'
import { KITE_RATES, KITES, YEAR } from './kites-fixture.ts'

setFlagsFromString('--semi-space-growth-factor=1')
const [path = ''] = process.argv.slice(2)
const code = path.endsWith('rates.csv') ? outcomeOfRates() : await outcomeOfReturn()
process.stdout.write(JSON.stringify({ code, megabytes: mostMemory() }))

function outcomeOfRates(): string {
  return readRates(path, readFileSync(path, 'utf8')).ok ? 'ok' : 'problems'
}

async function outcomeOfReturn(): Promise<string | undefined> {
  const opened = await openReturn([path])
  const read = opened.ok ? await readReturn(opened.input, { schema: KITES, rates: KITE_RATES, year: YEAR }) : opened
  if ('cells' in read) await annotate(read, KITES, 'en')
  return read.ok ? 'ok' : read.errors[0]?.code
}

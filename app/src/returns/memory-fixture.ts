/** Reads one file as a return, annotates it, and prints the outcome and the most memory it took, for the tests of the limits. */

import { annotate } from './annotate-return.ts'
import { openReturn } from './open-return.ts'
import { readReturn } from './read-return.ts'
import { mostMemory } from '../kernel/most-memory-fixture.ts'
import { KITE_RATES, KITES, YEAR } from './kites-fixture.ts'

const opened = await openReturn(process.argv.slice(2))
const read = opened.ok ? await readReturn(opened.input, { schema: KITES, rates: KITE_RATES, year: YEAR }) : opened
if ('cells' in read) await annotate(read, KITES, 'en')
const code = read.ok ? 'ok' : read.errors[0]?.code
process.stdout.write(JSON.stringify({ code, megabytes: mostMemory() }))

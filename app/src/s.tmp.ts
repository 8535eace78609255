import { loadReturnSchemaFrom } from './returns/load-return-schema.ts'
import { openReturn } from './returns/open-return.ts'
import { readReturn, readCells, checkReturn } from './returns/read-return.ts'
import { readRates } from './returns/official-rates.ts'
import { yearOf } from './returns/return-year.ts'
import { annotate } from './returns/annotate-return.ts'
import { add, compare, divide, multiply, parseDecimal, subtract, toFixed, ZERO, exact } from '@maqami/engine/value/exact.ts'
import { readFileSync, writeFileSync } from 'node:fs'
const r = await loadReturnSchemaFrom('/work/main/policy/pk-medmp-2026')
if (!r.ok) throw new Error('x')
const rates = readRates('rates.csv', readFileSync('/work/main/examples/rates.csv','utf8'))
if (!rates.ok) { console.log(rates.problems); throw new Error('r') }
const path = process.argv[2]!
const o = await openReturn([path])
if (!o.ok) throw new Error('o')
const q = { schema: r.schema, rates: rates.rates, year: yearOf('2026-27', r.schema.yearStarts)! }
const out = await readReturn(o.input, q)
if (!out.ok) { console.log(out.total, out.errors.slice(0,10)) }
else {
  console.log(out.warnings)
  for (const s of out.subjects) {
    const { parts, ...rest } = s.facts
    console.log(s.subject, rest, (parts as any).length, (parts as any).slice(0,3), s.origins['parts']!.slice(1,3), s.origins['kit_parts'])
    const D = (t: string) => parseDecimal(t.replace('PKR ',''))!
    let imp = ZERO
    for (const l of parts as any) { const v = multiply(D(l.quantity), D(l.unit_value)); 
      if (l.book==='imported') imp = add(imp, v); else if (l.book==='bought_locally') imp = add(imp, l.certified_local_rate==='none'? v : multiply(v, subtract(exact(1), divide(D(l.certified_local_rate.replace('%','')), exact(100))))) }
    const ex = D(rest['ex_works_value'] as string)
    console.log('rate', toFixed(multiply(exact(100), divide(subtract(ex, imp), ex)), 4))
  }
}
if (process.argv[3]) writeFileSync(process.argv[3], (await annotate(out, r.schema, 'en'))!)
// timing
for (let i=0;i<6;i++){
  const t0 = performance.now(); const raw = await readCells(o.input, q); const t1 = performance.now(); const c = checkReturn(raw, q); const t2=performance.now()
  console.log('bare', (t1-t0).toFixed(0), 'check+facts', (t2-t1).toFixed(0), c.ok)
}
